import { computed, ref, shallowRef } from 'vue'
import type { FileRef, ScoresOutcome, ScoresPreview } from '@/bindings'
import { platform } from '@/platform'
import { call } from '@/platform/api'
import { useAction } from '@/shared/lib/action'
import { useActivity } from '@/shared/lib/activity'
import { longCall } from '@/shared/lib/longWork'
import { toast } from '@/shared/lib/toast'
import { undoChange } from '@/shared/lib/undo'
import { t } from '@/shared/strings'

/** Whether it names places that are not registered. */
export const makesPlaces = ({ buildings_to_create, stairwells_to_create }: ScoresPreview) => buildings_to_create.length + stairwells_to_create.length > 0

/** What still stands between a preview and the import, as one sentence; none when it can go ahead. */
export function obstacle(preview: ScoresPreview, create: boolean, skip: boolean): string | null {
  if (makesPlaces(preview) && !create) return t('ratings.importing.createNeeded')
  return preview.wrong_rows > 0 && !skip ? t('ratings.importing.faults') : null
}

/** Whether an import would change anything. */
export const changesAnything = (preview: ScoresPreview) => preview.sheets.created + preview.sheets.changed > 0 || makesPlaces(preview)

/** The steps of an import of score sheets: a file, what it would do, and what it did. */
export function useScoreImport() {
  const activity = useActivity()
  const file = shallowRef<FileRef | null>(null)
  const preview = shallowRef<ScoresPreview | null>(null)
  const outcome = shallowRef<ScoresOutcome | null>(null)
  const create = ref(false)
  const skip = ref(false)
  const blocked = computed(() => preview.value && obstacle(preview.value, create.value, skip.value))

  const { run: pick, busy: reading } = useAction(async () => {
    const picked = await platform().pickFile({ title: t('ratings.importing.pickTitle'), extensions: ['xlsx'] })
    if (!picked) return
    file.value = picked
    preview.value = null
    outcome.value = null
    try {
      preview.value = await longCall(t('importing.previewing', { name: picked.name }), 'ratings.previewScores', { file: picked })
    } finally {
      if (!preview.value) file.value = null
    }
  })

  const { run: apply, busy: applying } = useAction(async () => {
    if (!file.value) return
    const args = { file: file.value, create_places: create.value, skip_wrong: skip.value }
    outcome.value = await activity.saving(() => longCall(t('importing.applying', { name: args.file.name }), 'ratings.importScores', args))
  })

  const { run: undo, busy: undoing } = useAction(async () => {
    const last = (await call('changes.list', {})).find(({ command }) => command === 'ratings.importScores')
    if (last) await undoChange(last.id)
    toast.done(t('ratings.importing.undone'))
    outcome.value = null
    preview.value = file.value && (await longCall(t('importing.previewing', { name: file.value.name }), 'ratings.previewScores', { file: file.value }))
  })

  return { file, preview, outcome, create, skip, blocked, pick, reading, apply, applying, undo, undoing }
}
