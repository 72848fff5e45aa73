import { computed, onScopeDispose, reactive, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import { ApiError } from '@/platform'
import { dropDraft, keepDraft, readDraft, type Draft } from './drafts'
import { changedFields, type FieldChange } from './history'
import { copy, fields, mine, same, type Choose, type Collision, type Merge } from './merge'
import { filled, keepable } from './personal'

export interface Versioned {
  version: number
}

/** What a draft was begun on: a stored record, or nothing yet. */
export interface Base<R> {
  record: R | null
  version: number
}

export interface DraftOptions<T extends object, R extends Versioned> {
  /** Names the draft that survives a crash, e.g. `units.new` or `units.<id>`. */
  name: string
  /** What is stored now, followed while the draft is open; none for something new. */
  record?: () => R | null
  /** The record as it is typed in. */
  values: (record: R | null) => T
  /** Stores what was typed over `base`; what stays open answers with the record as it is now. */
  save: (values: T, base: Base<R>) => Promise<R | undefined> | Promise<void>
  /** Whether it may be saved as it is. */
  allowed?: (values: T) => boolean
  /** What of it counts as typed; everything where nothing is said. */
  said?: (values: T) => unknown
  /** What is stored now, read again before each save: for lists that are saved whole. */
  fresh?: () => Promise<R>
  /** Fields that never go into a kept draft, at any depth: phones and the like. */
  personal?: readonly string[]
  /** Something that is done to the record, not the record itself: when that changed meanwhile it is shown, and asked about. */
  act?: boolean
  /** How two people's values go together; field by field where nothing is said. */
  merge?: (record: R | null) => Merge<T>
  /** The record that a refused save told of, put into what was known. */
  newer?: (current: unknown, known: R | null) => R | Promise<R>
}

/** What was saved by somebody else meanwhile and what it collides with. */
export interface DraftConflict {
  collisions: readonly Collision[]
  /** What else was changed, and needs no choice. */
  others: readonly FieldChange[]
}

interface Waiting<R> extends DraftConflict {
  record: R
  saves: boolean
}

/** A draft of earlier that was found, and whether it was begun on an older version. */
export interface FoundDraft {
  at: number
  older: boolean
}

const DRAFT_DELAY_MS = 400
/** How often a save that was overtaken is merged and tried again before its refusal is told. */
const TRIES = 3

/**
 * What a person is typing, with the stored values it began from. What is stored meanwhile goes in where this person did
 * not type; what both changed waits for a choice, and nothing is saved over it before.
 */
export function useDraft<T extends object, R extends Versioned = Versioned>(options: DraftOptions<T, R>) {
  const { name, personal = [], act = false, said = (value: T): unknown => value } = options
  const known = shallowRef(options.record?.() ?? null) as ShallowRef<R | null>
  const base = shallowRef(copy(options.values(known.value)))
  const values = reactive(copy(base.value)) as T
  const saving = ref(false)
  const found = ref<FoundDraft | null>(null)
  const lost = ref<string[]>([])
  const waiting = shallowRef<Waiting<R> | null>(null)
  const asking = ref(false)
  let version = known.value?.version ?? 0
  let missed: R | null = null
  let closed = false
  let begun = copy(base.value)
  let timer: ReturnType<typeof setTimeout> | undefined

  const changed = computed(() => !same(said(values), said(base.value)))
  const conflict = computed<DraftConflict | null>(() => (asking.value ? waiting.value : null))

  function put(next: T): void {
    for (const field of Object.keys(next) as (keyof T)[])
      if (!same(values[field], next[field])) values[field] = copy(next[field])
  }

  /** From now on the draft is one of this record. */
  function rest(record: R | null, stored: T, own: T): void {
    known.value = record
    version = record?.version ?? 0
    base.value = copy(stored)
    put(own)
    waiting.value = null
    asking.value = false
  }

  function merged(record: R | null, theirs: T, choose: Choose) {
    const merge = options.merge?.(record) ?? fields<T>()
    return merge({ base: base.value, mine: copy(values), theirs }, choose)
  }

  function othersIn(record: R, theirs: T, collisions: readonly Collision[]): readonly FieldChange[] {
    if (options.merge) return []
    const [before, after] = act ? [known.value, record] : [base.value, theirs]
    const asked = new Set(collisions.map(({ field }) => field))
    return changedFields(before as Record<string, unknown>, after as Record<string, unknown>).filter(
      ({ name }) => !asked.has(name),
    )
  }

  /** Takes in what is stored now. What collides waits for the person; `saves` when a save was refused over it. */
  function meet(record: R, saves: boolean): void {
    const theirs = options.values(record)
    const { value, collisions } = merged(record, theirs, mine)
    const asks = act ? saves : collisions.length > 0
    if (!asks) return rest(record, theirs, value)
    const shown = act ? [] : collisions
    const goesOn = saves || (asking.value && waiting.value?.saves === true)
    waiting.value = { record, saves: goesOn, collisions: shown, others: othersIn(record, theirs, shown) }
    asking.value ||= saves
  }

  async function overtaken(cause: unknown): Promise<void> {
    const current = cause instanceof ApiError ? cause.conflict?.current : undefined
    if (current === undefined || current === null) throw cause
    const newer = options.newer ?? options.fresh ?? ((record, before) => ({ ...before, ...(record as R) }))
    meet(await newer(current, known.value), true)
  }

  function stored(sent: T, saved: R | undefined): void {
    found.value = null
    lost.value = []
    base.value = sent
    if (!saved) return leave()
    const theirs = options.values(saved)
    rest(saved, theirs, merged(saved, theirs, mine).value)
    keep()
  }

  async function send(tries: number): Promise<boolean> {
    if (options.allowed && !options.allowed(values)) return false
    const sent = copy(values)
    try {
      stored(sent, (await options.save(copy(sent), { record: known.value, version })) as R | undefined)
      return true
    } catch (cause) {
      if (tries === 0) throw cause
      await overtaken(cause)
    }
    return waiting.value ? false : send(tries - 1)
  }

  /** Whether something waits for a choice; then it is shown. */
  function held(): boolean {
    if (waiting.value) meet(waiting.value.record, true)
    return waiting.value !== null
  }

  /** Saves unless something waits for a choice; answers whether it did. */
  async function save(): Promise<boolean> {
    if (saving.value || held()) return false
    saving.value = true
    try {
      if (options.fresh) meet(await options.fresh(), true)
      return waiting.value ? false : await send(TRIES)
    } finally {
      saving.value = false
      if (missed && missed.version > version) follow(missed)
      missed = null
    }
  }

  function follow(record: R | null): void {
    if (!record || closed || record.version < version) return
    // While a save is under way its answer comes first.
    if (saving.value) missed = record
    else meet(record, false)
  }

  /** Goes on with this person's version or the other's of each thing that collides, and saves where that was under way. */
  async function settle(choose: Choose): Promise<boolean> {
    if (!waiting.value) return false
    const { record, saves } = waiting.value
    const theirs = options.values(record)
    rest(record, theirs, merged(record, theirs, choose).value)
    return saves ? save() : false
  }

  /** Takes what is stored, whole; answers what was typed, to call it back. */
  function giveWay(): T {
    const own = copy(values)
    const record = waiting.value?.record ?? known.value
    const theirs = options.values(record)
    rest(record, theirs, theirs)
    forget()
    return own
  }

  const later = () => (asking.value = false)
  const ask = () => (asking.value = waiting.value !== null)

  function keep(): void {
    clearTimeout(timer)
    if (!changed.value) return void dropDraft(name)
    const { value, lost: typed } = keepable(copy(values), base.value, personal)
    const { value: from } = keepable(base.value, base.value, personal)
    void keepDraft<T>(name, { version, base: from, values: value, lost: typed, at: Date.now() })
  }

  /** The draft goes; what stands in the fields stays. */
  function forget(): void {
    clearTimeout(timer)
    found.value = null
    lost.value = []
    begun = copy(values)
    void dropDraft(name)
  }

  function leave(): void {
    closed = true
    forget()
  }

  /** A draft of earlier is put back as it was typed, then what was stored since goes in. */
  function restore(draft: Draft<T>): void {
    const stored = base.value
    const own = filled(draft.values, stored, personal)
    const typed = changed.value ? merged(known.value, own, mine).value : own
    const record = known.value
    const older = draft.version < version
    base.value = filled(draft.base, stored, personal)
    version = draft.version
    put(typed)
    if (record) meet(record, false)
    else rest(null, stored, merged(null, stored, mine).value)
    if (!changed.value) return forget()
    begun = copy(values)
    found.value = { at: draft.at, older }
    lost.value = draft.lost
  }

  function onTyped(): void {
    const top = (path: string) => path.split('.')[0] as keyof T
    lost.value = lost.value.filter((path) => same(values[top(path)], begun[top(path)]))
    clearTimeout(timer)
    timer = setTimeout(keep, DRAFT_DELAY_MS)
  }

  watch(() => options.record?.() ?? null, follow)
  watch(values, onTyped)
  void readDraft<T>(name).then((draft) => draft && !closed && restore(draft))
  onScopeDispose(() => {
    if (!closed && !same(values, begun)) keep()
    clearTimeout(timer)
    closed = true
  })

  return {
    values,
    changed,
    saving,
    conflict,
    waiting: waiting as Ref<DraftConflict | null>,
    found,
    lost,
    save,
    settle,
    giveWay,
    later,
    ask,
    forget,
    leave,
  }
}
