import type { Building, PostHolder, SaveBuilding } from '@/bindings'
import type { Problems } from '@/shared/lib/form'
import { fuzzyDateProblem } from '@/shared/lib/fuzzyDate'
import { fields, rows } from '@/shared/lib/merge'
import { t } from '@/shared/strings'
import { POSTS, postWord } from './words'

export interface BuildingValues {
  compound_id: string | null
  name: string
  grid: string
  households: number | null
  party_members: number | null
  stairwells: number | null
  position: number | null
  note: string
}

export function buildingValues(building: Building | null, compound: string | null): BuildingValues {
  return {
    compound_id: building?.compound_id ?? compound,
    name: building?.name ?? '',
    grid: building?.grid ?? '',
    households: building?.households ?? null,
    party_members: building?.party_members ?? null,
    stairwells: null,
    position: building?.position || null,
    note: building?.note ?? '',
  }
}

export function checkBuilding(values: BuildingValues): Problems<BuildingValues> {
  const problems: Problems<BuildingValues> = {}
  if (!values.compound_id) problems.compound_id = t('buildings.form.compoundMissing')
  if (!values.name.trim()) problems.name = t('buildings.form.nameMissing')
  return problems
}

export function buildingArguments(values: BuildingValues, id: string | undefined, version: number): SaveBuilding {
  const { compound_id, stairwells, position, ...rest } = values
  return {
    ...rest,
    ...(id ? { id } : {}),
    version,
    compound_id: compound_id ?? '',
    stairwells: stairwells ?? 0,
    position: position ?? 0,
  }
}

export interface PostValues {
  posts: { post: PostHolder['post']; name: string; phone: string; since: string }[]
}

/** All five posts, held or not. */
export function postValues(building: Building): PostValues {
  const held = (post: PostHolder['post']) => building.posts.find((holder) => holder.post === post)
  return {
    posts: POSTS.map((post) => ({
      post,
      name: held(post)?.name ?? '',
      phone: held(post)?.phone ?? '',
      since: held(post)?.since ?? '',
    })),
  }
}

/** Each post is merged on its own. */
export const mergePosts = fields<PostValues>({
  posts: rows({ key: ({ post }) => post, name: ({ post }) => postWord(post) }),
})

export function checkPosts({ posts }: PostValues): Problems<PostValues> {
  const wrong = posts.map(({ since }) => fuzzyDateProblem(since)).find((problem) => problem !== undefined)
  return wrong ? { posts: wrong } : {}
}

export function postArguments({ posts }: PostValues): PostHolder[] {
  const held = posts.filter(({ name, phone }) => name.trim() !== '' || phone.trim() !== '')
  return held.map(({ since, ...holder }) => ({ ...holder, since: since.trim() || null }))
}
