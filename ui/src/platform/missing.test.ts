import { afterEach, describe, expect, it } from 'vitest'
import { lendWhatIsMissing } from './missing'

const NAMES = ['at', 'findLast', 'findLastIndex', 'toSorted'] as const
const own = NAMES.map((name) => [name, Object.getOwnPropertyDescriptor(Array.prototype, name)] as const)

function forget(): void {
  for (const name of NAMES) Reflect.deleteProperty(Array.prototype, name)
}

afterEach(() => {
  for (const [name, descriptor] of own) if (descriptor) Object.defineProperty(Array.prototype, name, descriptor)
})

describe('an engine without the newer functions', () => {
  it('finds from the end, as the engine itself would', () => {
    forget()
    lendWhatIsMissing()
    const list = [3, 1, 2]
    expect([list.at(-1), list.at(0), list.at(3), list.at(-4)]).toEqual([2, 3, undefined, undefined])
    expect(list.findLast((each) => each > 1)).toBe(2)
    expect(list.findLastIndex((each) => each > 9)).toBe(-1)
    expect(list.toSorted()).toEqual([1, 2, 3])
    expect(list).toEqual([3, 1, 2])
  })

  it('does not show up when a list is walked', () => {
    forget()
    lendWhatIsMissing()
    const seen: string[] = []
    for (const key in ['a']) seen.push(key)
    expect(seen).toEqual(['0'])
  })

  it('leaves what the engine has', () => {
    const before = Array.prototype.at
    lendWhatIsMissing()
    expect(Array.prototype.at).toBe(before)
  })
})
