import { computed } from 'vue'
import type { Minutes } from '@/bindings'
import { useAutosave } from '@/shared/lib/autosave'
import { change } from '@/shared/lib/change'
import { draftOf, editedBlocks, mergeMinutes, type BlockDraft, type MinutesValues } from './blocks'

/** The text of the minutes under the hand: what is stored may move beneath it, what was typed stays. */
export function useMinutesEditor(minutes: () => Minutes) {
  const editor = useAutosave<MinutesValues, Minutes>({
    name: `minutes.${minutes().id}`,
    record: minutes,
    values: (stored) => ({ blocks: (stored ?? minutes()).blocks.map(draftOf) }),
    said: ({ blocks }) => editedBlocks(blocks),
    merge: () => mergeMinutes,
    save: async ({ blocks }, { version }) => {
      const args = { id: minutes().id, version, blocks: editedBlocks(blocks) }
      return (await change('meetings.editMinutes', args)).result
    },
  })
  const { values } = editor
  const blocks = computed<BlockDraft[]>({ get: () => values.blocks, set: (next) => (values.blocks = next) })
  return { ...editor, blocks }
}
