import type { Figures } from '@/bindings'
import { percent } from '@/shared/lib/percent'
import { t } from '@/shared/strings'

/** One figure of the strip, with the filter that lists its records. */
export interface Figure {
  label: string
  value: string
  /** Numerator and denominator. */
  note: string
  late?: boolean
}

export function figuresOf(figures: Figures, month: string): Figure[] {
  const of = ({ part, whole }: { part: number; whole: number }) =>
    t('assignments.figure.of', { numerator: part, denominator: whole })
  const rate = (ratio: { part: number; whole: number }) => percent(ratio.part, ratio.whole)
  return [
    {
      label: t('assignments.figure.dueThisMonth', { month }),
      value: String(figures.due),
      note: t('assignments.figure.unit'),
    },
    { label: t('assignments.figure.closedRate'), value: rate(figures.closed), note: of(figures.closed) },
    { label: t('assignments.figure.onTimeRate'), value: rate(figures.on_time), note: of(figures.on_time) },
    {
      label: t('assignments.figure.late'),
      value: String(figures.late.part),
      note: of(figures.late),
      late: figures.late.part > 0,
    },
  ]
}
