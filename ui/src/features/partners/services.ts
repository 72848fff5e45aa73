import { computed, ref } from 'vue'
import type { ListServices, Service, ServiceView } from '@/bindings'
import { call } from '@/platform/api'
import type { FilterDefinition, FilterValues } from '@/shared/lib/filters'
import { addMonths, monthOfDate } from '@/shared/lib/month'
import { usePages } from '@/shared/lib/pages'
import { useScope } from '@/shared/lib/scope'
import type { Tone } from '@/shared/lib/states'
import type { Column } from '@/shared/lib/table'
import { t } from '@/shared/strings'
import { communityOf, useCommunities } from './list'
import { hoursOf } from './words'

const ON = 'on'
type Period = 'month' | 'last' | 'year'

/** Whether somebody confirmed an activity, as a badge. */
export function serviceBadge({ retired, confirmed_by }: Pick<Service, 'retired' | 'confirmed_by'>): {
  tone: Tone
  word: string
} {
  if (retired) return { tone: 'todo', word: t('partners.services.retired') }
  return confirmed_by
    ? { tone: 'done', word: t('partners.services.confirmed') }
    : { tone: 'doing', word: t('partners.services.unconfirmed') }
}

/** First and last day of a period, seen from today. */
export function daysOf(period: Period, today: string): { from: string; to: string } {
  const month = monthOfDate(today)
  if (period === 'year') return { from: `${today.slice(0, 4)}-01-01`, to: today }
  if (period === 'month') return { from: `${month}-01`, to: today }
  const last = addMonths(month, -1)
  const end = new Date(Date.parse(`${month}-01T00:00:00Z`) - 1)
  return { from: `${last}-01`, to: end.toISOString().slice(0, 10) }
}

/** The list's question: search, filters and the community the window looks at. */
export function useServiceList() {
  const scope = useScope()
  const search = ref('')
  const values = ref<FilterValues>({})
  const { options: communityOptions } = useCommunities()

  const filters = computed<FilterDefinition[]>(() => [
    {
      key: 'period',
      label: t('partners.services.filter.period'),
      options: (['month', 'last', 'year'] as const).map((value) => ({
        value,
        label: t(`partners.services.filter.${value}`),
      })),
      single: true,
    },
    ...(communityOf(scope)
      ? []
      : [{ key: 'community', label: t('partners.filter.community'), options: communityOptions.value }]),
    {
      key: 'unconfirmed',
      label: t('partners.services.filter.confirm'),
      options: [{ value: ON, label: t('partners.services.filter.unconfirmed') }],
      single: true,
    },
    {
      key: 'retired',
      label: t('partners.services.filter.retired'),
      options: [{ value: ON, label: t('partners.services.filter.withRetired') }],
      single: true,
    },
  ])
  const question = computed<Omit<ListServices, 'page'>>(() => {
    const community = communityOf(scope)
    const period = values.value.period?.[0] as Period | undefined
    return {
      search: search.value,
      community_ids: community ? [community] : (values.value.community ?? []),
      unconfirmed: values.value.unconfirmed?.includes(ON) ?? false,
      retired: values.value.retired?.includes(ON) ?? false,
      ...(period ? daysOf(period, scope.today) : {}),
    }
  })
  const narrowed = computed(
    () => search.value !== '' || Object.keys(values.value).length > 0 || communityOf(scope) !== null,
  )
  const pages = usePages((page) => call('services.list', { ...question.value, page }), [question])
  return { search, values, filters, narrowed, pages }
}

const total = ({ shares }: ServiceView) => shares.reduce((sum, { minutes }) => sum + minutes, 0)

export const serviceColumns: readonly Column<ServiceView>[] = [
  {
    key: 'date',
    label: t('partners.services.column.date'),
    text: ({ service }) => service.date,
    width: '7rem',
    fixed: true,
  },
  {
    key: 'content',
    label: t('partners.services.column.content'),
    text: ({ service }) => service.content,
    width: 'minmax(12rem, 3fr)',
    fixed: true,
  },
  {
    key: 'community',
    label: t('partners.services.column.community'),
    text: ({ community }) => community ?? t('partners.wholeStreet'),
    width: '7.5rem',
  },
  { key: 'place', label: t('partners.services.column.place'), text: ({ service }) => service.place, width: '8rem' },
  {
    key: 'partners',
    label: t('partners.services.column.partners'),
    text: ({ shares }) => shares.map(({ partner_name }) => partner_name).join('、'),
    width: 'minmax(9rem, 2fr)',
  },
  {
    key: 'hours',
    label: t('partners.services.column.hours'),
    text: (view) => t('partners.hours', { hours: hoursOf(total(view)) }),
    align: 'right',
    width: '6.5rem',
  },
  {
    key: 'people',
    label: t('partners.services.column.people'),
    text: ({ service }) => service.people_served,
    align: 'right',
    width: '5.5rem',
  },
  {
    key: 'satisfaction',
    label: t('partners.services.column.satisfaction'),
    text: ({ service }) => service.satisfaction,
    align: 'right',
    width: '4.5rem',
  },
  {
    key: 'confirmed',
    label: t('partners.services.column.confirmed'),
    badge: ({ service }) => serviceBadge(service),
    width: '6.5rem',
  },
]
