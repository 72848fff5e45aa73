import { describe, expect, it } from 'vitest'
import type { SeatRow } from '@/bindings'
import type { AssignmentRequest } from '@/shared/lib/assign'
import { assignmentArguments, assignmentValues, checkAssignment, helpersOf } from './assignmentForm'

const request: AssignmentRequest = {
  committeeId: 'c',
  item: { id: 'i', title: '飞线充电整治', decision: '加装充电箱 6 台。' },
}
const seat = (unit_id: string, unit_name: string): SeatRow => ({ unit_id, unit_name, relation: 'partner' }) as SeatRow

describe('an assignment from a decision', () => {
  it('begins with the decision, so that nothing is typed again', () => {
    expect(assignmentValues(request)).toMatchObject({
      committee_id: 'c',
      content: '加装充电箱 6 台。',
      dueBy: 'days',
      working_days: null,
    })
  })

  it('needs a lead, and content of at most 500 characters', () => {
    expect(Object.keys(checkAssignment(assignmentValues(request)))).toEqual(['lead_unit_id'])
    expect(
      checkAssignment({ ...assignmentValues(request), lead_unit_id: 'u', content: '办'.repeat(501) }).content,
    ).toBeDefined()
    expect(checkAssignment({ ...assignmentValues(request), outside: true }).lead_name).toBeDefined()
  })

  it('leaves the due date to the office’s default unless it is said', () => {
    const values = { ...assignmentValues(request), lead_unit_id: 'u' }
    expect(assignmentArguments(values, request, 0, [])).toEqual({
      version: 0,
      item_id: 'i',
      content: '加装充电箱 6 台。',
      lead_name: '',
      lead_unit_id: 'u',
      helpers: [],
    })
    expect(assignmentArguments({ ...values, working_days: 16 }, request, 0, [])).toMatchObject({ working_days: 16 })
    expect(checkAssignment({ ...values, working_days: 0 }).working_days).toBeDefined()
    expect(checkAssignment({ ...values, dueBy: 'date' }).due_on).toBeDefined()
  })

  it('keeps helpers from outside the register', () => {
    const outside = { name: '供电公司', relation: 'external' as const }
    expect(helpersOf(['u'], [seat('u', '区司法局')], [outside])).toEqual([
      { unit_id: 'u', name: '区司法局', relation: 'partner' },
      outside,
    ])
  })
})
