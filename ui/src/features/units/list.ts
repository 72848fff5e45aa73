import { computed, ref } from 'vue'
import type { ListUnits, Relation, UnitSort } from '@/bindings'
import { call } from '@/platform/api'
import type { FilterDefinition, FilterValues } from '@/shared/lib/filters'
import { usePages } from '@/shared/lib/pages'
import { useScope } from '@/shared/lib/scope'
import type { Sort } from '@/shared/lib/table'
import { t } from '@/shared/strings'
import { relationOptions } from './words'

const WITH_RETIRED = 'retired'

/** The list's question: search, filters, order and the committee the window looks at. */
export function useUnitList() {
  const scope = useScope()
  const search = ref('')
  const values = ref<FilterValues>({})
  const sort = ref<Sort | null>(null)

  const filters = computed<FilterDefinition[]>(() => [
    {
      key: 'nature',
      label: t('units.filter.nature'),
      options: (scope.state?.profile?.rules.natures ?? []).map((nature) => ({ value: nature, label: nature })),
    },
    { key: 'relation', label: t('units.filter.relation'), options: relationOptions },
    {
      key: 'retired',
      label: t('units.filter.retired'),
      options: [{ value: WITH_RETIRED, label: t('units.filter.withRetired') }],
      single: true,
    },
  ])

  const question = computed<Omit<ListUnits, 'page'>>(() => ({
    search: search.value,
    natures: values.value.nature ?? [],
    relations: (values.value.relation ?? []) as Relation[],
    retired: values.value.retired?.includes(WITH_RETIRED) ?? false,
    sort: (sort.value?.by ?? 'name') as UnitSort,
    descending: sort.value?.descending ?? false,
    ...(scope.committeeId ? { committee_id: scope.committeeId } : {}),
  }))
  const narrowed = computed(
    () => search.value !== '' || Object.keys(values.value).length > 0 || scope.committeeId !== null,
  )
  const pages = usePages((page) => call('units.list', { ...question.value, page }), [question])

  return { search, values, sort, filters, question, narrowed, pages }
}
