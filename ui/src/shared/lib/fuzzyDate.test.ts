import { describe, expect, it } from 'vitest'
import { fuzzyDateProblem, fuzzyDateText } from './fuzzyDate'

describe('a date as precise as it was written', () => {
  it('may be a year, a month, a day or nothing', () => {
    for (const right of ['', '2023', '2023-05', '2024-02-29']) expect(fuzzyDateProblem(right)).toBeUndefined()
  })

  it('must be a real one', () => {
    for (const wrong of ['2023-13', '2023-02-29', '23', '2023.5', '2023-5'])
      expect(fuzzyDateProblem(wrong)).toBeTruthy()
  })

  it('is spoken in Chinese', () => {
    expect(fuzzyDateText('2023')).toBe('2023年')
    expect(fuzzyDateText('2023-05')).toBe('2023年5月')
    expect(fuzzyDateText('2023-05-06')).toBe('2023年5月6日')
    expect(fuzzyDateText(null)).toBe('')
  })
})
