import { describe, expect, it } from 'vitest'
import type { Todo } from '@/bindings'
import { lineOf, placeOf, whenOf } from './todo'

const todo: Todo = {
  kind: 'notice_due',
  urgency: 'soon',
  date: '2026-11-25',
  title: '花溪 · 联席会议通知应发出',
  note: '',
  target: 'm1',
  committee_id: 'c1',
}

describe('lines of the desk', () => {
  it('lead to where the thing is done', () => {
    expect(placeOf(todo)).toBe('/meetings/m1/notice')
    expect(placeOf({ ...todo, kind: 'meeting_ahead' })).toBe('/meetings/m1')
    expect(placeOf({ ...todo, kind: 'assignment_late', target: 'a1' })).toEqual({
      path: '/assignments',
      query: { open: 'a1' },
    })
    expect(placeOf({ ...todo, kind: 'meeting_missing', target: 'c1' })).toEqual({
      path: '/meetings',
      query: { new: 'c1' },
    })
    expect(placeOf({ ...todo, kind: 'report_due', target: 'g1' })).toEqual({
      path: '/units/agreements',
      query: { open: 'g1' },
    })
    expect(placeOf({ ...todo, kind: 'returns_missing', target: '2026-10', committee_id: null })).toEqual({
      path: '/import/returns',
      query: { month: '2026-10' },
    })
    expect(placeOf({ ...todo, kind: 'calendar_missing', target: null })).toBe('/settings/calendar')
  })

  it('say the day in words', () => {
    expect(whenOf(todo, '2026-11-25')).toBe('明天')
    expect(whenOf(todo, '2026-11-24')).toBe('11月25日')
    expect(whenOf({ ...todo, urgency: 'late' }, '')).toBe('已逾期')
    expect(whenOf({ ...todo, urgency: 'ahead', date: null }, '')).toBe('待办')
  })

  it('offer the document that belongs to them', () => {
    expect(lineOf(todo, '')).toMatchObject({
      tone: 'doing',
      paper: { kind: 'notice', meeting: 'm1', word: '预览通知' },
    })
    expect(lineOf({ ...todo, kind: 'rota_missing', target: null }, '').paper).toBeNull()
  })
})
