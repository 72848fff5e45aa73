import { describe, expect, it } from 'vitest'
import {
  draftOf,
  editedBlocks,
  followed,
  isStale,
  kept,
  rebased,
  textOf,
  withOwnBelow,
  written,
  type BlockDraft,
} from './blocks'

const block = (key: string, generated: string, more: Partial<BlockDraft> = {}): BlockDraft => ({
  ...draftOf({ key, level: 0, generated, removed: false }),
  ...more,
})

describe('a block of the minutes', () => {
  it('follows the data until a hand writes, and again when the hand writes the same', () => {
    const edited = written(block('opening', '出席8家'), '出席八家')
    expect([textOf(edited), edited.edited_from]).toEqual(['出席八家', '出席8家'])
    expect(written(edited, '出席8家').edited).toBeNull()
  })

  it('is stale once the data beneath the hand has changed, until somebody decides', () => {
    const stale = block('opening', '出席9家', { edited: '出席八家', edited_from: '出席8家' })
    expect(isStale(stale)).toBe(true)
    expect(isStale(kept(stale))).toBe(false)
    expect(textOf(kept(stale))).toBe('出席八家')
    expect(textOf(followed(stale))).toBe('出席9家')
    expect(isStale(block('opening', '出席9家'))).toBe(false)
  })

  it('stays stale while the hand only goes on writing', () => {
    const stale = block('opening', '出席9家', { edited: '出席八家', edited_from: '出席8家' })
    expect(isStale(written(stale, '出席八家。'))).toBe(true)
  })
})

describe('paragraphs of the hand’s own', () => {
  it('get new keys and stand below', () => {
    const { blocks, added } = withOwnBelow(
      [block('opening', 'a'), block('own:2', '', { edited: 'x' }), block('item:1:text', 'b')],
      'opening',
    )
    expect(added).toBe('own:3')
    expect(blocks.map(({ key }) => key)).toEqual(['opening', 'own:3', 'own:2', 'item:1:text'])
  })

  it('are not sent while empty', () => {
    const { blocks } = withOwnBelow([block('opening', 'a')], 'opening')
    expect(editedBlocks(blocks)).toEqual([{ key: 'opening', level: 0, removed: false, accepted: false }])
  })
})

describe('unsaved work over newer data', () => {
  const opening = block('opening', 'a')
  const text = block('item:1:text', 'b')
  const base = [opening, text]

  it('keeps its edits and takes the rest', () => {
    const mine = [written(opening, 'A'), text]
    const merged = rebased(base, mine, [block('opening', 'a2'), block('item:1:text', 'b2'), block('item:2:text', 'c')])
    expect(merged.map(textOf)).toEqual(['A', 'b2', 'c'])
    expect(merged.map(isStale)[0]).toBe(true)
  })

  it('keeps own paragraphs behind the block they stood behind', () => {
    const { blocks } = withOwnBelow(base, 'opening')
    expect(rebased(base, blocks, [block('item:0:text', 'z'), ...base]).map(({ key }) => key)).toEqual([
      'item:0:text',
      'opening',
      'own:1',
      'item:1:text',
    ])
  })

  it('does not call a newer change accepted', () => {
    const stale = block('opening', 'a2', { edited: 'A', edited_from: 'a' })
    const merged = rebased([stale], [kept(stale)], [{ ...stale, generated: 'a3' }])
    expect(merged.map(isStale)[0]).toBe(true)
  })
})
