import type { ColumnChoice, MappedSheet } from '@/bindings'

/** How many columns the clerk should look at: taken by likeness, or required and not found. */
export function columnsToCheck(sheets: readonly MappedSheet[]): number {
  const columns = sheets.flatMap((sheet) => sheet.columns)
  return columns.filter(({ by, required, heading }) => by === 'likeness' || (required && !heading)).length
}

/** Whether no sheet has the columns it needs, so that nothing could be read. */
export const isUnread = (sheets: readonly MappedSheet[]): boolean => sheets.every(({ missing }) => missing.length > 0)

/** The columns with one of them put under another heading, or under none. */
export function chooseColumn(columns: readonly ColumnChoice[], choice: ColumnChoice): ColumnChoice[] {
  return [...columns.filter(({ sheet, column }) => sheet !== choice.sheet || column !== choice.column), choice]
}
