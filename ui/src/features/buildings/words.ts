import type { Building, Compound, OwnersMember, Post } from '@/bindings'
import type { Tone } from '@/shared/lib/states'
import { t } from '@/shared/strings'

/** The five posts of a building (两长三员), in the order papers follow. */
export const POSTS: readonly Post[] = ['party_leader', 'building_leader', 'safety', 'health', 'property']

export const postWord = (post: Post): string => t(`buildings.post.${post}`)
export const postOptions = POSTS.map((value) => ({ value, label: postWord(value) }))

/** Posts of a building that nobody holds. */
export function vacantPosts(building: Building): Post[] {
  return POSTS.filter((post) => building.posts.every((holder) => holder.post !== post))
}

/** How far the posts are filled. */
export function vacancyBadge(building: Building): { tone: Tone; word: string } {
  const count = vacantPosts(building).length
  if (count === 0) return { tone: 'done', word: t('buildings.vacancy.none') }
  if (count === POSTS.length) return { tone: 'todo', word: t('buildings.vacancy.all') }
  return { tone: 'soon', word: t('buildings.vacancy.some', { count }) }
}

export const ownerWord = ({ name, post, party }: OwnersMember): string =>
  t(party ? 'buildings.record.partyMember' : 'buildings.record.member', { name, post })

/** `5 人，其中党员 2 人`; nothing where there is no 业委会. */
export function ownersCount({ owners_committee: owners }: Compound): string {
  return owners.length > 0
    ? t('buildings.record.ownersText', { count: owners.length, party: owners.filter(({ party }) => party).length })
    : ''
}

export const numberWord = (count: number | null): string => (count === null ? '' : String(count))
