import { describe, expect, it } from 'vitest'
import type { Paging } from '@/bindings'
import { readAll } from './pages'
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
