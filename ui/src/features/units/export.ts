import type { ListUnits } from '@/bindings'
import { platform } from '@/platform'
import { useAction } from '@/shared/lib/action'
import { longCall } from '@/shared/lib/longWork'
import { toast } from '@/shared/lib/toast'
import { t } from '@/shared/strings'

/** Saves the list as it is filtered and sorted now. */
export function useUnitExport() {
  return useAction(async (question: Omit<ListUnits, 'page'>, count: number) => {
    const file = await longCall(t('units.export'), 'units.export', { ...question, page: {} })
    if (await platform().saveFile(file, file.name)) toast.done(t('units.exported', { count }))
  })
}
