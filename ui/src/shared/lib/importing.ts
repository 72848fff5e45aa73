import { computed, ref, shallowRef } from 'vue'
import type { ColumnChoice, FieldChange, FileRef, ImportStatus } from '@/bindings'
import { platform } from '@/platform'
import { t } from '../strings'
import { useAction } from './action'
import type { Change } from './change'
import { chooseColumn } from './mapping'
import type { Tone } from './states'
import { toast } from './toast'

/** Files the core reads as tables. */
const EXTENSIONS = ['xlsx', 'xls', 'ods', 'csv']

/** What a person decided about a preview. */
export interface ImportDecisions {
  /** Make what is referred to but not known. */
  create: boolean
  /** Leave out the wrong rows. */
  skip: boolean
  /** What was chosen of each disagreement, by its key. */
  chosen: Readonly<Record<string, string>>
}

/** One kind of workbook: how it is previewed and applied, and what may stand between the two. */
export interface ImportSource<Preview, Outcome> {
  pickTitle: string
  read: (file: FileRef) => Promise<Preview>
  apply: (file: FileRef, preview: Preview, decisions: ImportDecisions) => Promise<Change<Outcome>>
  /** What is still to be decided, as one sentence; none when it can go ahead. */
  obstacle: (preview: Preview, decisions: ImportDecisions) => string | null
  /** Whether applying would change anything. */
  changes: (preview: Preview) => boolean
}

/** The steps of an import: a file, what it would do, decisions, and what it did. Nothing is written before `apply`. */
export function useImport<Preview, Outcome>(source: ImportSource<Preview, Outcome>) {
  const file = shallowRef<FileRef | null>(null)
  const preview = shallowRef<Preview | null>(null)
  const outcome = shallowRef<Outcome | null>(null)
  /** Takes back what was applied; none where it changed nothing. */
  const takeBack = shallowRef<Change<Outcome>['undo']>()
  const create = ref(false)
  const skip = ref(false)
  const chosen = ref<Record<string, string>>({})
  const decisions = computed<ImportDecisions>(() => ({ create: create.value, skip: skip.value, chosen: chosen.value }))
  const blocked = computed(() => (preview.value ? source.obstacle(preview.value, decisions.value) : null))
  const worthwhile = computed(() => preview.value !== null && source.changes(preview.value))

  const { run: pick, busy: reading } = useAction(async () => {
    const picked = await platform().pickFile({ title: source.pickTitle, extensions: EXTENSIONS })
    if (!picked) return
    file.value = picked
    preview.value = null
    outcome.value = null
    chosen.value = {}
    try {
      preview.value = await source.read(picked)
    } finally {
      if (!preview.value) file.value = null
    }
  })

  const { run: again, busy: rereading } = useAction(async () => {
    chosen.value = {}
    if (file.value) preview.value = await source.read(file.value)
  })

  const { run: apply, busy: applying } = useAction(async () => {
    const [from, seen] = [file.value, preview.value]
    if (!from || !seen) return
    const { result, undo: back } = await source.apply(from, seen, decisions.value)
    outcome.value = result
    takeBack.value = back
  })

  const { run: undo, busy: undoing } = useAction(async () => {
    if (!takeBack.value) return
    await takeBack.value()
    toast.done(t('importing.undone'))
    takeBack.value = undefined
    outcome.value = null
    preview.value = file.value && (await source.read(file.value))
  })

  /** Chooses for a key; nothing takes the choice back. */
  function choose(key: string, value: string | null): void {
    const others = Object.fromEntries(Object.entries(chosen.value).filter(([known]) => known !== key))
    chosen.value = value === null ? others : { ...others, [key]: value }
  }
  return {
    file,
    preview,
    outcome,
    create,
    skip,
    chosen,
    blocked,
    worthwhile,
    pick,
    reading,
    again,
    rereading,
    apply,
    applying,
    undoable: computed(() => takeBack.value !== undefined),
    undo,
    undoing,
    choose,
  }
}

/** The same for a free sheet, whose headings may be put right: `source` is told the columns chosen so far. */
export function useMappedImport<Preview, Outcome>(
  source: (columns: () => ColumnChoice[]) => ImportSource<Preview, Outcome>,
) {
  const columns = ref<ColumnChoice[]>([])
  const steps = useImport(source(() => columns.value))
  function pick(): Promise<void> {
    columns.value = []
    return steps.pick()
  }
  function remap(choice: ColumnChoice): void {
    columns.value = chooseColumn(columns.value, choice)
    void steps.again()
  }
  return { steps: { ...steps, pick }, remap }
}

export type ImportSteps<Preview, Outcome> = ReturnType<typeof useImport<Preview, Outcome>>

const TONES: Record<ImportStatus, Tone> = { created: 'done', changed: 'doing', unchanged: 'todo' }

/** What a row means for what is kept, as a badge. */
export const importBadge = (status: ImportStatus) => ({ tone: TONES[status], word: t(`importing.${status}`) })

/** `负责人：孙玥 → 李祎；党员人数：12 → 13`. */
export function changeText(changes: readonly FieldChange[]): string {
  return changes
    .map(({ label, old, new: next }) => t('importing.change', { label, old: old || t('importing.blank'), new: next }))
    .join('；')
}
