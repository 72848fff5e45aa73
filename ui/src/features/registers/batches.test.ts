import { describe, expect, it } from 'vitest'
import { touchedText } from './batches'

describe('an import of the past', () => {
  it('tells what it touched', () => {
    expect(
      touchedText({
        touched: [
          { thing: '席位', count: 158 },
          { thing: '成员单位', count: 69 },
        ],
      }),
    ).toBe('席位 158、成员单位 69')
    expect(touchedText({ touched: [] })).toBe('')
  })
})
