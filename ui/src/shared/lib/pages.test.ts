import { flushPromises } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, ref } from 'vue'
import type { Page, Paging } from '@/bindings'
import { usePlatform, type Platform } from '@/platform'
import { call } from '@/platform/api'
import { change } from './change'
import { readAll, usePages } from './pages'
import { cellText, type Column } from './table'

describe('a whole list', () => {
  it('is read page by page until there is no next', async () => {
    const pages: Record<string, { rows: number[]; next: string | null }> = {
      '': { rows: [1, 2], next: 'b' },
      b: { rows: [3], next: null },
    }
    const asked: Paging[] = []
    const rows = await readAll((page) => {
      asked.push(page)
      return Promise.resolve(pages[page.after ?? ''] ?? { rows: [], next: null })
    })
    expect(rows).toEqual([1, 2, 3])
    expect(asked.map(({ after }) => after)).toEqual([undefined, 'b'])
  })

  it('says what its cells show, badges by their words', () => {
    const text: Column<{ n: number | null }> = { key: 'n', label: 'n', text: ({ n }) => n }
    const badge: Column<{ n: number | null }> = {
      key: 's',
      label: 's',
      badge: ({ n }) => (n === null ? null : { tone: 'done', word: '已完成' }),
    }
    expect([
      cellText(text, { n: 3 }),
      cellText(text, { n: null }),
      cellText(badge, { n: 1 }),
      cellText(badge, { n: null }),
    ]).toEqual(['3', '', '已完成', ''])
  })
})

describe('a list page by page', () => {
  const SIZE = 5000
  const ids = (rows: readonly { id: number }[] | null) => (rows ?? []).map(({ id }) => id)

  /** A list of so many rows; `asked` says what was asked of it. */
  function list() {
    const asked: Paging[] = []
    const stored = { revision: 1 }
    const host = vi.fn(() => Promise.resolve({ result: null, change_set: null }))
    usePlatform({ call: host } as unknown as Platform)
    const read = async (page: Paging): Promise<Page<{ id: number; revision: number }>> => {
      asked.push(page)
      await call('units.list', { search: '', page } as never)
      const from = Number(page.after ?? 0)
      const to = Math.min(from + (page.limit ?? 100), SIZE)
      const rows = Array.from({ length: to - from }, (_, at) => ({ id: from + at, revision: stored.revision }))
      return { rows, total: SIZE, next: to < SIZE ? String(to) : null }
    }
    return { asked, stored, read }
  }

  beforeEach(() => setActivePinia(createPinia()))

  it('stays as long as it was after a save', async () => {
    const { asked, stored, read } = list()
    const pages = effectScope().run(() => usePages(read, []))
    await flushPromises()
    while (pages?.hasMore.value) await pages.more()
    expect(pages?.rows.value).toHaveLength(SIZE)
    asked.length = 0
    stored.revision = 2
    await change('units.retire', { id: 'u', version: 1, retired: true })
    await flushPromises()
    expect(asked.map(({ limit }) => limit)).toEqual(Array.from({ length: 10 }, () => 500))
    expect(ids(pages?.rows.value ?? null)).toEqual(Array.from({ length: SIZE }, (_, at) => at))
    expect(pages?.rows.value?.every(({ revision }) => revision === 2)).toBe(true)
  })

  it('keeps its rows while they are read again, and is left alone by what it does not show', async () => {
    const { asked, read } = list()
    const pages = effectScope().run(() => usePages(read, []))
    await flushPromises()
    await pages?.more()
    asked.length = 0
    await change('calendar.save', { id: '', version: 0, year: 2026, pack: {} } as never)
    await flushPromises()
    expect(asked).toEqual([])
    const saving = change('units.retire', { id: 'u', version: 1, retired: true })
    await saving
    expect(pages?.rows.value).toHaveLength(200)
    await flushPromises()
    expect(asked).toEqual([{ limit: 200 }])
  })

  it('begins anew with another question', async () => {
    const { read } = list()
    const search = ref('')
    const pages = effectScope().run(() => usePages(read, [search]))
    await flushPromises()
    await pages?.more()
    search.value = '民政'
    await flushPromises()
    expect(pages?.rows.value).toHaveLength(100)
  })
})
