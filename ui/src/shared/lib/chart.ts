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
    legend: { top: 0, right: 0, itemWidth: 10, itemHeight: 10, textStyle: { color: token('ink-2'), fontSize: size * 0.86 } },
    // The content policy refuses the inline styles of an HTML tooltip.
    tooltip: { trigger: 'axis', renderMode: 'richText', backgroundColor: token('surface'), borderColor: token('line'), textStyle: { color: token('ink') } },
  }
}

/** A category axis along the bottom. */
export function categoryAxis(names: string[]) {
  return {
    type: 'category',
    data: names,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: token('line') } },
    axisLabel: { color: token('ink-3'), interval: 0, hideOverlap: true },
  }
}

/** A count axis: whole numbers only. */
export function countAxis() {
  return { type: 'value', minInterval: 1, axisLabel: { color: token('ink-3') }, splitLine: { lineStyle: { color: token('line-2') } } }
}
