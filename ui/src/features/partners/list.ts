import { computed, ref, type Ref } from 'vue'
import type { ListPartners, PartnerKind, PartnerRow, PartnerState } from '@/bindings'
import { call } from '@/platform/api'
import type { FilterDefinition, FilterValues } from '@/shared/lib/filters'
import { usePages } from '@/shared/lib/pages'
import { useQuery } from '@/shared/lib/query'
import type { Column, Sort } from '@/shared/lib/table'
import { t } from '@/shared/strings'
import { fuzzyWord, hoursOf, kindOptions, kindWord, stateBadge, stateOptions } from './words'

const ON = 'on'
/** Tags offered as a filter. */
const MOST_SKILLS = 30

/** The list's question: search, filters and order. */
export function usePartnerList(endingFirst: Ref<boolean>) {
  const search = ref('')
  const values = ref<FilterValues>(endingFirst.value ? { ending: [ON] } : {})
  const sort = ref<Sort | null>(null)
  const communities = useQuery(() => call('communities.list', {}))
  const tags = useQuery(() => call('partners.tags', {}))

  const filters = computed<FilterDefinition[]>(() => [
    { key: 'kind', label: t('partners.filter.kind'), options: kindOptions },
    { key: 'state', label: t('partners.filter.state'), options: stateOptions },
    { key: 'community', label: t('partners.filter.community'), options: (communities.data.value ?? []).filter(({ retired }) => !retired).map(({ id, name }) => ({ value: id, label: name })) },
    { key: 'skill', label: t('partners.filter.skill'), options: (tags.data.value?.skills ?? []).slice(0, MOST_SKILLS).map(({ tag }) => ({ value: tag, label: tag })), single: true },
    { key: 'ending', label: t('partners.filter.ending'), options: [{ value: ON, label: t('partners.filter.endingOnly') }], single: true },
    { key: 'retired', label: t('partners.filter.retired'), options: [{ value: ON, label: t('partners.filter.withRetired') }], single: true },
  ])

  const question = computed<Omit<ListPartners, 'page'>>(() => ({
    search: search.value,
    kinds: (values.value.kind ?? []) as PartnerKind[],
    states: (values.value.state ?? []) as PartnerState[],
    community_ids: values.value.community ?? [],
    ending: values.value.ending?.includes(ON) ?? false,
    retired: values.value.retired?.includes(ON) ?? false,
    ids: [],
    sort: sort.value?.by === 'ends' ? 'ends' : 'name',
    descending: sort.value?.descending ?? false,
    ...(values.value.skill?.[0] ? { skill: values.value.skill[0] } : {}),
  }))
  const narrowed = computed(() => search.value !== '' || Object.keys(values.value).length > 0)
  const pages = usePages((page) => call('partners.list', { ...question.value, page }), [question])
  return { search, values, sort, filters, question, narrowed, pages, communities }
}

export const partnerColumns: readonly Column<PartnerRow>[] = [
  { key: 'name', label: t('partners.column.name'), text: (row) => row.partner.name, sort: 'name', width: 'minmax(8rem, 1.5fr)', fixed: true },
  { key: 'kind', label: t('partners.column.kind'), text: (row) => kindWord(row.partner.kind), width: '8.5rem' },
  { key: 'state', label: t('partners.column.state'), badge: (row) => stateBadge(row.partner, row.ending), width: '5.5rem' },
  { key: 'community', label: t('partners.column.community'), text: (row) => row.community ?? t('partners.wholeStreet'), width: '7.5rem' },
  { key: 'skills', label: t('partners.column.skills'), text: (row) => row.partner.skills.join('、'), width: 'minmax(9rem, 2fr)' },
  { key: 'times', label: t('partners.column.times'), text: (row) => row.partner.times.join('、'), width: '7rem' },
  { key: 'term', label: t('partners.column.term'), text: (row) => fuzzyWord(row.partner.term_to), sort: 'ends', width: '7rem' },
  { key: 'number', label: t('partners.column.number'), text: (row) => row.partner.number, width: '12rem' },
  { key: 'hours', label: t('partners.column.hours'), text: (row) => t('partners.hours', { hours: hoursOf(row.this_year.minutes) }), align: 'right', width: '6.5rem' },
  { key: 'phone', label: t('partners.column.phone'), text: (row) => row.partner.phone, width: '8rem', optional: true },
]
