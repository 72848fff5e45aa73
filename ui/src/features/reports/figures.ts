import type { RouteLocationRaw } from 'vue-router'
import type { Figure } from '@/bindings'
import { t } from '@/shared/strings'

/** Screens that hold the records behind a sheet of the workbook. */
const SCREENS: Record<string, RouteLocationRaw> = {
  成员单位: '/units',
  轮值: '/rota',
  联席会议: '/meetings',
  交办事项: '/assignments',
  合伙人: '/partners',
  楼栋星级: '/stars',
}

export function screenOf(sheet: string | null): RouteLocationRaw {
  return SCREENS[sheet ?? ''] ?? '/reports'
}

/** A share in whole tenths of a percent, e.g. `82.1`; empty where there is nothing to divide by. */
export function percent(numerator: number, denominator: number | null): string {
  if (!denominator) return ''
  const tenths = Math.round((numerator * 1000) / denominator)
  return `${Math.floor(tenths / 10)}.${tenths % 10}`
}

const shareOf = (numerator: number, denominator: number | null) => (denominator ? numerator / denominator : numerator)

/** Whether a figure is better or worse than last month's. */
export function trendOf({ numerator, denominator, previous, lower_is_better }: Figure): 'better' | 'worse' | 'same' {
  if (!previous) return 'same'
  const change = shareOf(numerator, denominator) - shareOf(previous[0], previous[1])
  if (change === 0) return 'same'
  return change > 0 === lower_is_better ? 'worse' : 'better'
}

/** A figure as its card shows it. */
export function cardOf(figure: Figure) {
  const { numerator, denominator, previous } = figure
  const rate = percent(numerator, denominator)
  return {
    label: figure.label,
    unit: figure.unit,
    value: denominator === null ? String(numerator) : t('reports.figure.of', { numerator, denominator }),
    rate: rate && t('reports.figure.rate', { percent: rate }),
    before: beforeText(previous),
    trend: trendOf(figure),
    definition: figure.definition,
    to: screenOf(figure.sheet),
  }
}

function beforeText(previous: Figure['previous']): string {
  if (!previous) return ''
  const [numerator, denominator] = previous
  return denominator === null
    ? t('reports.figure.before', { value: numerator })
    : t('reports.figure.of_before', { numerator, denominator })
}
