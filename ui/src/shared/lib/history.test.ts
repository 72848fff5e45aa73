import { describe, expect, it } from 'vitest'
import { changedFields } from './history'

describe('the change log in words', () => {
  it('says what changed, and nothing else', () => {
    const before = { id: 'u1', version: 1, name: '区民政局', relation: 'partner', retired: false }
    expect(changedFields(before, { ...before, version: 2, relation: 'vertical', retired: true })).toEqual([
      { name: 'relation', label: '关系', before: '共建', after: '条管' },
      { name: 'retired', label: '停用', before: '否', after: '是' },
    ])
  })

  it('says of a new record what was filled in', () => {
    expect(
      changedFields(null, { id: 'u1', name: '区民政局', note: '', retired: false, blocked_months: [3, 7] }),
    ).toEqual([
      { name: 'name', label: '名称', before: null, after: '区民政局' },
      { name: 'blocked_months', label: '不便月份', before: null, after: '3、7' },
    ])
  })

  it('says of people what they do, and as much of a phone as was told', () => {
    const posts = [
      { post: 'building_leader', name: '李兰', phone: '139****6923', since: null },
      { post: 'safety', name: '张三', phone: '', since: null },
    ]
    const [field] = changedFields({ posts: [] }, { posts })
    expect(field).toEqual({
      name: 'posts',
      label: '两长三员',
      before: '',
      after: '楼栋长 李兰 139****6923、安全员 张三',
    })
    const owners = changedFields(
      { owners_committee: [] },
      { owners_committee: [{ name: '吴静', post: '主任', party: true }] },
    )
    expect(owners[0]?.after).toBe('主任 吴静')
  })
})
