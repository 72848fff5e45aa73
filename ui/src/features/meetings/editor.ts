import { computed, onBeforeUnmount, ref, watch } from 'vue'
import type { Minutes } from '@/bindings'
import { ApiError, type ConflictDetail } from '@/platform'
import { change } from '@/shared/lib/change'
import { dropDraft, keepDraft, readDraft } from '@/shared/lib/drafts'
import { toast } from '@/shared/lib/toast'
import { draftOf, editedBlocks, rebased, type BlockDraft } from './blocks'

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

interface KeptDraft {
  base: BlockDraft[]
  blocks: BlockDraft[]
}

/** The text of the minutes under the hand: what is stored may move beneath it, what was typed stays. */
export function useMinutesEditor(minutes: () => Minutes) {
  const name = `minutes.${minutes().id}`
  const stored = () => minutes().blocks.map(draftOf)
  const draft = readDraft<KeptDraft>(name)
  let base = stored()
  let version = minutes().version
  const blocks = ref<BlockDraft[]>(draft ? rebased(draft.value.base, draft.value.blocks, base) : stored())
  const draftAt = ref(draft && !same(blocks.value, base) ? draft.at : null)
  const saving = ref(false)
  const conflict = ref<ConflictDetail | null>(null)
  const revision = ref(0)
  const changed = computed(() => revision.value >= 0 && !same(editedBlocks(blocks.value), editedBlocks(base)))

  function rest(next: BlockDraft[], seen: number): void {
    blocks.value = rebased(base, blocks.value, next)
    base = next
    version = seen
    revision.value++
  }

  watch(minutes, (next) => rest(next.blocks.map(draftOf), next.version))
  watch(blocks, () => (changed.value ? keepDraft(name, { base, blocks: blocks.value }, Date.now()) : dropDraft(name)), {
    deep: true,
  })

  async function save(): Promise<void> {
    if (saving.value || !changed.value || conflict.value) return
    saving.value = true
    const sent = blocks.value
    try {
      const { result: saved } = await change('meetings.editMinutes', {
        id: minutes().id,
        version,
        blocks: editedBlocks(sent),
      })
      base = sent
      rest(saved.blocks.map(draftOf), saved.version)
      draftAt.value = null
      if (!changed.value) dropDraft(name)
    } catch (cause) {
      conflict.value = cause instanceof ApiError ? cause.conflict : null
      if (!conflict.value) toast.error(cause)
    } finally {
      saving.value = false
    }
  }

  /** This person's text over the other's newer version. */
  async function overwrite(current: Minutes): Promise<void> {
    rest(current.blocks.map(draftOf), current.version)
    conflict.value = null
    await save()
  }

  function discard(next: BlockDraft[] = base, seen = version): void {
    base = next
    version = seen
    blocks.value = next
    revision.value++
    draftAt.value = null
    conflict.value = null
    dropDraft(name)
  }

  const yieldTo = (current: Minutes) => discard(current.blocks.map(draftOf), current.version)

  onBeforeUnmount(() => void save())
  return { blocks, changed, saving, draftAt, conflict, save, overwrite, yieldTo, discard: () => discard() }
}
