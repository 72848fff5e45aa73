import { describe, expect, it } from 'vitest'
import type { MeetingItem } from '@/bindings'
import { checkItem, itemArguments, itemValues, reordered } from './itemForm'

const item: MeetingItem = {
  id: 'i',
  version: 4,
  meeting_id: 'm',
  position: 2,
  kind: 'topic',
  title: '飞线充电整治',
  source: 'unit',
  proposer: '东园小学',
  speaker: '',
  background: '',
  discussion: '可接 6 台',
  decision: '',
  carried_to: null,
}

describe('a topic', () => {
  it('needs a title of at most 200 characters', () => {
    expect(checkItem(itemValues(null)).title).toBeDefined()
    expect(checkItem({ ...itemValues(null), title: '议'.repeat(201) }).title).toBeDefined()
    expect(checkItem(itemValues(item))).toEqual({})
  })

  it('is saved whole, so that the form never empties the record and the record never the form', () => {
    expect(itemArguments('m', item, 4, { decision: '加装 6 台' })).toMatchObject({
      id: 'i',
      version: 4,
      title: '飞线充电整治',
      proposer: '东园小学',
      discussion: '可接 6 台',
      decision: '加装 6 台',
    })
    expect(itemArguments('m', null, 0, { ...itemValues(null), title: '新议题' })).not.toHaveProperty('id')
  })

  it('moves by one and stays inside the agenda', () => {
    expect(reordered(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c'])
    expect(reordered(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b'])
    expect(reordered(['a', 'b'], 'a', -1)).toBeNull()
    expect(reordered(['a', 'b'], 'x', 1)).toBeNull()
  })
})
