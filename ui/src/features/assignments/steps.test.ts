import { describe, expect, it } from 'vitest'
import type { Assignment } from '@/bindings'
import { percent } from '@/shared/lib/percent'
import { blankValues, checkStep, stepOf, stepsNow } from './steps'
import { assignmentBadge } from './words'

const TODAY = '2026-11-22'
const assignment = (more: Partial<Assignment> = {}): Assignment => ({
  id: 'a',
  version: 1,
  committee_id: 'c',
  meeting_id: 'm',
  item_id: 'i',
  position: 1,
  content: '加装充电箱',
  lead_unit_id: 'u',
  lead_name: '安居物业',
  relation: 'partner',
  helpers: [],
  assigned_on: '2026-11-01',
  due_on: '2026-12-18',
  first_due_on: '2026-12-18',
  state: 'open',
  claimed_on: null,
  closed_on: null,
  closed_by: '',
  result: '',
  satisfaction: null,
  extension_to: null,
  extension_asked_on: null,
  reminded: 0,
  ...more,
})

describe('steps of an assignment', () => {
  it('close only what was claimed', () => {
    expect(stepsNow(assignment(), TODAY)).not.toContain('approve')
    expect(stepsNow(assignment({ state: 'claimed' }), TODAY)[0]).toBe('approve')
    expect(stepsNow(assignment({ state: 'closed' }), TODAY)).toEqual([])
  })

  it('ask for an extension only before the due date, and answer it first', () => {
    expect(stepsNow(assignment(), TODAY)).toContain('ask_extension')
    expect(stepsNow(assignment({ due_on: TODAY }), TODAY)).toContain('ask_extension')
    expect(stepsNow(assignment({ due_on: '2026-11-21' }), TODAY)).not.toContain('ask_extension')
    expect(stepsNow(assignment({ extension_to: '2026-12-30' }), TODAY)[0]).toBe('answer_extension')
  })

  it('remind three times at most', () => expect(stepsNow(assignment({ reminded: 3 }), TODAY)).not.toContain('remind'))

  it('say what is missing, and that an extension must be later', () => {
    const values = blankValues(assignment(), TODAY)
    expect(Object.keys(checkStep('approve', values, assignment()))).toEqual(['by'])
    expect(checkStep('ask_extension', { ...values, to: '2026-12-18', reason: '缺件' }, assignment()).to).toContain(
      '2026-12-18',
    )
    expect(checkStep('remind', values, assignment())).toEqual({})
  })

  it('go to the core with their own fields only', () => {
    const values = { ...blankValues(assignment(), TODAY), by: '王堃' }
    expect(stepOf('approve', values)).toEqual({ step: 'approve', by: '王堃', on: TODAY })
    expect(stepOf('answer_extension', { ...values, granted: 'no' })).toEqual({
      step: 'answer_extension',
      granted: false,
      by: '王堃',
    })
  })
})

describe('what a list says', () => {
  it('puts late and soon before the state', () => {
    const words = ['2026-11-21', '2026-11-22', '2026-11-29', '2026-11-30'].map(
      (due_on) => assignmentBadge({ state: 'open', due_on }, TODAY).tone,
    )
    expect(words).toEqual(['late', 'soon', 'soon', 'doing'])
    expect(assignmentBadge({ state: 'closed', due_on: '2026-01-01' }, TODAY).tone).toBe('done')
  })

  it('rounds rates half up and has none of nothing', () =>
    expect([percent(4, 7), percent(1, 8), percent(0, 0), percent(3, 3)]).toEqual(['57.1%', '12.5%', '—', '100.0%']))
})
