import { t } from '@/shared/strings'

/** Marks are whole thousandths of a point: shown as people write them. */
export function points(thousandths: number | null | undefined): string {
  if (thousandths === null || thousandths === undefined) return ''
  return String(Number((thousandths / 1000).toFixed(3)))
}

/** `25.5` → 25500; nothing for a text that is no number of at most three decimals. */
export function thousandths(written: string): number | null {
  const match = /^(-?\d{1,9})(?:\.(\d{0,3})0*)?$/.exec(written.trim())
  if (!match?.[1]) return null
  const whole = Number(match[1])
  const part = Number((match[2] ?? '').padEnd(3, '0'))
  return whole * 1000 + (match[1].startsWith('-') ? -part : part)
}

/** `+1.2` or `−0.5` against before; nothing where either is not known. */
export function changeText(now: number | null, before: number | null): string {
  if (now === null || before === null) return ''
  const change = now - before
  if (change === 0) return t('ratings.results.same')
  return `${change > 0 ? '+' : '−'}${points(Math.abs(change))}`
}

/** `★★★★` for four stars. */
export const starsText = (count: number) => '★'.repeat(count)
