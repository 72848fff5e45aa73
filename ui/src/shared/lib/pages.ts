import { computed, ref, shallowRef, watch, type WatchSource } from 'vue'
import type { Page, Paging } from '@/bindings'
import { useQuestion } from './question'

const FIRST = 100
const MOST = 500

/** Every row of a list, page by page. */
export async function readAll<Row>(read: (page: Paging) => Promise<Pick<Page<Row>, 'rows' | 'next'>>): Promise<Row[]> {
  const found: Row[] = []
  let after: string | null = null
  do {
    const page: Pick<Page<Row>, 'rows' | 'next'> = await read({ limit: MOST, ...(after === null ? {} : { after }) })
    found.push(...page.rows)
    after = page.next
  } while (after !== null)
  return found
}

/** The first `count` rows of a list and what comes behind them, in as few pages as can be. */
async function readUpTo<Row>(read: (page: Paging) => Promise<Page<Row>>, count: number): Promise<Page<Row>> {
  let page = await read({ limit: Math.min(count, MOST) })
  const rows = [...page.rows]
  while (page.next !== null && rows.length < count) {
    page = await read({ limit: Math.min(count - rows.length, MOST), after: page.next })
    rows.push(...page.rows)
  }
  return { ...page, rows }
}

/** A list that the core gives page by page. Rows stay while a new question is under way; after a save that they show, all that were seen so far are read again. */
export function usePages<Row>(read: (page: Paging) => Promise<Page<Row>>, watching: WatchSource[]) {
  const rows = shallowRef<Row[] | null>(null)
  const total = ref(0)
  const next = ref<string | null>(null)
  const { error, loading, ask } = useQuestion(refresh)

  function take(page: Page<Row>, before: readonly Row[] = []): void {
    rows.value = [...before, ...page.rows]
    total.value = page.total
    next.value = page.next
  }

  const reload = () =>
    ask(
      () => read({ limit: FIRST }),
      (page) => take(page),
    )

  function refresh(): Promise<void> {
    const seen = Math.max(rows.value?.length ?? 0, FIRST)
    return ask(
      () => readUpTo(read, seen),
      (page) => take(page),
    )
  }

  async function more(): Promise<void> {
    const after = next.value
    if (loading.value || after === null) return
    await ask(
      () => read({ after, limit: FIRST }),
      (page) => take(page, rows.value ?? []),
    )
  }

  /** Every row of the list as it is asked for now. */
  const all = () => readAll(read)

  watch(watching, reload)
  void reload()
  return { rows, total, error, loading, more, reload, all, hasMore: computed(() => next.value !== null) }
}
