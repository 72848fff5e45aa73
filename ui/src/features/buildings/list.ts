import { computed, ref } from 'vue'
import type { BuildingRow, CompoundRow, ListBuildings, ListCompounds, Post } from '@/bindings'
import { call } from '@/platform/api'
import type { FilterDefinition, FilterValues } from '@/shared/lib/filters'
import { usePages } from '@/shared/lib/pages'
import { useQuery } from '@/shared/lib/query'
import { useScope } from '@/shared/lib/scope'
import type { Column, Sort } from '@/shared/lib/table'
import { t } from '@/shared/strings'
import { numberWord, ownersCount, postOptions, vacancyBadge } from './words'

export type RegisterName = 'buildings' | 'compounds'
export const REGISTERS: readonly RegisterName[] = ['buildings', 'compounds']
const ON = 'on'

/** Compounds to choose from, by community. */
export function useCompounds(community: () => string | null) {
  const query = useQuery(
    () =>
      call('compounds.list', {
        search: '',
        property_modes: [],
        retired: false,
        ...(community() ? { community_id: community() ?? '' } : {}),
        page: { limit: 500 },
      }),
    [community],
  )
  const options = computed(() =>
    (query.data.value?.rows ?? []).map(({ compound, community: name }) => ({
      value: compound.id,
      label: compound.name,
      note: name,
    })),
  )
  return { query, options }
}

/** The question of the register: search, filters, order, and the community the window looks at. */
export function useRegister(register: () => RegisterName, compoundId: () => string | null) {
  const scope = useScope()
  const search = ref('')
  const values = ref<FilterValues>({})
  const sort = ref<Sort | null>(null)
  const communities = useQuery(() => call('communities.list', {}))
  const community = computed(() => values.value.community?.[0] ?? scope.committee?.community_id ?? null)
  const grids = useQuery(
    () => call('buildings.grids', community.value ? { community_id: community.value } : {}),
    [community],
  )
  const compounds = useCompounds(() => community.value)
  const modes = computed(() =>
    (scope.state?.profile?.rules.property_modes ?? []).map((mode) => ({ value: mode, label: mode })),
  )
  const retired = computed(() => values.value.retired?.includes(ON) ?? false)

  const filters = computed<FilterDefinition[]>(() => [
    {
      key: 'community',
      label: t('buildings.filter.community'),
      options: (communities.data.value ?? [])
        .filter((each) => !each.retired)
        .map(({ id, name }) => ({ value: id, label: name })),
      single: true,
    },
    ...(register() === 'compounds'
      ? [{ key: 'mode', label: t('buildings.filter.mode'), options: modes.value }]
      : [
          { key: 'vacant', label: t('buildings.filter.vacant'), options: postOptions },
          {
            key: 'grid',
            label: t('buildings.filter.grid'),
            options: (grids.data.value ?? []).map((grid) => ({ value: grid, label: grid })),
            single: true,
          },
        ]),
    {
      key: 'retired',
      label: t('buildings.filter.retired'),
      options: [{ value: ON, label: t('buildings.filter.withRetired') }],
      single: true,
    },
  ])

  const place = computed(() => ({
    search: search.value,
    retired: retired.value,
    ...(community.value ? { community_id: community.value } : {}),
  }))
  const buildingQuestion = computed<Omit<ListBuildings, 'page'>>(() => ({
    ...place.value,
    vacant: (values.value.vacant ?? []) as Post[],
    sort: sort.value?.by === 'households' || sort.value?.by === 'party_members' ? sort.value.by : 'place',
    descending: sort.value?.descending ?? false,
    ...(values.value.grid?.[0] ? { grid: values.value.grid[0] } : {}),
    ...(compoundId() ? { compound_id: compoundId() ?? '' } : {}),
  }))
  const compoundQuestion = computed<Omit<ListCompounds, 'page'>>(() => ({
    ...place.value,
    property_modes: values.value.mode ?? [],
  }))
  const narrowed = computed(
    () =>
      search.value !== '' ||
      Object.keys(values.value).length > 0 ||
      compoundId() !== null ||
      scope.committeeId !== null,
  )

  const buildings = usePages((page) => call('buildings.list', { ...buildingQuestion.value, page }), [buildingQuestion])
  const rows = usePages((page) => call('compounds.list', { ...compoundQuestion.value, page }), [compoundQuestion])
  return {
    search,
    values,
    sort,
    filters,
    community,
    communities,
    compounds,
    buildingQuestion,
    narrowed,
    buildings,
    rows,
  }
}

