import { describe, expect, it } from 'vitest'
import { changedFields } from './history'

describe('the change log in words', () => {
  it('says what changed, and nothing else', () => {
    const before = { id: 'u1', version: 1, name: '区民政局', relation: 'partner', retired: false }
    expect(changedFields(before, { ...before, version: 2, relation: 'vertical', retired: true })).toEqual([
      { label: '关系', before: '共建', after: '条管' },
      { label: '停用', before: '否', after: '是' },
    ])
  })

  it('says of a new record what was filled in', () => {
    expect(changedFields(null, { id: 'u1', name: '区民政局', note: '', retired: false, blocked_months: [3, 7] })).toEqual([
      { label: '名称', before: null, after: '区民政局' },
      { label: '不便月份', before: null, after: '3、7' },
    ])
  })
})
