import type { MappedSheet } from '@/bindings'

/** How many columns the clerk should look at: taken by likeness, or required and not found. */
export function columnsToCheck(sheets: readonly MappedSheet[]): number {
  const columns = sheets.flatMap((sheet) => sheet.columns)
  return columns.filter(({ by, required, heading }) => by === 'likeness' || (required && !heading)).length
}
