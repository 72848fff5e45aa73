import { computed, ref, watch, type Ref } from 'vue'
import type { ListPartners, PartnerKind, PartnerRow, PartnerState } from '@/bindings'
import { call } from '@/platform/api'
import type { FilterDefinition, FilterValues } from '@/shared/lib/filters'
import { fuzzyDateText } from '@/shared/lib/fuzzyDate'
import { usePages } from '@/shared/lib/pages'
import { useQuery } from '@/shared/lib/query'
import { useScope } from '@/shared/lib/scope'
import type { Column, Sort } from '@/shared/lib/table'
import { t } from '@/shared/strings'
import { KINDS, hoursOf, kindWord, stateBadge, stateOptions } from './words'

const ON = 'on'
/** Tags offered as a filter. */
const MOST_SKILLS = 30
/** The tab of all kinds. */
export const ALL = 'all'
export type KindTab = PartnerKind | typeof ALL

/** Every partner in use, by name; lists narrow it. */
export const EVERYBODY: Omit<ListPartners, 'page'> = {
  search: '',
  kinds: [],
  states: [],
  community_ids: [],
  ending: false,
  ids: [],
  retired: false,
  sort: 'name',
  descending: false,
}

/** The community the whole window looks at, as an argument; none for the street. */
export const communityOf = (scope: ReturnType<typeof useScope>): string | null => scope.committee?.community_id ?? null

/** Communities in use, to choose from. */
export function useCommunities() {
  const query = useQuery(() => call('communities.list', {}))
  const options = computed(() =>
    (query.data.value ?? []).filter(({ retired }) => !retired).map(({ id, name }) => ({ value: id, label: name })),
  )
  return { communities: computed(() => query.data.value ?? []), options }
}

/** The list's question: kind, search, filters, order and the community the window looks at. */
export function usePartnerList(endingOnly: Ref<boolean>) {
  const scope = useScope()
  const kind = ref<KindTab>(ALL)
  const search = ref('')
  const values = ref<FilterValues>({})
  const sort = ref<Sort | null>(null)
  const { options: communityOptions } = useCommunities()
  const tags = useQuery(() => call('partners.tags', {}))
  watch(endingOnly, (on) => on && (values.value = { ending: [ON] }), { immediate: true })

  const filters = computed<FilterDefinition[]>(() => [
    { key: 'state', label: t('partners.filter.state'), options: stateOptions },
    ...(communityOf(scope)
      ? []
      : [{ key: 'community', label: t('partners.filter.community'), options: communityOptions.value }]),
    {
      key: 'skill',
      label: t('partners.filter.skill'),
      options: (tags.data.value?.skills ?? []).slice(0, MOST_SKILLS).map(({ tag }) => ({ value: tag, label: tag })),
      single: true,
    },
    {
      key: 'ending',
      label: t('partners.filter.ending'),
      options: [{ value: ON, label: t('partners.filter.endingOnly') }],
      single: true,
    },
    {
      key: 'retired',
      label: t('partners.filter.retired'),
      options: [{ value: ON, label: t('partners.filter.withRetired') }],
      single: true,
    },
  ])

  const question = computed<Omit<ListPartners, 'page'>>(() => {
    const community = communityOf(scope)
    return {
      ...EVERYBODY,
      search: search.value,
      kinds: kind.value === ALL ? [] : [kind.value],
      states: (values.value.state ?? []) as PartnerState[],
      community_ids: community ? [community] : (values.value.community ?? []),
      ending: values.value.ending?.includes(ON) ?? false,
      retired: values.value.retired?.includes(ON) ?? false,
      sort: sort.value?.by === 'ends' ? 'ends' : 'name',
      descending: sort.value?.descending ?? false,
      ...(values.value.skill?.[0] ? { skill: values.value.skill[0] } : {}),
    }
  })
  const narrowed = computed(
    () =>
      search.value !== '' || kind.value !== ALL || Object.keys(values.value).length > 0 || communityOf(scope) !== null,
  )
  const pages = usePages((page) => call('partners.list', { ...question.value, page }), [question])
  const counts = useQuery(() => call('partners.counts', { ...question.value, page: {} }), [question])
  const tabs = computed(() => {
    const count = (of: PartnerKind) => counts.data.value?.find((each) => each.kind === of)?.count ?? 0
    const kinds = KINDS.map((value) => ({ value: value as KindTab, label: kindWord(value), count: count(value) }))
    return [
      { value: ALL as KindTab, label: t('partners.all'), count: kinds.reduce((sum, each) => sum + each.count, 0) },
      ...kinds,
    ]
  })
  return { kind, search, values, sort, filters, question, narrowed, pages, tabs }
}

export const partnerColumns: readonly Column<PartnerRow>[] = [
  {
    key: 'name',
    label: t('partners.column.name'),
    text: (row) => row.partner.name,
    sort: 'name',
    width: 'minmax(8rem, 1.5fr)',
    fixed: true,
  },
  { key: 'kind', label: t('partners.column.kind'), text: (row) => kindWord(row.partner.kind), width: '8.5rem' },
  {
    key: 'state',
    label: t('partners.column.state'),
    badge: (row) => stateBadge(row.partner, row.ending),
    width: '5.5rem',
  },
  {
    key: 'community',
    label: t('partners.column.community'),
    text: (row) => row.community ?? t('partners.wholeStreet'),
    width: '7.5rem',
  },
  {
    key: 'skills',
    label: t('partners.column.skills'),
    text: (row) => row.partner.skills.join('、'),
    width: 'minmax(9rem, 2fr)',
  },
  { key: 'times', label: t('partners.column.times'), text: (row) => row.partner.times.join('、'), width: '7rem' },
  {
    key: 'term',
    label: t('partners.column.term'),
    text: (row) => fuzzyDateText(row.partner.term_to),
    sort: 'ends',
    width: '7rem',
  },
  { key: 'number', label: t('partners.column.number'), text: (row) => row.partner.number, width: '12rem' },
  {
    key: 'hours',
    label: t('partners.column.hours'),
    text: (row) => (row.this_year.minutes > 0 ? t('partners.hours', { hours: hoursOf(row.this_year.minutes) }) : '—'),
    align: 'right',
    width: '6.5rem',
  },
  {
    key: 'discount',
    label: t('partners.column.discount'),
    text: (row) => row.partner.discount,
    width: 'minmax(9rem, 1fr)',
    optional: true,
  },
  { key: 'phone', label: t('partners.column.phone'), text: (row) => row.partner.phone, width: '8rem', optional: true },
]
