import type { EChartsCoreOption } from 'echarts/core'
import type { CommunityStars, Trend } from '@/bindings'
import { bars, categoryAxis, countAxis, token } from '@/shared/lib/chart'
import { monthLabel } from '@/shared/lib/month'
import { t } from '@/shared/strings'

const names = (trend: Trend) => trend.months.map(({ month }) => monthLabel(month))

/** Means lie close together: the axis ends a little below the lowest, and at 100 unless bonuses lead beyond it. */
const MEANS = {
  min: ({ min }: { min: number }) => Math.max(0, Math.floor((min - 5) / 10) * 10),
  max: ({ max }: { max: number }) => Math.max(100, Math.ceil(max / 10) * 10),
}

/** The mean of every compound by month, and of all of them together. */
export function meanLines(trend: Trend): EChartsCoreOption {
  const line = (name: string, values: (number | null)[], main: boolean) => ({
    name,
    type: 'line',
    data: values.map((value) => (value === null ? null : value / 1000)),
    connectNulls: true,
    symbolSize: 6,
    lineStyle: { color: token(main ? 'brand' : 'chart-doing'), width: main ? 3 : 1 },
    itemStyle: { color: token(main ? 'brand' : 'chart-doing') },
    label: { show: main, position: 'top', color: token('ink-2') },
  })
  const all = line(
    t('ratings.yearly.mean100'),
    trend.months.map(({ point }) => point.mean),
    true,
  )
  const few = trend.lines.length <= 6 ? trend.lines.map(({ name, means }) => line(name, means, false)) : []
  return {
    xAxis: categoryAxis(names(trend)),
    yAxis: { ...countAxis(), ...MEANS },
    legend: { show: few.length > 0 },
    series: [...few, all],
  }
}

const COLOURS = ['chart-rest', 'ink-3', 'chart-soon', 'chart-doing', 'chart-done', 'brand'] as const

/** Buildings by stars, month by month. */
export function starBars(trend: Trend): EChartsCoreOption {
  const series = COLOURS.map((colour, stars) => ({
    name: stars === 0 ? t('ratings.yearly.noStars') : t('ratings.results.stars5', { count: stars }),
    type: 'bar',
    stack: 'all',
    barMaxWidth: 34,
    data: trend.months.map(({ point }) => point.stars[stars] ?? 0),
    itemStyle: { color: token(colour) },
  }))
  return { xAxis: categoryAxis(names(trend)), yAxis: countAxis(), series }
}

/** What each base item comes to on 100, this month beside the one before. */
export function itemBars({ items, month, before }: CommunityStars): EChartsCoreOption {
  const share = (mean: number | null, full: number) =>
    mean === null || full === 0 ? 0 : Math.round((mean / full) * 1000) / 10
  const now = {
    name: month ? monthLabel(month) : '',
    colour: 'chart-doing',
    values: items.map(({ mean, full }) => share(mean, full)),
  }
  const then = {
    name: before ? monthLabel(before) : '',
    colour: 'chart-rest',
    values: items.map((item) => share(item.before, item.full)),
  }
  return bars(
    items.map(({ name }) => name),
    before ? [then, now] : [now],
  )
}
