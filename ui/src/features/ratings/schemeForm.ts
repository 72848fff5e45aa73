import type { RatedKind, RatingScheme, RatingScope, SchemeItem, SchemeItemKind, SchemeRules } from '@/bindings'
import type { Problems } from '@/shared/lib/form'
import { t } from '@/shared/strings'
import { points, thousandths } from './points'

/** An item as its form holds it: numbers as typed. */
export interface ItemValues {
  name: string
  kind: SchemeItemKind
  full: string
  weight: string
  cap: string
  basis: string
  on: boolean
}

export interface SchemeValues {
  name: string
  note: string
  rated: RatedKind
  scope: RatingScope
  items: ItemValues[]
  stars: string[]
  flags: number | null
  flag_share: number | null
  judges: number | null
  memory: number | null
  distance: string
  least_judges: number | null
  tie_order: number[]
}

export const KINDS: readonly SchemeItemKind[] = ['base', 'bonus', 'deduction', 'exclusion']

const itemValues = (item: SchemeItem): ItemValues => ({
  name: item.name,
  kind: item.kind,
  full: points(item.full),
  weight: points(item.weight),
  cap: points(item.cap ?? null),
  basis: item.basis,
  on: item.on,
})

export function schemeValues(name: string, rules: SchemeRules): SchemeValues {
  const { rated, scope, flags, flag_share, judges, memory, tie_order } = rules
  return {
    name,
    note: '',
    rated,
    scope,
    flags,
    flag_share,
    judges,
    memory,
    items: rules.items.map(itemValues),
    stars: rules.stars.map(points),
    distance: points(rules.outlier.distance),
    least_judges: rules.outlier.least_judges,
    tie_order: [...tie_order],
  }
}

const mark = (written: string) => thousandths(written) ?? 0

function itemOf(item: ItemValues): SchemeItem {
  const base = {
    name: item.name,
    kind: item.kind,
    full: item.kind === 'exclusion' ? 0 : mark(item.full),
    weight: item.kind === 'base' ? mark(item.weight) : 0,
    basis: item.basis,
    on: item.on,
  }
  return item.kind === 'bonus' && item.cap.trim() !== '' ? { ...base, cap: mark(item.cap) } : base
}

export function rulesOf(values: SchemeValues): SchemeRules {
  return {
    rated: values.rated,
    scope: values.scope,
    items: values.items.map(itemOf),
    stars: values.stars.map(mark),
    flags: values.flags ?? 0,
    flag_share: values.flag_share ?? 0,
    judges: values.judges ?? 0,
    memory: values.memory ?? 0,
    tie_order: values.tie_order,
    outlier: { distance: mark(values.distance), least_judges: values.least_judges ?? 0 },
  }
}

/** What the weights of the base items in force sum to, thousandths. */
export const weightSum = (items: readonly ItemValues[]) =>
  items.filter(({ kind, on }) => kind === 'base' && on).reduce((sum, { weight }) => sum + mark(weight), 0)

export function checkScheme(values: SchemeValues, succeeding: boolean): Problems<SchemeValues> {
  const problems: Problems<SchemeValues> = {}
  if (values.name.trim() === '') problems.name = t('ratings.scheme.nameMissing')
  if (succeeding && values.note.trim() === '') problems.note = t('ratings.scheme.noteMissing')
  const sum = weightSum(values.items)
  if (sum !== 100_000) problems.items = t('ratings.scheme.weights', { sum: points(sum) })
  return problems
}

/** The tie order after an item was taken out: later items move up, and the item itself is no longer compared. */
export function withoutItem(values: SchemeValues, place: number): Pick<SchemeValues, 'items' | 'tie_order'> {
  const moved = values.tie_order.filter((at) => at !== place).map((at) => (at > place ? at - 1 : at))
  return { items: values.items.filter((_, at) => at !== place), tie_order: moved }
}

/** Items by which equal totals can be told apart, by their place. */
export const tieOptions = (items: readonly ItemValues[]) =>
  items.flatMap(({ name, kind, on }, value) => (on && kind !== 'exclusion' ? [{ value, label: name }] : []))

export const schemeTitle = ({ name, revision }: RatingScheme) =>
  revision > 1 ? `${name} · ${t('ratings.scheme.revision', { revision })}` : name
