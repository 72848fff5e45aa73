import type { ArgsOf } from '@/platform/api'

/** What the desk asks: of one committee, or of all within reach. */
export const deskQuestion = (committeeId: string | null): ArgsOf<'desk.view'> =>
  committeeId ? { committee_id: committeeId } : {}
