import { expect, it } from 'vitest'
import { withWord } from './finding'

it('adds a word to the search once', () => {
  expect([withWord('', '书法'), withWord('书法，听雨', '周末'), withWord('书法 周末', '书法')]).toEqual([
    '书法',
    '书法 听雨 周末',
    '书法 周末',
  ])
})
