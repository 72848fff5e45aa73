import type { RatingPeriod, RatingState, RowResult } from '@/bindings'
import type { Tone } from '@/shared/lib/states'
import { t } from '@/shared/strings'

const TONES: Record<RatingState, Tone> = { draft: 'doing', published: 'done', archived: 'todo' }

/** Where a period stands; a draft of one that was published says that it is being corrected. */
export function periodBadge({ state, correction_reason }: RatingPeriod): { tone: Tone; word: string } {
  if (state === 'draft' && correction_reason) return { tone: 'soon', word: t('ratings.correcting') }
  return { tone: TONES[state], word: t(`ratings.state.${state}`) }
}

/** Places gained or lost against last time. */
export function changeText({ rank, previous }: RowResult): string {
  if (rank === null) return ''
  if (!previous?.rank) return t('ratings.results.new')
  const gained = previous.rank - rank
  if (gained === 0) return t('ratings.results.same')
  return gained > 0 ? t('ratings.results.up', { count: gained }) : t('ratings.results.down', { count: -gained })
}

/** Rank, or why there is none. */
export function rankText({ rank, shared, standing }: RowResult): string {
  if (standing === 'exempt' || standing === 'excluded') return t(`ratings.results.${standing}`)
  if (rank === null) return t('ratings.results.unrated')
  return shared ? `${rank}（${t('ratings.results.shared')}）` : String(rank)
}
