import type { CommitteeMember, Duty, MemberStage } from '@/bindings'
import { fuzzyDateText } from '@/shared/lib/fuzzyDate'
import type { Tone } from '@/shared/lib/states'
import { t } from '@/shared/strings'

export const STAGES: readonly MemberStage[] = ['recommended', 'selected', 'approved', 'filed', 'appointed', 'left']
export const POSTS = [t('committees.post.secretary'), t('committees.post.deputy'), t('committees.post.member')]
export const DUTIES: readonly { value: Duty; label: string }[] = (['full_time', 'part_time'] as const).map((value) => ({
  value,
  label: t(`committees.duty.${value}`),
}))

const TONES: Record<MemberStage, Tone> = {
  recommended: 'todo',
  selected: 'doing',
  approved: 'doing',
  filed: 'doing',
  appointed: 'done',
  left: 'todo',
}

/** Where a 委员 stands, as a badge with the day of that step. */
export function stageBadge(member: CommitteeMember): { tone: Tone; word: string } {
  const date = member.stages.find(({ stage }) => stage === member.stage)?.date ?? null
  return { tone: TONES[member.stage], word: `${t(`committees.stage.${member.stage}`)} ${fuzzyDateText(date)}`.trim() }
}
