import type { SaveSeat, SeatRow } from '@/bindings'
import { fuzzyDateProblem } from '@/shared/lib/fuzzyDate'
import type { Problems } from '@/shared/lib/form'
import { t } from '@/shared/strings'

export const MONTHS = Array.from({ length: 12 }, (_, at) => ({ value: at + 1, label: `${at + 1}月` }))

/** What the form of a seat holds. */
export interface SeatValues {
  committee_id: string | null
  role: string | null
  liaison_name: string
  liaison_phone: string
  representative_name: string
  representative_post: string
  position: number | null
  in_rotation: boolean
  blocked_months: number[]
  joined: string
  left_on: string | null
  note: string
}

export function seatValues(seat: SeatRow | null, committee: string | null): SeatValues {
  return {
    committee_id: seat?.committee_id ?? committee,
    role: seat?.role ?? null,
    liaison_name: seat?.liaison_name ?? '',
    liaison_phone: seat?.liaison_phone ?? '',
    representative_name: seat?.representative_name ?? '',
    representative_post: seat?.representative_post ?? '',
    position: seat?.position ?? null,
    in_rotation: seat?.in_rotation ?? true,
    blocked_months: [...(seat?.blocked_months ?? [])],
    joined: seat?.joined ?? '',
    left_on: seat?.left_on ?? null,
    note: seat?.note ?? '',
  }
}

export function checkSeat(values: SeatValues): Problems<SeatValues> {
  const problems: Problems<SeatValues> = {}
  if (!values.committee_id) problems.committee_id = t('common.form.missing', { label: t('units.seat.committee') })
  const joined = fuzzyDateProblem(values.joined)
  if (joined) problems.joined = joined
  return problems
}

export function seatArguments(values: SeatValues, unit: string, id: string | undefined, version: number): SaveSeat {
  const { committee_id, role, joined, position, ...rest } = values
  return {
    ...rest,
    ...(id ? { id } : {}),
    ...(position === null ? {} : { position }),
    version,
    unit_id: unit,
    committee_id: committee_id ?? '',
    role: role ?? '',
    joined: joined.trim() || null,
  }
}
