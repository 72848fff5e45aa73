/** Whose version of something that both changed. */
export type Side = 'mine' | 'theirs'
export type Choose = (path: string) => Side

/** Something that two people changed, each in their own way. */
export interface Collision {
  path: string
  field: string
  /** Which line of a list it stands in; the whole line where there is no field. */
  row?: string
  mine: unknown
  theirs: unknown
}

/** What somebody began from, what they made of it, and what is stored by now. */
export interface Versions<T> {
  base: T
  mine: T
  theirs: T
}

export interface Merged<T> {
  value: T
  collisions: readonly Collision[]
}

export type Merge<T> = (versions: Versions<T>, choose: Choose, path?: string) => Merged<T>
type Fields = Record<string, unknown>
type Parts<T> = { [K in keyof T]?: Merge<T[K]> }

export const mine: Choose = () => 'mine'
const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null

/** Whether two values say the same; a field without a value is no field. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return false
  const names = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...names].every((name) => same(a[name], b[name]))
}

export const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T
export const at = (path: string, name: string) => (path === '' ? name : `${path}.${name}`)
const lastOf = (path: string) => path.slice(path.lastIndexOf('.') + 1)

/** A value that is one person's or the other's, never a mixture. */
export function whole<T>({ base, mine, theirs }: Versions<T>, choose: Choose, path = ''): Merged<T> {
  if (same(mine, base) || same(mine, theirs)) return { value: theirs, collisions: [] }
  if (same(theirs, base)) return { value: mine, collisions: [] }
  const collision = { path, field: lastOf(path), mine, theirs }
  return { value: choose(path) === 'mine' ? mine : theirs, collisions: [collision] }
}

/** Merges field by field; `parts` says how those that are lists of lines go together. */
export function fields<T extends object>(parts: Parts<T> = {}): Merge<T> {
  return ({ base, mine, theirs }, choose, path = '') => {
    const names = Object.keys({ ...theirs, ...mine }) as (keyof T & string)[]
    const merged = names.map((name) => {
      const merge: Merge<T[typeof name]> = parts[name] ?? whole
      return merge({ base: base[name], mine: mine[name], theirs: theirs[name] }, choose, at(path, name))
    })
    return {
      value: Object.fromEntries(names.map((name, index) => [name, merged[index]?.value])) as T,
      collisions: merged.flatMap(({ collisions }) => collisions),
    }
  }
}

/** How the lines of a list are known again, and what they are called. */
export interface Lines<Row> {
  /** None for a line that was added here and is not stored yet. */
  key: (row: Row) => string | null
  name: (row: Row) => string
}

function byKey<Row>(rows: readonly Row[], key: Lines<Row>['key']): Map<string, Row> {
  let added = 0
  return new Map(rows.map((row) => [key(row) ?? `+${added++}`, row]))
}

/** One order of the lines of both: the first's, with those that only the second has behind the line they stand behind. */
function together(first: readonly string[], second: readonly string[]): string[] {
  const found = [...first]
  second.forEach((key, index) => {
    if (found.includes(key)) return
    const before = second[index - 1]
    found.splice(before === undefined ? 0 : found.indexOf(before) + 1, 0, key)
  })
  return found
}

/** A list in which each line is merged on its own: lines added on either side stay, lines taken out on one side go unless the other changed them. */
export function rows<Row extends object>({ key, name }: Lines<Row>): Merge<Row[]> {
  const inside = fields<Row>()
  return ({ base, mine, theirs }, choose, path = '') => {
    const [before, own, others] = [byKey(base, key), byKey(mine, key), byKey(theirs, key)]
    const called = (row: Row | undefined) => (row ? name(row) : '')
    const one = (id: string): Merged<Row | undefined> => {
      const [was, my, their] = [before.get(id), own.get(id), others.get(id)]
      if (was && my && their) return inside({ base: was, mine: my, theirs: their }, choose, at(path, id))
      const { value, collisions } = whole<Row | undefined>({ base: was, mine: my, theirs: their }, choose, at(path, id))
      const [mine, theirs] = [called(my), called(their)]
      return { value, collisions: collisions.map((collision) => ({ ...collision, field: '', mine, theirs })) }
    }
    const theirOrder = [...others.keys()].filter((id) => before.has(id))
    const unmoved = same(
      theirOrder,
      [...before.keys()].filter((id) => others.has(id)),
    )
    const order = unmoved
      ? together([...own.keys()], [...others.keys()])
      : together([...others.keys()], [...own.keys()])
    const merged = order.map((id) => {
      const row = called(own.get(id) ?? others.get(id))
      const { value, collisions } = one(id)
      return { value, collisions: collisions.map((collision) => ({ ...collision, row })) }
    })
    return {
      value: merged.flatMap(({ value }) => (value === undefined ? [] : [value])),
      collisions: merged.flatMap(({ collisions }) => collisions),
    }
  }
}
