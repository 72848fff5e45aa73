import { describe, expect, it } from 'vitest'
import { isWaiting, needBadge, projectBadge } from './words'

describe('the states of the lists', () => {
  it('a project past its day says so until it is over', () => {
    const day = { due_on: '2026-11-20' }
    expect(projectBadge({ ...day, state: 'underway' }, '2026-11-20').tone).toBe('doing')
    expect(projectBadge({ ...day, state: 'underway' }, '2026-11-21')).toEqual({ tone: 'late', word: '已过期限' })
    expect(projectBadge({ ...day, state: 'done' }, '2026-11-21').tone).toBe('done')
    expect(projectBadge({ due_on: null, state: 'planned' }, '2026-11-21').word).toBe('已立项')
  })

  it('a need can be taken until it is matched', () => {
    expect([isWaiting('waiting'), isWaiting('taken'), isWaiting('matched'), isWaiting('dropped')]).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect(needBadge('waiting')).toEqual({ tone: 'soon', word: '待认领' })
  })
})
