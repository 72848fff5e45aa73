const PER_CENT = 100

/** Per cent with one decimal, rounded half up; a dash of nothing. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? '—' : `${(Math.floor((part * 2000 + whole) / (whole * 2)) / (1000 / PER_CENT)).toFixed(1)}%`
}
