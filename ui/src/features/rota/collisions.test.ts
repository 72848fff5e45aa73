import { describe, expect, it } from 'vitest'
import { ApiError } from '@/platform'
import { obstaclesOf } from './collisions'

const refused = (detail: unknown) => new ApiError('no_plan', '排不出来。', undefined, detail)

describe('a plan that cannot be made', () => {
  it('names committee, month, units, rule and what to change', () => {
    const data = [
      {
        committee_id: 'c',
        committee_name: '听雨',
        month: '2026-12',
        units: [{ id: 'u', name: '区统计局' }],
        rule: { kind: 'monthly_limit', limit: 1, committees: [] },
      },
    ]
    expect(obstaclesOf(refused({ kind: 'collision', data }))).toEqual([
      { where: '听雨 2026年12月', units: '区统计局', rule: '每月最多轮值 1 个大党委', remedy: '增加单位或放宽上限' },
    ])
  })

  it('lists committees without units', () => {
    expect(
      obstaclesOf(refused({ kind: 'no_units', data: { committees: [{ id: 'c', name: '桃源里' }] } }))[0]?.where,
    ).toBe('桃源里')
  })

  it('is silent about other failures', () => {
    expect(obstaclesOf(new ApiError('storage', '磁盘已满。'))).toEqual([])
    expect(obstaclesOf(refused(undefined))).toEqual([])
  })
})
