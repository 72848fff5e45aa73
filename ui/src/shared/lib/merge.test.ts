import { describe, expect, it } from 'vitest'
import { fields, mine, rows, same, whole } from './merge'

interface Unit {
  name: string
  phone: string
  months: number[]
}
const unit = (change: Partial<Unit> = {}): Unit => ({ name: '区民政局', phone: '1', months: [3], ...change })
const merge = fields<Unit>()

describe('two versions of one record', () => {
  it('go together where each changed another field', () => {
    const merged = merge({ base: unit(), mine: unit({ name: '民政局' }), theirs: unit({ months: [3, 7] }) }, mine)
    expect(merged).toEqual({ value: unit({ name: '民政局', months: [3, 7] }), collisions: [] })
  })

  it('collide where both changed the same field, and keep the chosen one', () => {
    const versions = { base: unit(), mine: unit({ phone: '2' }), theirs: unit({ phone: '3', name: '新名' }) }
    expect(merge(versions, mine)).toEqual({
      value: unit({ phone: '2', name: '新名' }),
      collisions: [{ path: 'phone', field: 'phone', mine: '2', theirs: '3' }],
    })
    expect(merge(versions, () => 'theirs').value).toEqual(unit({ phone: '3', name: '新名' }))
  })

  it('do not collide where both say the same', () => {
    const both = unit({ months: [1, 2] })
    expect(merge({ base: unit(), mine: both, theirs: unit({ months: [1, 2] }) }, mine).collisions).toEqual([])
    expect(same({ a: undefined, b: [1] }, { b: [1] })).toBe(true)
    expect(same([1], { 0: 1 })).toBe(false)
    expect(whole({ base: 1, mine: 1, theirs: 2 }, mine).value).toBe(2)
  })
})

interface Line {
  id: string | null
  name: string
  state: string
}
const line = (id: string | null, state = 'expected', name = id ?? '来宾'): Line => ({ id, name, state })
const sheet = fields<{ lines: Line[] }>({ lines: rows({ key: ({ id }) => id, name: ({ name }) => name }) })
const put = (base: Line[], own: Line[], theirs: Line[], choose = mine) =>
  sheet({ base: { lines: base }, mine: { lines: own }, theirs: { lines: theirs } }, choose)

describe('two versions of one list', () => {
  const base = [line('a'), line('b')]

  it('keep the lines that either added, and each one’s marks', () => {
    const own = [line('a', 'present'), line('b'), line(null, 'observer')]
    const { value, collisions } = put(base, own, [line('a'), line('b', 'absent'), line('c')])
    expect(collisions).toEqual([])
    expect(value.lines.map(({ id, state }) => [id, state])).toEqual([
      ['a', 'present'],
      ['b', 'absent'],
      ['c', 'expected'],
      [null, 'observer'],
    ])
  })

  it('let a line go that one took out, unless the other changed it', () => {
    expect(put(base, [line('a')], base).value.lines).toHaveLength(1)
    expect(put(base, base, [line('b')]).value.lines.map(({ id }) => id)).toEqual(['b'])
    const { value, collisions } = put(base, [line('a')], [line('a'), line('b', 'present')])
    expect(collisions).toEqual([{ path: 'lines.b', field: '', row: 'b', mine: '', theirs: 'b' }])
    expect(value.lines.map(({ id }) => id)).toEqual(['a'])
    expect(put(base, [line('a')], [line('a'), line('b', 'present')], () => 'theirs').value.lines).toHaveLength(2)
  })

  it('name the line of a collision', () => {
    const { collisions } = put(base, [line('a', 'present'), line('b')], [line('a', 'absent'), line('b')])
    expect(collisions).toEqual([{ path: 'lines.a.state', field: 'state', row: 'a', mine: 'present', theirs: 'absent' }])
  })

  it('keep an order that one of them changed', () => {
    const turned = [line('b'), line('a')]
    expect(put(base, turned, [...base, line('c')]).value.lines.map(({ id }) => id)).toEqual(['b', 'c', 'a'])
    expect(put(base, base, turned).value.lines.map(({ id }) => id)).toEqual(['b', 'a'])
  })
})
