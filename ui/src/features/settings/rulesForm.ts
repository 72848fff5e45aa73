import { RULE_LIMITS, type Rules } from '@/bindings'
import type { Problems } from '@/shared/lib/form'
import { t } from '@/shared/strings'

/** A rule that is a number; the core says what is sensible for each. */
export type NumberRule = keyof typeof RULE_LIMITS
export const NUMBER_RULES = Object.keys(RULE_LIMITS) as NumberRule[]

export const LISTS = ['unit_roles', 'natures', 'property_modes', 'resource_kinds', 'meeting_kinds'] as const
export type ListRule = (typeof LISTS)[number]

/** What the form of the rules holds, and no rule of another form: numbers may be empty for a moment, lists are lines of text. */
export type RulesValues = Pick<Rules, 'criticism'> & Record<NumberRule, number | null> & Record<ListRule, string>

const eachNumber = <V>(of: (rule: NumberRule) => V) =>
  Object.fromEntries(NUMBER_RULES.map((rule) => [rule, of(rule)])) as Record<NumberRule, V>

const eachList = <V>(of: (rule: ListRule) => V) =>
  Object.fromEntries(LISTS.map((rule) => [rule, of(rule)])) as Record<ListRule, V>
const linesOf = (text: string) => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  ),
]

export function rulesValues(rules: Rules): RulesValues {
  return {
    criticism: rules.criticism,
    ...eachNumber<number | null>((rule) => rules[rule]),
    ...eachList((rule) => rules[rule].join('\n')),
  }
}

export function checkRules(values: RulesValues): Problems<RulesValues> {
  const problems: Problems<RulesValues> = {}
  for (const rule of NUMBER_RULES) {
    const [value, { least: min, most: max }] = [values[rule], RULE_LIMITS[rule]]
    if (value === null || value < min || value > max) problems[rule] = t('settings.rules.outOfRange', { min, max })
  }
  if ((values.members_min ?? 0) > (values.members_max ?? 0)) problems.members_min ??= t('settings.rules.minAboveMax')
  for (const rule of ['unit_roles', 'natures', 'resource_kinds'] as const)
    if (linesOf(values[rule]).length === 0) problems[rule] = t('settings.rules.listEmpty')
  return problems
}

/** The rules with those of this form; every other stays as it was. */
export function rulesOf(values: RulesValues, before: Rules): Rules {
  return {
    ...before,
    criticism: values.criticism,
    ...eachNumber((rule) => values[rule] ?? before[rule]),
    ...eachList((rule) => linesOf(values[rule])),
  }
}
