import { expect, it } from 'vitest'
import type { PartnerPreview } from '@/bindings'
import { choicesOf, obstacle, outcomeText } from './importing'

const none = { total: 0, created: 0, changed: 0, unchanged: 0 }
const preview: PartnerPreview = {
  sheets: ['志愿者'],
  partners: { ...none, total: 2, created: 2 },
  kinds: [],
  communities: 1,
  communities_to_create: [],
  likely_same: [],
  wrong_rows: 0,
  faults: [],
  corrections: [],
  rows: [],
  rows_left_out: 0,
  error_copy: null,
  conflicts: [
    {
      number: '云溪合聘〔2026〕13号',
      holders: [
        { value: '志愿者!4', label: '只给甲' },
        { value: 'all', label: '照原样都保留' },
      ],
    },
  ],
}
const undecided = { create: false, skip: false, chosen: {} }

it('a number that stands twice waits for a choice', () => {
  expect(obstacle(preview, undecided)).toContain('1 处')
  const chosen = { '云溪合聘〔2026〕13号': 'all' }
  expect(obstacle(preview, { ...undecided, chosen })).toBeNull()
  expect(choicesOf(preview, chosen)).toEqual([{ number: '云溪合聘〔2026〕13号', value: 'all' }])
  expect(
    outcomeText({ partners: { ...none, created: 2 }, communities_created: 0, skipped_rows: 0, numbers_left_out: 1 }),
  ).toContain('1 位因编号重复')
})
