import { computed, onScopeDispose, ref, shallowRef, watch, type WatchSource } from 'vue'
import type { Page, Paging } from '@/bindings'
import { useActivity } from './activity'

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

/** A list that the core gives page by page. Rows stay while a new question is under way; after a save the pages seen so far are read again. */
export function usePages<Row>(read: (page: Paging) => Promise<Page<Row>>, watching: WatchSource[]) {
  const rows = shallowRef<Row[] | null>(null)
  const total = ref(0)
  const next = ref<string | null>(null)
  const error = shallowRef<Error | null>(null)
  const loading = ref(false)
  const activity = useActivity()
  let asked = 0

  async function ask(paging: Paging, take: (page: Page<Row>) => void): Promise<void> {
    const mine = ++asked
    loading.value = true
    try {
      const page = await read(paging)
      if (mine !== asked) return
      take(page)
      total.value = page.total
      next.value = page.next
      error.value = null
    } catch (cause) {
      if (mine === asked) error.value = cause as Error
    } finally {
      if (mine === asked) loading.value = false
    }
  }

  const replace = (limit: number) => ask({ limit }, (page) => (rows.value = page.rows))
  const reload = () => replace(FIRST)
  const refresh = () => replace(Math.min(Math.max(rows.value?.length ?? 0, FIRST), MOST))

  async function more(): Promise<void> {
    if (loading.value || next.value === null) return
    await ask({ after: next.value, limit: FIRST }, (page) => (rows.value = [...(rows.value ?? []), ...page.rows]))
  }

  /** Every row of the list as it is asked for now. */
  const all = () => readAll(read)

  watch(watching, reload, { immediate: true })
  watch(() => activity.revision, refresh)
  onScopeDispose(() => asked++)
  return { rows, total, error, loading, more, reload, all, hasMore: computed(() => next.value !== null) }
}
