import { describe, expect, it } from 'vitest'
import { checkRules, rulesOf, rulesValues } from './rulesForm'
import { rules } from './rules.sample'

describe('the rules', () => {
  it('come back as they were', () => expect(rulesOf(rulesValues(rules), rules)).toEqual(rules))

  it('leave those of other forms as they are stored', () => {
    const before = { ...rules, colophon: !rules.colophon, wording: { notice_short: '新的说法' } }
    expect(rulesOf(rulesValues(rules), before)).toEqual(before)
  })

  it('take lists line by line, once each', () => {
    expect(rulesOf({ ...rulesValues(rules), natures: ' 机关\n\n学校\n机关 ' }, rules).natures).toEqual(['机关', '学校'])
  })

  it('are refused outside sense', () => {
    expect(checkRules(rulesValues(rules))).toEqual({})
    expect(
      Object.keys(checkRules({ ...rulesValues(rules), topic_days: -1, members_min: 12, natures: ' ' })).sort(),
    ).toEqual(['members_min', 'natures', 'topic_days'])
    expect(checkRules({ ...rulesValues(rules), meeting_months: null })).toHaveProperty('meeting_months')
  })
})
