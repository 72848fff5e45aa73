import { computed, ref } from 'vue'
import type {
  ListNeeds,
  ListProjects,
  ListResources,
  NeedRow,
  NeedState,
  ProjectRow,
  ProjectState,
  ResourceRow,
} from '@/bindings'
import { call } from '@/platform/api'
import type { FilterDefinition, FilterValues } from '@/shared/lib/filters'
import { usePages } from '@/shared/lib/pages'
import { useScope } from '@/shared/lib/scope'
import type { Column } from '@/shared/lib/table'
import { t } from '@/shared/strings'
import { NEED_STATES, needBadge, PROJECT_STATES, projectBadge, resourceBadge } from './words'

export type ListName = 'resources' | 'needs' | 'projects'
export const LISTS: readonly ListName[] = ['resources', 'needs', 'projects']

export const resourceColumns: readonly Column<ResourceRow>[] = [
  {
    key: 'title',
    label: t('lists.column.title'),
    text: ({ resource }) => resource.title,
    width: 'minmax(9rem, 2fr)',
    fixed: true,
  },
  { key: 'unit', label: t('lists.column.unit'), text: (row) => row.unit, width: 'minmax(8rem, 2fr)' },
  { key: 'kind', label: t('lists.column.kind'), text: ({ resource }) => resource.kind, width: '4.2rem' },
  {
    key: 'available',
    label: t('lists.column.available'),
    text: ({ resource }) => resource.available,
    width: 'minmax(8rem, 1fr)',
  },
  {
    key: 'committee',
    label: t('lists.column.committee'),
    text: (row) => row.committee || t('lists.all'),
    width: '7rem',
  },
  { key: 'projects', label: t('lists.column.projects'), text: (row) => row.projects, align: 'right', width: '4rem' },
  { key: 'state', label: t('lists.column.state'), badge: ({ resource }) => resourceBadge(resource), width: '6rem' },
]

export const needColumns: readonly Column<NeedRow>[] = [
  { key: 'raised', label: t('lists.column.raised'), text: ({ need }) => need.raised_on, width: '6.6rem' },
  {
    key: 'title',
    label: t('lists.column.title'),
    text: ({ need }) => need.title,
    width: 'minmax(9rem, 3fr)',
    fixed: true,
  },
  {
    key: 'source',
    label: t('lists.column.source'),
    text: (row) => row.unit || t('lists.community'),
    width: 'minmax(7rem, 1fr)',
  },
  { key: 'kind', label: t('lists.column.kind'), text: ({ need }) => need.kind, width: '4.2rem' },
  { key: 'committee', label: t('lists.column.committee'), text: (row) => row.committee, width: '6.5rem' },
  { key: 'claimedBy', label: t('lists.column.claimedBy'), text: (row) => row.claimed_by, width: 'minmax(7rem, 2fr)' },
  { key: 'wanted', label: t('lists.column.wanted'), text: ({ need }) => need.wanted_by, width: '6.6rem' },
  {
    key: 'state',
    label: t('lists.column.state'),
    badge: ({ need }) => needBadge(need.state),
    width: '7rem',
    fixed: true,
  },
]

/** The columns of projects; whether one is late depends on the day. */
export const projectColumns = (today: string): readonly Column<ProjectRow>[] => [
  { key: 'started', label: t('lists.column.started'), text: ({ project }) => project.started_on, width: '6.6rem' },
  {
    key: 'title',
    label: t('lists.column.title'),
    text: ({ project }) => project.title,
    width: 'minmax(9rem, 3fr)',
    fixed: true,
  },
  { key: 'unit', label: t('lists.column.unit'), text: ({ project }) => project.unit_name, width: 'minmax(8rem, 2fr)' },
  {
    key: 'resource',
    label: t('lists.column.resource'),
    text: ({ project }) => project.resource_title,
    width: 'minmax(8rem, 2fr)',
  },
  { key: 'committee', label: t('lists.column.committee'), text: (row) => row.committee, width: '6.5rem' },
  { key: 'due', label: t('lists.column.due'), text: ({ project }) => project.due_on, width: '6.6rem' },
  {
    key: 'served',
    label: t('lists.column.served'),
    text: ({ project }) => project.people_served,
    align: 'right',
    width: '5.6rem',
  },
  {
    key: 'state',
    label: t('lists.column.state'),
    badge: ({ project }) => projectBadge(project, today),
    width: '7rem',
    fixed: true,
  },
]

const statesOf = (list: ListName): readonly string[] =>
  list === 'needs' ? NEED_STATES : list === 'projects' ? PROJECT_STATES : []
const stateWord = (state: string): string =>
  NEED_STATES.includes(state as NeedState)
    ? t(`lists.need.${state as NeedState}`)
    : t(`lists.project.${state as ProjectState}`)

/** The question of each list: search, filters and the committee the window looks at. */
export function useLists(list: () => ListName) {
  const scope = useScope()
  const search = ref('')
  const values = ref<FilterValues>({})
  const kinds = computed(() =>
    (scope.state?.profile?.rules.resource_kinds ?? []).map((kind) => ({ value: kind, label: kind })),
  )

  const filters = computed<FilterDefinition[]>(() => [
    ...(list() === 'projects' ? [] : [{ key: 'kind', label: t('lists.filter.kind'), options: kinds.value }]),
    ...(list() === 'resources'
      ? [
          {
            key: 'retired',
            label: t('lists.filter.retired'),
            options: [{ value: 'retired', label: t('lists.filter.withRetired') }],
            single: true,
          },
        ]
      : [
          {
            key: 'state',
            label: t('lists.filter.state'),
            options: statesOf(list()).map((value) => ({ value, label: stateWord(value) })),
          },
        ]),
  ])

  const common = computed(() => ({
    search: search.value,
    ...(scope.committeeId ? { committee_id: scope.committeeId } : {}),
  }))
  const resources = computed<Omit<ListResources, 'page'>>(() => ({
    ...common.value,
    kinds: values.value.kind ?? [],
    retired: (values.value.retired ?? []).length > 0,
  }))
  const needs = computed<Omit<ListNeeds, 'page'>>(() => ({
    ...common.value,
    kinds: values.value.kind ?? [],
    states: (values.value.state ?? []) as NeedState[],
  }))
  const projects = computed<Omit<ListProjects, 'page'>>(() => ({
    ...common.value,
    states: (values.value.state ?? []) as ProjectState[],
  }))
  const narrowed = computed(
    () => search.value !== '' || Object.keys(values.value).length > 0 || scope.committeeId !== null,
  )

  const readResources = () => usePages((page) => call('resources.list', { ...resources.value, page }), [resources])
  const readNeeds = () => usePages((page) => call('needs.list', { ...needs.value, page }), [needs])
  const readProjects = () => usePages((page) => call('projects.list', { ...projects.value, page }), [projects])
  return { search, values, filters, narrowed, readResources, readNeeds, readProjects }
}

export type Lists = ReturnType<typeof useLists>