export const buildingColumns: readonly Column<BuildingRow>[] = [
  {
    key: 'name',
    label: t('buildings.column.name'),
    text: ({ building }) => building.name,
    sort: 'place',
    width: 'minmax(6rem, 1fr)',
    fixed: true,
  },
  {
    key: 'compound',
    label: t('buildings.column.compound'),
    text: (row) => row.compound,
    width: 'minmax(7rem, 1.5fr)',
    fixed: true,
  },
  { key: 'community', label: t('buildings.column.community'), text: (row) => row.community, width: '7rem' },
  { key: 'grid', label: t('buildings.column.grid'), text: ({ building }) => building.grid, width: 'minmax(5rem, 1fr)' },
  {
    key: 'leader',
    label: t('buildings.post.building_leader'),
    text: ({ building }) => building.posts.find(({ post }) => post === 'building_leader')?.name,
    width: '5.5rem',
  },
  {
    key: 'party_leader',
    label: t('buildings.post.party_leader'),
    text: ({ building }) => building.posts.find(({ post }) => post === 'party_leader')?.name,
    width: '5.5rem',
  },
  {
    key: 'vacant',
    label: t('buildings.column.vacant'),
    badge: ({ building }) => vacancyBadge(building),
    width: '6.5rem',
  },
  {
    key: 'stairwells',
    label: t('buildings.column.stairwells'),
    text: (row) => row.stairwells || '',
    align: 'right',
    width: '4rem',
  },
  {
    key: 'households',
    label: t('buildings.column.households'),
    text: ({ building }) => numberWord(building.households),
    sort: 'households',
    align: 'right',
    width: '5rem',
  },
  {
    key: 'party',
    label: t('buildings.column.party'),
    text: ({ building }) => numberWord(building.party_members),
    sort: 'party_members',
    align: 'right',
    width: '5rem',
  },
]

export const compoundColumns: readonly Column<CompoundRow>[] = [
  {
    key: 'name',
    label: t('buildings.column.compound'),
    text: ({ compound }) => compound.name,
    width: 'minmax(8rem, 1.5fr)',
    fixed: true,
  },
  { key: 'community', label: t('buildings.column.community'), text: (row) => row.community, width: '7rem' },
  { key: 'mode', label: t('buildings.column.mode'), text: ({ compound }) => compound.property_mode, width: '8rem' },
  {
    key: 'company',
    label: t('buildings.column.company'),
    text: ({ compound }) => compound.property_company,
    width: 'minmax(8rem, 2fr)',
  },
  {
    key: 'owners',
    label: t('buildings.column.owners'),
    text: ({ compound }) => ownersCount(compound),
    width: 'minmax(9rem, 1fr)',
  },
  {
    key: 'buildings',
    label: t('buildings.column.buildings'),
    text: (row) => row.buildings,
    align: 'right',
    width: '4.5rem',
  },
  {
    key: 'withVacancy',
    label: t('buildings.column.withVacancy'),
    text: (row) => (row.with_vacancy > 0 ? t('buildings.vacancy.buildings', { count: row.with_vacancy }) : ''),
    align: 'right',
    width: '6rem',
  },
  {
    key: 'households',
    label: t('buildings.column.households'),
    text: (row) => numberWord(row.compound.households ?? (row.building_households || null)),
    align: 'right',
    width: '5.5rem',
  },
]
