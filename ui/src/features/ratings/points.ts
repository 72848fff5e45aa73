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

/** `★★★★` for four stars. */
export const starsText = (count: number) => '★'.repeat(count)
