import { describe, expect, it } from 'vitest'
import { fuzzyWord, hoursOf, tagsOf } from './words'

describe('words of partners', () => {
  it('show a date as precisely as it is known', () => {
    expect(['2028', '2028-12', '2028-12-01', null].map(fuzzyWord)).toEqual(['2028年', '2028年12月', '2028年12月1日', ''])
  })
  it('show minutes as hours', () => {
    expect([90, 45, 0, 20].map(hoursOf)).toEqual(['1.5', '0.8', '0', '0.3'])
  })
  it('take tags apart, each once', () => {
    expect(tagsOf('书法、摄影，书法/ 剪纸 ')).toEqual(['书法', '摄影', '剪纸'])
    expect(tagsOf('  ')).toEqual([])
  })
})
