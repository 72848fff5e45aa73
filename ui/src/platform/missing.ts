/**
 * What the oldest engines lack of what this window and its libraries call: syntax is lowered by the build, functions are not.
 * Imported before anything else. Kept to what was found missing in a real Chromium 87 (see docs/decisions).
 */

type Indexed = { length: number; [index: number]: unknown }

function at(this: Indexed | string, index: number): unknown {
  const whole = Math.trunc(index) || 0
  return this[whole < 0 ? this.length + whole : whole]
}

function findLastIndex(this: unknown[], test: (value: unknown, index: number, all: unknown[]) => unknown): number {
  for (let index = this.length - 1; index >= 0; index--) if (test(this[index], index, this)) return index
  return -1
}

function findLast(this: unknown[], test: (value: unknown, index: number, all: unknown[]) => unknown): unknown {
  return this[findLastIndex.call(this, test)]
}

function toSorted(this: unknown[], compare?: (a: unknown, b: unknown) => number): unknown[] {
  return [...this].sort(compare)
}

const hasOwn = (thing: object, key: PropertyKey) => Object.prototype.hasOwnProperty.call(thing, key)

/** Adds `value` as the engine itself would have: not listed by `for in`, and never over the engine's own. */
function lend(to: object, name: string, value: unknown): void {
  if (!(name in to)) Object.defineProperty(to, name, { value, writable: true, configurable: true })
}

export function lendWhatIsMissing(): void {
  const typed = Object.getPrototypeOf(Uint8Array.prototype) as object
  for (const list of [Array.prototype, String.prototype, typed]) lend(list, 'at', at)
  lend(Array.prototype, 'findLast', findLast)
  lend(Array.prototype, 'findLastIndex', findLastIndex)
  lend(Array.prototype, 'toSorted', toSorted)
  lend(Object, 'hasOwn', hasOwn)
}

lendWhatIsMissing()
