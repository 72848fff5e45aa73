import type { EChartsCoreOption } from 'echarts/core'
import { categoryAxis, countAxis, token } from '@/shared/lib/chart'

export interface Series {
  name: string
  /** A colour of the tokens, e.g. `chart-done`. */
  colour: string
  values: number[]
}

const SHOW_VALUES = 14
const ROUND: [number, number, number, number] = [2, 2, 0, 0]

/** Bars over one axis of names, side by side or on top of each other. */
export function bars(names: string[], series: readonly Series[], stacked = false): EChartsCoreOption {
  return {
    legend: { show: series.length > 1 },
    xAxis: categoryAxis(names),
    yAxis: countAxis(),
    series: series.map(({ name, colour, values }, at) => ({
      name,
      type: 'bar',
      data: values,
      barMaxWidth: 26,
      stack: stacked ? 'all' : undefined,
      label: { show: names.length <= SHOW_VALUES && (!stacked || at === 0), position: stacked ? 'inside' : 'top', color: stacked ? token('surface') : token('ink-2') },
      itemStyle: { color: token(colour), borderRadius: stacked && at < series.length - 1 ? 0 : ROUND },
    })),
  }
}
