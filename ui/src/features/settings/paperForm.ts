import type { PaperOptions, Rules } from '@/bindings'
import type { Problems } from '@/shared/lib/form'
import { t } from '@/shared/strings'

/** Measures of the page: how many of the core's units make one shown to people, and what is sensible in the core's units. 0 leaves the leading to the standard. */
export const MEASURES = {
  margin_top: [10, 50, 600],
  margin_bottom: [10, 50, 600],
  margin_left: [10, 50, 600],
  margin_right: [10, 50, 600],
  leading: [100, 2000, 4000],
  characters: [1, 20, 34],
} as const satisfies Partial<Record<keyof PaperOptions, readonly [number, number, number]>>
export type Measure = keyof typeof MEASURES
export const MEASURE_NAMES = Object.keys(MEASURES) as Measure[]

/** What the form holds: measures as people type them. */
export type PaperValues = Record<Measure, string> &
  Pick<PaperOptions, 'two_sided' | 'colophon_on_even_page' | 'preprinted_head'> &
  Pick<Rules, 'page_number' | 'colophon'>

export function paperValues(rules: Rules): PaperValues {
  const shown = (name: Measure) => [name, String(rules.paper[name] / MEASURES[name][0])] as const
  const measures = Object.fromEntries(MEASURE_NAMES.map(shown)) as Record<Measure, string>
  const { two_sided, colophon_on_even_page, preprinted_head } = rules.paper
  return {
    ...measures,
    two_sided,
    colophon_on_even_page,
    preprinted_head,
    page_number: rules.page_number,
    colophon: rules.colophon,
  }
}

/** The typed measure in the core's units; `null` for what is no number or beyond sense. */
function measure(name: Measure, text: string): number | null {
  const [unit, least, most] = MEASURES[name]
  if (!/^\d+(\.\d+)?$/.test(text.trim())) return null
  const value = Math.round(Number(text) * unit)
  return (name === 'leading' && value === 0) || (value >= least && value <= most) ? value : null
}

export function checkPaper(values: PaperValues): Problems<PaperValues> {
  const wrong = MEASURE_NAMES.filter((name) => measure(name, values[name]) === null)
  return Object.fromEntries(
    wrong.map((name) => {
      const [unit, least, most] = MEASURES[name]
      return [
        name,
        t(name === 'leading' ? 'settings.papers.leadingRange' : 'settings.papers.range', {
          min: least / unit,
          max: most / unit,
        }),
      ]
    }),
  )
}

/** The rules with the form's papers; what is not sensible stays as it was. */
export function paperRules(values: PaperValues, before: Rules): Rules {
  const measures = Object.fromEntries(
    MEASURE_NAMES.map((name) => [name, measure(name, values[name]) ?? before.paper[name]]),
  ) as Record<Measure, number>
  const { two_sided, colophon_on_even_page, preprinted_head, page_number, colophon } = values
  return { ...before, page_number, colophon, paper: { ...measures, two_sided, colophon_on_even_page, preprinted_head } }
}
