import { describe, expect, it } from 'vitest'
import type { Rules } from '@/bindings'
import { checkRules, rulesOf, rulesValues } from './rulesForm'

const rules: Rules = {
  notice_working_days: 3, topic_days: 15, duties_per_month: 1, rotation_months: 1, meeting_months: 1, assignment_working_days: 15, expiry_days: 30,
  members_min: 9, members_max: 11, unit_roles: ['主任单位', '成员单位'], natures: ['机关', '学校'], meeting_kinds: [], page_number: 'dashes', colophon: true, criticism: false,
}

describe('the rules', () => {
  it('come back as they were', () => expect(rulesOf(rulesValues(rules), rules)).toEqual(rules))

  it('take lists line by line, once each', () => {
    expect(rulesOf({ ...rulesValues(rules), natures: ' 机关\n\n学校\n机关 ' }, rules).natures).toEqual(['机关', '学校'])
  })

  it('are refused outside sense', () => {
    expect(checkRules(rulesValues(rules))).toEqual({})
    expect(Object.keys(checkRules({ ...rulesValues(rules), topic_days: -1, members_min: 12, natures: ' ' })).sort()).toEqual(['members_min', 'natures', 'topic_days'])
    expect(checkRules({ ...rulesValues(rules), meeting_months: null })).toHaveProperty('meeting_months')
  })
})
