import type { Relation, SaveUnit, Unit } from '@/bindings'
import type { Problems } from '@/shared/lib/form'
import { t } from '@/shared/strings'

const LONGEST_NAME = 60

/** What the form of a unit holds. */
export interface UnitValues {
  name: string
  short_name: string
  nature: string | null
  relation: Relation | null
  party_org: string
  party_members: number | null
  leader_name: string
  leader_post: string
  note: string
  /** The unit got a new name; otherwise a wrong one is put right. */
  renamed: boolean
  renamed_after: string | null
}

export function valuesOf(unit: Unit | null): UnitValues {
  return {
    name: unit?.name ?? '',
    short_name: unit && unit.short_name !== unit.name ? unit.short_name : '',
    nature: unit?.nature ?? null,
    relation: unit?.relation ?? null,
    party_org: unit?.party_org ?? '',
    party_members: unit?.party_members ?? null,
    leader_name: unit?.leader_name ?? '',
    leader_post: unit?.leader_post ?? '',
    note: unit?.note ?? '',
    renamed: false,
    renamed_after: null,
  }
}

export function checkUnit(values: UnitValues): Problems<UnitValues> {
  const problems: Problems<UnitValues> = {}
  if (!values.name.trim()) problems.name = t('units.form.nameMissing')
  else if ([...values.name].length > LONGEST_NAME) problems.name = t('units.form.tooLong')
  if (!values.nature) problems.nature = t('units.form.natureMissing')
  if ((values.party_members ?? 0) < 0) problems.party_members = t('units.form.negative')
  if (values.renamed && !values.renamed_after) problems.renamed_after = t('units.form.renamedMissing')
  return problems
}

export function argumentsOf(values: UnitValues, id: string | undefined, version: number): SaveUnit {
  const { renamed, renamed_after, relation, nature, ...rest } = values
  return {
    ...rest,
    ...(id ? { id } : {}),
    version,
    nature: nature ?? '',
    ...(relation ? { relation } : {}),
    ...(renamed && renamed_after ? { renamed_after } : {}),
  }
}
