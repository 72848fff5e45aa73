import type { UnitRow, UnitSort } from '@/bindings'
import type { Column } from '@/shared/lib/table'
import { partsOf } from '@/shared/lib/month'
import { t } from '@/shared/strings'
import { relationWord, unitState } from './words'

const sorts: Record<'name' | 'nature' | 'members', UnitSort> = {
  name: 'name',
  nature: 'nature',
  members: 'party_members',
}

/** `4月、9月`, the months a unit was or is on duty this year. */
export function turnsText(row: UnitRow): string {
  return row.turns.map((turn) => `${partsOf(turn.month).month}月`).join('、')
}

export const unitColumns: readonly Column<UnitRow>[] = [
  {
    key: 'name',
    label: t('units.column.name'),
    text: (row) => row.unit.name,
    sort: sorts.name,
    width: 'minmax(11rem, 2fr)',
    fixed: true,
  },
  {
    key: 'shortName',
    label: t('units.column.shortName'),
    text: (row) => row.unit.short_name,
    width: '7rem',
    optional: true,
  },
  { key: 'nature', label: t('units.column.nature'), text: (row) => row.unit.nature, sort: sorts.nature, width: '6rem' },
  {
    key: 'relation',
    label: t('units.column.relation'),
    text: (row) => relationWord(row.unit.relation),
    width: '4.2rem',
  },
  {
    key: 'committees',
    label: t('units.column.committees'),
    text: (row) => row.committees.join('、'),
    width: 'minmax(9rem, 2fr)',
  },
  { key: 'leader', label: t('units.column.leader'), text: (row) => row.unit.leader_name, width: '6rem' },
  {
    key: 'members',
    label: t('units.column.members'),
    text: (row) => row.unit.party_members,
    sort: sorts.members,
    align: 'right',
    width: '5rem',
  },
  { key: 'turns', label: t('units.column.turns'), text: turnsText, width: '8rem' },
  {
    key: 'attendance',
    label: t('units.column.attendance'),
    text: (row) => `${row.meetings_due}/${row.meetings_attended}`,
    align: 'right',
    width: '6.5rem',
  },
  {
    key: 'partyOrg',
    label: t('units.column.partyOrg'),
    text: (row) => row.unit.party_org,
    width: 'minmax(9rem, 1fr)',
    optional: true,
  },
  { key: 'state', label: t('units.column.state'), badge: (row) => unitState(row.unit), width: '6rem', optional: true },
  {
    key: 'note',
    label: t('units.column.note'),
    text: (row) => row.unit.note,
    width: 'minmax(8rem, 1fr)',
    optional: true,
  },
]
