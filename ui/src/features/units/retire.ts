import type { UnitView } from '@/bindings'
import { useAction } from '@/shared/lib/action'
import { change } from '@/shared/lib/change'
import { confirmAction } from '@/shared/lib/confirm'
import { toast } from '@/shared/lib/toast'
import { t } from '@/shared/strings'

/** Puts a unit out of use, or back into it, after saying what that changes. */
export function useRetireUnit() {
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
    const { undo } = await change('units.retire', { id, version, retired: !retired })
    toast.done(t(retired ? 'units.retire.restored' : 'units.retire.done', { name }), undo)
  })
}
