import { describe, expect, it } from 'vitest'
import { checkPaper, paperRules, paperValues } from './paperForm'
import { rules } from './rules.sample'

describe('the measures of the page', () => {
  it('come back as they were', () => expect(paperRules(paperValues(rules), rules)).toEqual(rules))

  it('are typed in millimetres and points', () => {
    const values = { ...paperValues(rules), margin_left: '27.5', leading: '28', two_sided: false }
    expect(checkPaper(values)).toEqual({})
    expect(paperRules(values, rules).paper).toMatchObject({ margin_left: 275, leading: 2800, two_sided: false })
  })

  it('are refused outside sense, and then stay as they were', () => {
    const values = { ...paperValues(rules), margin_top: '二', characters: '3', leading: '5' }
    expect(Object.keys(checkPaper(values)).sort()).toEqual(['characters', 'leading', 'margin_top'])
    expect(paperRules(values, rules).paper).toEqual(rules.paper)
  })
})
