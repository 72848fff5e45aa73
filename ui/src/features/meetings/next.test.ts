import { describe, expect, it } from 'vitest'
import type { Meeting, MeetingItem, MeetingState, MeetingView, Minutes, MinutesState } from '@/bindings'
import { firstStep, isOpen, nextOf } from './next'

function view(
  state: MeetingState,
  more: { minutes?: MinutesState; taken?: boolean; topics?: number; recorded?: boolean } = {},
): MeetingView {
  const items = Array.from({ length: more.topics ?? 0 }, () => ({ source: 'office' }) as MeetingItem)
  return {
    meeting: { state, attendance_taken: more.taken ? '2026-11-26T07:00:00Z' : null } as Meeting,
    items: [{ source: 'follow_up' } as MeetingItem, ...items],
    minutes: more.minutes ? ({ state: more.minutes } as Minutes) : null,
    steps: [{ key: 'record', done: more.recorded ?? false, summary: '' }],
  } as unknown as MeetingView
}

describe('what comes next', () => {
  it('collects topics first; what comes by itself does not count', () =>
    expect(nextOf(view('preparing'), 'topics')).toMatchObject({ forward: 'collect', within: true }))
  it('then sends the notice, also after a postponement', () => {
    expect(nextOf(view('preparing', { topics: 1 }), 'topics')).toMatchObject({ step: 'notice', forward: 'notify' })
    expect(nextOf(view('postponed', { topics: 1 }), 'notice')).toMatchObject({ forward: 'notify' })
  })
  it('then takes attendance and registers that it was held', () => {
    expect(nextOf(view('notified'), 'notice')?.forward).toBe('attend')
    expect(nextOf(view('notified', { taken: true }), 'attendance')?.forward).toBe('hold')
  })
  it('then leads through record and minutes', () => {
    expect(nextOf(view('held'), 'attendance')).toMatchObject({ step: 'record', within: true })
    expect(nextOf(view('held'), 'record')?.forward).toBe('draft')
    const chain = (['draft', 'review', 'submitted'] as const).map(
      (minutes) => nextOf(view('held', { minutes }), 'minutes')?.forward,
    )
    expect(chain).toEqual(['review', 'submit', 'sign'])
  })
  it('archives what is signed, unless a correction is under way', () => {
    expect(nextOf(view('signed', { minutes: 'signed' }), 'minutes')?.forward).toBe('archive')
    expect(nextOf(view('signed', { minutes: 'draft' }), 'minutes')?.forward).toBe('review')
  })
  it('ends', () => {
    expect(nextOf(view('archived'), 'archive')).toBeNull()
    expect(firstStep(view('cancelled'))).toBe('archive')
  })
  it('freezes what is signed, archived or cancelled', () => {
    expect(
      [
        view('held'),
        view('signed', { minutes: 'signed' }),
        view('signed', { minutes: 'draft' }),
        view('archived'),
        view('cancelled'),
      ].map(isOpen),
    ).toEqual([true, false, true, false, false])
  })
})
