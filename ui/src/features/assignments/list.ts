import { computed, ref } from 'vue'
import type { AssignmentRow, AssignmentState, DueFilter, ListAssignments } from '@/bindings'
import { call } from '@/platform/api'
import type { FilterDefinition, FilterValues } from '@/shared/lib/filters'
import { usePages } from '@/shared/lib/pages'
import { useScope } from '@/shared/lib/scope'
import type { Column } from '@/shared/lib/table'
import { t } from '@/shared/strings'
import { assignmentBadge, helpersText, levelWord, STATES } from './words'

/** The columns; which state a line is in depends on the day. */
export const assignmentColumns = (today: string): readonly Column<AssignmentRow>[] => [
  {
    key: 'due',
    label: t('assignments.column.due'),
    text: ({ assignment }) => assignment.due_on,
    width: '6.6rem',
    fixed: true,
  },
  {
    key: 'content',
    label: t('assignments.column.content'),
    text: ({ assignment }) => assignment.content,
    width: 'minmax(12rem, 4fr)',
    fixed: true,
  },
  {
    key: 'lead',
    label: t('assignments.column.lead'),
    text: ({ assignment }) => assignment.lead_name,
    width: 'minmax(7rem, 2fr)',
  },
  {
    key: 'relation',
    label: t('assignments.column.relation'),
    text: ({ assignment }) => t(`assignments.relation.${assignment.relation}`),
    width: '4.2rem',
    optional: true,
  },
  { key: 'helpers', label: t('assignments.column.helpers'), text: helpersText, width: 'minmax(6rem, 1fr)' },
  { key: 'committee', label: t('assignments.column.committee'), text: (row) => row.committee, width: '6.5rem' },
  { key: 'met', label: t('assignments.column.met'), text: (row) => row.met_on, width: '6.6rem', optional: true },
  {
    key: 'assigned',
    label: t('assignments.column.assigned'),
    text: ({ assignment }) => assignment.assigned_on,
    width: '6.6rem',
    optional: true,
  },
  {
    key: 'reminded',
    label: t('assignments.column.reminded'),
    text: ({ assignment }) => levelWord(assignment.reminded),
    width: '9rem',
    optional: true,
  },
  {
    key: 'state',
    label: t('assignments.column.state'),
    badge: ({ assignment }) => assignmentBadge(assignment, today),
    width: '8rem',
    fixed: true,
  },
]

/** The list's question: search, states, what is late or soon due, and the committee the window looks at. */
export function useAssignmentList() {
  const scope = useScope()
  const search = ref('')
  const values = ref<FilterValues>({ state: ['open', 'claimed'] })

  const filters: readonly FilterDefinition[] = [
    {
      key: 'due',
      label: t('assignments.filter.due'),
      options: [
        { value: 'late', label: t('assignments.filter.late') },
        { value: 'soon', label: t('assignments.filter.soon') },
      ],
      single: true,
    },
    {
      key: 'state',
      label: t('assignments.filter.state'),
      options: STATES.map((value) => ({ value, label: t(`assignments.state.${value}`) })),
    },
  ]
  const question = computed<Omit<ListAssignments, 'page'>>(() => ({
    search: search.value,
    states: (values.value.state ?? []) as AssignmentState[],
    ...(values.value.due ? { due: values.value.due[0] as DueFilter } : {}),
    ...(scope.committeeId ? { committee_id: scope.committeeId } : {}),
  }))
  const narrowed = computed(
    () => search.value !== '' || Object.keys(values.value).length > 0 || scope.committeeId !== null,
  )
  const pages = usePages((page) => call('assignments.list', { ...question.value, page }), [question])

  return { search, values, filters, narrowed, pages }
}
