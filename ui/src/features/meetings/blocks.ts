import type { EditedBlock, MinutesBlock } from '@/bindings'
import type { Collision, Merge } from '@/shared/lib/merge'

/** A block under edit; `accepted` says that the hand has seen what changed beneath its text and keeps the text. */
export interface BlockDraft {
  key: string
  level: number
  generated: string
  edited: string | null
  edited_from: string | null
  removed: boolean
  accepted: boolean
}

export function draftOf(block: MinutesBlock): BlockDraft {
  return {
    key: block.key,
    level: block.level,
    generated: block.generated,
    edited: block.edited ?? null,
    edited_from: block.edited_from ?? null,
    removed: block.removed,
    accepted: false,
  }
}

export const isOwn = (block: Pick<BlockDraft, 'key'>): boolean => block.key.startsWith('own:')
export const textOf = (block: BlockDraft): string => block.edited ?? block.generated

/** Whether the data beneath a hand's text has changed since it was written. */
export function isStale(block: BlockDraft): boolean {
  return !isOwn(block) && block.edited !== null && !block.accepted && block.edited_from !== block.generated
}

/** The block with a hand's text; text equal to the data's lets it follow the data again. */
export function written(block: BlockDraft, text: string): BlockDraft {
  if (!isOwn(block) && text === block.generated) return { ...block, edited: null, edited_from: null }
  const from = block.edited === null ? block.generated : block.edited_from
  return { ...block, edited: text, edited_from: from }
}

/** 采用新数据 or 恢复自动文字. */
export const followed = (block: BlockDraft): BlockDraft => ({
  ...block,
  edited: null,
  edited_from: null,
  accepted: false,
})

/** 保留我的文字. */
export const kept = (block: BlockDraft): BlockDraft => ({ ...block, accepted: true })

/** The blocks with an empty paragraph of the hand's own below `key`. */
export function withOwnBelow(blocks: readonly BlockDraft[], key: string): { blocks: BlockDraft[]; added: string } {
  const numbers = blocks.filter(isOwn).map((block) => Number.parseInt(block.key.slice(4), 10) || 0)
  const own: BlockDraft = {
    key: `own:${Math.max(0, ...numbers) + 1}`,
    level: 0,
    generated: '',
    edited: '',
    edited_from: null,
    removed: false,
    accepted: false,
  }
  const at = blocks.findIndex((block) => block.key === key) + 1
  return { blocks: [...blocks.slice(0, at), own, ...blocks.slice(at)], added: own.key }
}

/** As the core takes them; empty paragraphs of the hand's own go away. */
export function editedBlocks(blocks: readonly BlockDraft[]): EditedBlock[] {
  return blocks
    .filter((block) => !isOwn(block) || (block.edited ?? '').trim() !== '')
    .map(({ key, level, edited, removed, accepted }) => ({
      key,
      level,
      removed,
      accepted,
      ...(edited === null ? {} : { edited }),
    }))
}

const sameHand = (a: BlockDraft | undefined, b: BlockDraft) =>
  a !== undefined && a.edited === b.edited && a.removed === b.removed && a.accepted === b.accepted

/** Carries what the hand did since `base` over to newer blocks: edits stay on their block, own paragraphs behind the block they stood behind. */
export function rebased(
  base: readonly BlockDraft[],
  mine: readonly BlockDraft[],
  next: readonly BlockDraft[],
): BlockDraft[] {
  const known = new Map(base.map((block) => [block.key, block]))
  const touched = new Map(
    mine.filter((block) => !sameHand(known.get(block.key), block)).map((block) => [block.key, block]),
  )
  const merged = next.map((block) => {
    const hand = touched.get(block.key)
    return hand
      ? {
          ...block,
          edited: hand.edited,
          edited_from: hand.edited_from,
          removed: hand.removed,
          accepted: hand.accepted && hand.generated === block.generated,
        }
      : block
  })
  mine.forEach((block, index) => {
    if (known.has(block.key) || merged.some(({ key }) => key === block.key)) return
    const before = mine[index - 1]?.key
    merged.splice(merged.findIndex(({ key }) => key === before) + 1, 0, block)
  })
  return merged
}

export interface MinutesValues {
  blocks: BlockDraft[]
}

const byKey = (blocks: readonly BlockDraft[]) => new Map(blocks.map((block) => [block.key, block]))
const printed = (block: BlockDraft) => (block.removed ? '' : textOf(block))

/** Minutes of two people go together paragraph by paragraph. */
export const mergeMinutes: Merge<MinutesValues> = ({ base, mine, theirs }, choose) => {
  const [before, next] = [byKey(base.blocks), byKey(theirs.blocks)]
  const collisions = mine.blocks.flatMap((block): Collision[] => {
    const [was, now] = [before.get(block.key), next.get(block.key)]
    if (!was || !now || sameHand(was, block) || sameHand(was, now) || sameHand(now, block)) return []
    return [{ path: block.key, field: 'edited', mine: printed(block), theirs: printed(now) }]
  })
  const given = new Set(collisions.map(({ path }) => path).filter((path) => choose(path) === 'theirs'))
  const own = mine.blocks.map((block) => (given.has(block.key) ? (before.get(block.key) ?? block) : block))
  return { value: { blocks: rebased(base.blocks, own, theirs.blocks) }, collisions }
}
