import type { Building, Compound } from '@/bindings'
import { useAction } from '@/shared/lib/action'
import { change, type Change } from '@/shared/lib/change'
import { confirmAction } from '@/shared/lib/confirm'
import { toast } from '@/shared/lib/toast'
import { t } from '@/shared/strings'

interface Retirable {
  id: string
  version: number
  name: string
  retired: boolean
}

/** Puts a record out of use after a question, or back into it. */
function useRetire(
  question: { title: 'buildings.retire.titleBuilding' | 'buildings.retire.titleCompound'; text: string },
  send: (args: { id: string; version: number; retired: boolean }) => Promise<Change<unknown>>,
) {
  return useAction(async ({ id, version, name, retired }: Retirable) => {
    const asked = {
      title: t(question.title, { name }),
      text: question.text,
      proceed: t('buildings.retire.action'),
      danger: true,
      undoable: true,
    }
    if (!retired && !(await confirmAction(asked))) return
    const { undo } = await send({ id, version, retired: !retired })
    toast.done(t(retired ? 'buildings.retire.restored' : 'buildings.retire.done', { name }), undo)
  })
}

export const useRetireBuilding = (): ReturnType<typeof useAction<[Building]>> =>
  useRetire({ title: 'buildings.retire.titleBuilding', text: t('buildings.retire.textBuilding') }, (args) =>
    change('buildings.retire', args),
  )

export const useRetireCompound = (): ReturnType<typeof useAction<[Compound]>> =>
  useRetire({ title: 'buildings.retire.titleCompound', text: t('buildings.retire.textCompound') }, (args) =>
    change('compounds.retire', args),
  )
