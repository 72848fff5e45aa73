import { defineAsyncComponent, defineComponent, h } from 'vue'
import SkeletonLines from './SkeletonLines.vue'

/** Keeps the place of a chart that is on its way. */
const ChartPlace = defineComponent({ inheritAttrs: false, render: () => h(SkeletonLines, { count: 5 }) })

/** A chart. Its library is large: what stands beside it does not wait for it. */
export const LazyChart = defineAsyncComponent({
  loader: () => import('./ChartBox.vue'),
  loadingComponent: ChartPlace,
  delay: 0,
})
