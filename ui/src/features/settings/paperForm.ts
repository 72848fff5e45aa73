import { PAPER_LIMITS, type PaperOptions, type Rules } from '@/bindings'
import type { Problems } from '@/shared/lib/form'
import { t } from '@/shared/strings'

/** A measure of the page; the core says what is sensible and in which parts of a unit it counts. */
export type Measure = keyof typeof PAPER_LIMITS
export const MEASURE_NAMES = Object.keys(PAPER_LIMITS) as Measure[]

/** What the form holds: measures as people type them. */
export type PaperValues = Record<Measure, string> &
  Pick<PaperOptions, 'two_sided' | 'colophon_on_even_page' | 'preprinted_head'> &
  Pick<Rules, 'page_number' | 'colophon'>

export function paperValues(rules: Rules): PaperValues {
  const shown = (name: Measure) => [name, String(rules.paper[name] / PAPER_LIMITS[name].parts)] as const
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
  const { parts, least, most } = PAPER_LIMITS[name]
  if (!/^\d+(\.\d+)?$/.test(text.trim())) return null
  const value = Math.round(Number(text) * parts)
  return (name === 'leading' && value === 0) || (value >= least && value <= most) ? value : null
}

export function checkPaper(values: PaperValues): Problems<PaperValues> {
  const wrong = MEASURE_NAMES.filter((name) => measure(name, values[name]) === null)
  return Object.fromEntries(
    wrong.map((name) => {
      const { parts, least, most } = PAPER_LIMITS[name]
      return [
        name,
        t(name === 'leading' ? 'settings.papers.leadingRange' : 'settings.papers.range', {
          min: least / parts,
          max: most / parts,
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
