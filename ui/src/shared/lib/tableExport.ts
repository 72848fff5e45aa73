import { platform } from '@/platform'
import { t } from '../strings'
import { useAction } from './action'
import { longCall } from './longWork'
import { cellText, type Column } from './table'
import { toast } from './toast'

/** Saves a list as a workbook with the columns, order and filter it has on screen. */
export function useTableExport<Row>() {
  return useAction(async (title: string, columns: readonly Column<Row>[], read: () => Promise<readonly Row[]>) => {
    const rows = await read()
    const file = await longCall(t('common.table.export'), 'screen.export', {
      title,
      columns: columns.map(({ label, align }) => ({ label, numeric: align === 'right' })),
      rows: rows.map((row) => columns.map((column) => cellText(column, row))),
    })
    if (await platform().saveFile(file, file.name)) toast.done(t('common.table.exported', { count: rows.length }))
  })
}
