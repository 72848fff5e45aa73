import { computed } from 'vue'
import type { RatingRow } from '@/bindings'
import { call } from '@/platform/api'
import { monthLabel } from '@/shared/lib/month'
import { useQuery } from '@/shared/lib/query'
import { useScope } from '@/shared/lib/scope'
import type { Column } from '@/shared/lib/table'
import { t } from '@/shared/strings'
import { periodBadge } from './words'

export const periodColumns: readonly Column<RatingRow>[] = [
  { key: 'month', label: t('ratings.column.month'), text: ({ period }) => monthLabel(period.month), width: '8rem' },
  {
    key: 'whose',
    label: t('ratings.column.whose'),
    text: (row) => row.community ?? t('ratings.street'),
    width: 'minmax(8rem, 1fr)',
  },
  { key: 'scheme', label: t('ratings.column.scheme'), text: (row) => row.scheme, width: 'minmax(10rem, 2fr)' },
  { key: 'entries', label: t('ratings.column.entries'), text: (row) => row.entries, align: 'right', width: '5rem' },
  {
    key: 'sheets',
    label: t('ratings.column.sheets'),
    text: ({ filled, sheets }) => t('ratings.filled', { filled, sheets }),
    align: 'right',
    width: '8rem',
  },
  { key: 'state', label: t('ratings.column.state'), badge: ({ period }) => periodBadge(period), width: '7rem' },
  {
    key: 'version',
    label: t('ratings.column.version'),
    text: ({ period }) => (period.revision > 0 ? t('ratings.revision', { count: period.revision }) : ''),
    width: '6rem',
  },
  { key: 'due', label: t('ratings.column.due'), text: ({ period }) => period.due_on, width: '8rem' },
]

/** The periods of the committee the window looks at. */
export function useRatingList() {
  const scope = useScope()
  const community = computed(() => scope.committee?.community_id ?? null)
  return useQuery(() => call('ratings.list', community.value ? { community_id: community.value } : {}), [community])
}
