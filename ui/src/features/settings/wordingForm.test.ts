import { describe, expect, it } from 'vitest'
import { rules } from './rules.sample'
import { braced, wordingRules } from './wordingForm'

describe("a text of the office's own", () => {
  it('is kept beside the others', () => {
    const first = wordingRules(rules, 'notice_opening', ` 定于近日召开${braced('会议')}。 `)
    const both = wordingRules(first, 'script_closing', '散会。')
    expect(both.wording).toEqual({ notice_opening: '定于近日召开{{ 会议 }}。', script_closing: '散会。' })
    expect(rules.wording).toEqual({})
  })
})
