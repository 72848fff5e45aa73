import { computed, ref, shallowRef } from 'vue'
import type { Conflict, ConflictChoice, FileRef, ImportOutcome, ImportPreview } from '@/bindings'
import { platform } from '@/platform'
import { call } from '@/platform/api'
import { useAction } from '@/shared/lib/action'
import { useActivity } from '@/shared/lib/activity'
import { toast } from '@/shared/lib/toast'
import { undoChange } from '@/shared/lib/undo'
import { t } from '@/shared/strings'

const keyOf = (conflict: Conflict) => `${conflict.unit_name}\n${conflict.field}`

/** The choices as the core takes them; conflicts without one are left out. */
export function choicesOf(conflicts: readonly Conflict[], chosen: Readonly<Record<string, string>>): ConflictChoice[] {
  return conflicts.flatMap((conflict) => {
    const value = chosen[keyOf(conflict)]
    return value === undefined ? [] : [{ unit_name: conflict.unit_name, field: conflict.field, value }]
  })
}

/** What still stands between a preview and the import, as one sentence; none when it can go ahead. */
export function obstacle(preview: ImportPreview, chosen: Readonly<Record<string, string>>, createCommunities: boolean, skipWrong: boolean): string | null {
  const open = preview.conflicts.length - choicesOf(preview.conflicts, chosen).length
  if (open > 0) return t('units.importing.chosen', { count: open })
  if (preview.communities_to_create.length > 0 && !createCommunities) return t('units.importing.createNeeded')
  if (preview.wrong_rows > 0 && !skipWrong) return t('units.importing.faults')
  return null
}

/** Whether an import would change anything. */
export function changesAnything({ memberships, units, communities_to_create }: ImportPreview): boolean {
  return memberships.created + memberships.changed + units.created + units.changed + communities_to_create.length > 0
}

/** The steps of an import: a file, what it would do, choices, and what it did. Nothing is written before `apply`. */
export function useImport() {
  const activity = useActivity()
  const file = shallowRef<FileRef | null>(null)
  const preview = shallowRef<ImportPreview | null>(null)
  const outcome = shallowRef<ImportOutcome | null>(null)
  const createCommunities = ref(false)
  const skipWrong = ref(false)
  const chosen = ref<Record<string, string>>({})

  const blocked = computed(() => preview.value && obstacle(preview.value, chosen.value, createCommunities.value, skipWrong.value))

  const { run: pick, busy: reading } = useAction(async () => {
    const picked = await platform().pickFile({ title: t('units.importing.pickTitle'), extensions: ['xlsx'] })
    if (!picked) return
    file.value = picked
    preview.value = null
    outcome.value = null
    chosen.value = {}
    try {
      preview.value = await call('units.importPreview', { file: picked })
    } finally {
      if (!preview.value) file.value = null
    }
  })

  const { run: apply, busy: applying } = useAction(async () => {
    if (!file.value || !preview.value) return
    const args = { file: file.value, create_communities: createCommunities.value, skip_wrong: skipWrong.value, choices: choicesOf(preview.value.conflicts, chosen.value) }
    outcome.value = await activity.saving(() => call('units.importApply', args))
  })

  const { run: undo, busy: undoing } = useAction(async () => {
    const sets = await call('changes.list', {})
    const last = sets.find(({ command }) => command === 'units.importApply')
    if (last) await undoChange(last.id)
    toast.done(t('units.importing.undone'))
    outcome.value = null
    preview.value = file.value && (await call('units.importPreview', { file: file.value }))
  })

  const choose = (conflict: Conflict, value: string) => (chosen.value = { ...chosen.value, [keyOf(conflict)]: value })
  const chosenFor = (conflict: Conflict) => chosen.value[keyOf(conflict)]
  return { file, preview, outcome, createCommunities, skipWrong, blocked, pick, reading, apply, applying, undo, undoing, choose, chosenFor }
}
