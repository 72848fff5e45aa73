import type { UnitView } from '@/bindings'
import { call } from '@/platform/api'
import { useAction } from '@/shared/lib/action'
import { useActivity } from '@/shared/lib/activity'
import { confirmAction } from '@/shared/lib/confirm'
import { toast } from '@/shared/lib/toast'
import { undoOf } from '@/shared/lib/undo'
import { t } from '@/shared/strings'

/** Puts a unit out of use, or back into it, after saying what that changes. */
export function useRetireUnit() {
  const activity = useActivity()

  async function agreed({ unit, seats }: UnitView): Promise<boolean> {
    if (unit.retired) return true
    const list = seats.filter(({ retired }) => !retired).map((seat) => seat.committee_short)
    return confirmAction({
      title: t('units.retire.title', { name: unit.name }),
      text: t('units.retire.text'),
      changes: list.length > 0 ? [t('units.retire.seats', { list: list.join('、') })] : [],
      proceed: t('units.retire.action'),
      danger: true,
      undoable: true,
    })
  }

  return useAction(async (view: UnitView) => {
    if (!(await agreed(view))) return
    const { id, version, retired, name } = view.unit
    await activity.saving(() => call('units.retire', { id, version, retired: !retired }))
    toast.done(t(retired ? 'units.retire.restored' : 'units.retire.done', { name }), await undoOf(id))
  })
}
