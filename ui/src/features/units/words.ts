import type { Relation, Unit } from '@/bindings'
import type { Tone } from '@/shared/lib/states'
import { t } from '@/shared/strings'

export const RELATIONS: readonly Relation[] = ['subordinate', 'partner', 'vertical', 'external']

export const relationWord = (relation: Relation): string => t(`units.relation.${relation}`)

export const relationOptions = RELATIONS.map((value) => ({ value, label: relationWord(value) }))

/** Whether a unit is in use, as a badge. */
export function unitState(unit: Unit): { tone: Tone; word: string } {
  return unit.retired
    ? { tone: 'todo', word: t('units.state.retired') }
    : { tone: 'done', word: t('units.state.active') }
}

/** `王堃（局长）`, or what there is of it. */
export function personWithPost(name: string, post: string): string {
  return post ? `${name}（${post}）` : name
}
