import type { EChartsCoreOption } from 'echarts/core'

/** A colour of tokens.css as the theme has it now. */
export function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim()
}

/** What all charts share, in the colours and size the window has now. */
export function chartBase(): EChartsCoreOption {
  const size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  return {
    animation: false,
    aria: { enabled: true },
    textStyle: { fontFamily: token('font'), fontSize: size * 0.86, color: token('ink-2') },
    grid: { left: 8, right: 8, top: size * 2, bottom: 4, containLabel: true },
    legend: {
      top: 0,
      right: 0,
      itemWidth: 10,
      itemHeight: 10,
      textStyle: { color: token('ink-2'), fontSize: size * 0.86 },
    },
    // The content policy refuses the inline styles of an HTML tooltip.
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      backgroundColor: token('surface'),
      borderColor: token('line'),
      textStyle: { color: token('ink') },
    },
  }
}

const CROWDED = 8

/** Two characters a line, so that many names stand side by side. */
function folded(name: string): string {
  return [...name].reduce(
    (text, character, at) => (at > 0 && at % 2 === 0 ? `${text}\n${character}` : text + character),
    '',
  )
}

/** `option` over `base`, part by part: a chart that hides its legend keeps the legend's look. */
export function merge(base: EChartsCoreOption, option: EChartsCoreOption): EChartsCoreOption {
  const both = Object.keys(option).filter((key) => key in base)
  return {
    ...base,
    ...option,
    ...Object.fromEntries(both.map((key) => [key, { ...(base[key] as object), ...(option[key] as object) }])),
  }
}

/** A category axis along the bottom. */
export function categoryAxis(names: string[]) {
  const crowded = names.length > CROWDED && names.some((name) => name.length > 2 && !/\d/.test(name))
  return {
    type: 'category',
    data: names,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: token('line') } },
    axisLabel: {
      color: token('ink-3'),
      interval: 0,
      formatter: crowded ? folded : undefined,
      lineHeight: 14,
      hideOverlap: !crowded,
    },
  }
}

/** A count axis: whole numbers only. */
export function countAxis() {
  return {
    type: 'value',
    minInterval: 1,
    axisLabel: { color: token('ink-3') },
    splitLine: { lineStyle: { color: token('line-2') } },
  }
}

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
      label: {
        show: names.length <= SHOW_VALUES && (!stacked || at === 0),
        position: stacked ? 'inside' : 'top',
        color: stacked ? token('surface') : token('ink-2'),
      },
      itemStyle: { color: token(colour), borderRadius: stacked && at < series.length - 1 ? 0 : ROUND },
    })),
  }
}
