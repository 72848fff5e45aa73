import { computed, ref } from 'vue'
import type { ListMeetings, MeetingRow, MeetingState } from '@/bindings'
import { call } from '@/platform/api'
import type { FilterDefinition, FilterValues } from '@/shared/lib/filters'
import { monthLabel } from '@/shared/lib/month'
import { usePages } from '@/shared/lib/pages'
import { useScope } from '@/shared/lib/scope'
import type { Column } from '@/shared/lib/table'
import { t } from '@/shared/strings'
import { MEETING_STATES, meetingBadge, sessionText } from './words'

export const meetingColumns: readonly Column<MeetingRow>[] = [
  {
    key: 'date',
    label: t('meetings.column.date'),
    text: ({ meeting }) => `${meeting.date} ${meeting.time}`,
    width: '9.4rem',
    fixed: true,
  },
  {
    key: 'committee',
    label: t('meetings.column.committee'),
    text: (row) => row.committee_short,
    width: 'minmax(5.5rem, 1fr)',
    fixed: true,
  },
  { key: 'kind', label: t('meetings.column.kind'), text: ({ meeting }) => meeting.kind, width: '6.5rem' },
  { key: 'session', label: t('meetings.column.session'), text: sessionText, align: 'right', width: '5rem' },
  {
    key: 'duty',
    label: t('meetings.column.duty'),
    text: ({ meeting }) => meeting.duty_unit,
    width: 'minmax(7rem, 2fr)',
  },
  { key: 'chair', label: t('meetings.column.chair'), text: ({ meeting }) => meeting.chair_name, width: '5rem' },
  {
    key: 'place',
    label: t('meetings.column.place'),
    text: ({ meeting }) => meeting.place,
    width: 'minmax(7rem, 1fr)',
    optional: true,
  },
  { key: 'items', label: t('meetings.column.items'), text: (row) => row.items, align: 'right', width: '4rem' },
  {
    key: 'attended',
    label: t('meetings.column.attended'),
    text: (row) => `${row.attended}/${row.expected}`,
    align: 'right',
    width: '6.5rem',
  },
  {
    key: 'assignments',
    label: t('meetings.column.assignments'),
    text: (row) => row.assignments,
    align: 'right',
    width: '4rem',
  },
  {
    key: 'state',
    label: t('meetings.column.state'),
    badge: ({ meeting }) => meetingBadge(meeting.state),
    width: '8.5rem',
  },
  {
    key: 'month',
    label: t('meetings.column.month'),
    text: ({ meeting }) => monthLabel(meeting.month),
    width: '6.5rem',
    optional: true,
  },
]

const HERE = 'here'

/** The list's question: search, states, the month and the committee the window looks at. */
export function useMeetingList() {
  const scope = useScope()
  const search = ref('')
  const values = ref<FilterValues>({})

  const filters = computed<FilterDefinition[]>(() => [
    {
      key: 'month',
      label: t('meetings.filter.month'),
      options: [{ value: HERE, label: monthLabel(scope.month) }],
      single: true,
    },
    {
      key: 'state',
      label: t('meetings.filter.state'),
      options: MEETING_STATES.map((value) => ({ value, label: t(`meetings.state.${value}`) })),
    },
  ])
  const question = computed<Omit<ListMeetings, 'page'>>(() => ({
    search: search.value,
    states: (values.value.state ?? []) as MeetingState[],
    ...(values.value.month ? { month: scope.month } : {}),
    ...(scope.committeeId ? { committee_id: scope.committeeId } : {}),
  }))
  const narrowed = computed(
    () => search.value !== '' || Object.keys(values.value).length > 0 || scope.committeeId !== null,
  )
  const pages = usePages((page) => call('meetings.list', { ...question.value, page }), [question])

  return { search, values, filters, narrowed, pages }
}
