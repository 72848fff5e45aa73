import type { AgreementState } from '@/bindings'
import type { Tone } from '@/shared/lib/states'
import { t } from '@/shared/strings'

export const STATES: readonly AgreementState[] = ['draft', 'running', 'ending', 'expired', 'ended']

const TONES: Record<AgreementState, Tone> = {
  draft: 'todo',
  running: 'done',
  ending: 'soon',
  expired: 'late',
  ended: 'todo',
}

export const agreementBadge = (state: AgreementState): { tone: Tone; word: string } => ({
  tone: TONES[state],
  word: t(`agreements.state.${state}`),
})

const NUMBERS = ['一', '二', '三', '四'] as const

/** `2026年第三季度` of `2026-Q3`. */
export function quarterWord(quarter: string): string {
  const [year = '', number = ''] = quarter.split('-Q')
  return t('agreements.report.name', { year, number: NUMBERS[Number(number) - 1] ?? number })
}
