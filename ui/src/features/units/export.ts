import type { ListUnits } from '@/bindings'
import { platform } from '@/platform'
import { call } from '@/platform/api'
import { useAction } from '@/shared/lib/action'
import { toast } from '@/shared/lib/toast'
import { t } from '@/shared/strings'

/** Saves the list as it is filtered and sorted now. */
export function useUnitExport() {
  return useAction(async (question: Omit<ListUnits, 'page'>, count: number) => {
    const file = await call('units.export', { ...question, page: {} })
    if (await platform().saveFile(file, file.name)) toast.done(t('units.exported', { count }))
  })
}
