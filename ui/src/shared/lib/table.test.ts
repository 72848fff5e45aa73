import { describe, expect, it } from 'vitest'
import { moveBy, nextSort, toggleSelection } from './table'

describe('sorting', () => {
  it('goes up, down, and back to the official order', () => {
    const up = nextSort(null, 'name')
    expect(up).toEqual({ by: 'name', descending: false })
    const down = nextSort(up, 'name')
    expect(down).toEqual({ by: 'name', descending: true })
    expect(nextSort(down, 'name')).toBeNull()
    expect(nextSort(down, 'members')).toEqual({ by: 'members', descending: false })
  })
})

describe('ticking rows', () => {
  const keys = ['a', 'b', 'c', 'd']

  it('adds and removes one', () => {
    expect([...toggleSelection(new Set(), keys, 'b', null)]).toEqual(['b'])
    expect([...toggleSelection(new Set(['b']), keys, 'b', null)]).toEqual([])
  })

  it('adds a stretch, upwards or downwards, and leaves the rest', () => {
    expect([...toggleSelection(new Set(['a']), keys, 'd', 'b')].sort()).toEqual(['a', 'b', 'c', 'd'])
    expect([...toggleSelection(new Set(['d']), keys, 'b', 'd')].sort()).toEqual(['b', 'c', 'd'])
  })

  it('ticks one when the earlier row is gone', () =>
    expect([...toggleSelection(new Set(), keys, 'c', 'gone')]).toEqual(['c']))
})

describe('moving by keyboard', () => {
  it('stays inside the list', () => {
    expect(moveBy('ArrowUp', 0, 5, 3)).toBe(0)
    expect(moveBy('PageDown', 3, 5, 3)).toBe(4)
    expect(moveBy('End', 0, 5, 3)).toBe(4)
    expect(moveBy('x', 0, 5, 3)).toBeNull()
    expect(moveBy('ArrowDown', 0, 0, 3)).toBeNull()
  })
})
