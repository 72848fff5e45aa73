import { expect, it } from 'vitest'
import { daysOf, serviceBadge } from './services'

it('periods are seen from today, over the turn of the year too', () => {
  expect(daysOf('month', '2026-11-20')).toEqual({ from: '2026-11-01', to: '2026-11-20' })
  expect(daysOf('last', '2026-01-05')).toEqual({ from: '2025-12-01', to: '2025-12-31' })
  expect(daysOf('year', '2026-11-20')).toEqual({ from: '2026-01-01', to: '2026-11-20' })
})
it('an activity that counts no more says so before anything else', () => {
  expect(
    [
      serviceBadge({ retired: true, confirmed_by: '刘静' }),
      serviceBadge({ retired: false, confirmed_by: '刘静' }),
      serviceBadge({ retired: false, confirmed_by: '' }),
    ].map(({ tone }) => tone),
  ).toEqual(['todo', 'done', 'doing'])
})
