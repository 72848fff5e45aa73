import type { Compound, OwnersMember, SaveCompound } from '@/bindings'
import type { Problems } from '@/shared/lib/form'
import { t } from '@/shared/strings'

export interface CompoundValues {
  community_id: string | null
  name: string
  property_mode: string | null
  property_company: string
  owner_unit: string
  party_branch: string
  households: number | null
  owners_committee: OwnersMember[]
  position: number | null
  note: string
}

export function compoundValues(compound: Compound | null, community: string | null): CompoundValues {
  return {
    community_id: compound?.community_id ?? community,
    name: compound?.name ?? '',
    property_mode: compound?.property_mode || null,
    property_company: compound?.property_company ?? '',
    owner_unit: compound?.owner_unit ?? '',
    party_branch: compound?.party_branch ?? '',
    households: compound?.households ?? null,
    owners_committee: compound?.owners_committee.map((member) => ({ ...member })) ?? [],
    position: compound?.position || null,
    note: compound?.note ?? '',
  }
}

export function checkCompound(values: CompoundValues): Problems<CompoundValues> {
  const problems: Problems<CompoundValues> = {}
  if (!values.community_id) problems.community_id = t('buildings.form.communityMissing')
  if (!values.name.trim()) problems.name = t('buildings.form.nameMissing')
  if (values.owners_committee.some(({ name }) => !name.trim()))
    problems.owners_committee = t('buildings.form.ownerMissing')
  return problems
}

export function compoundArguments(values: CompoundValues, id: string | undefined, version: number): SaveCompound {
  const { community_id, property_mode, position, ...rest } = values
  return {
    ...rest,
    ...(id ? { id } : {}),
    version,
    community_id: community_id ?? '',
    property_mode: property_mode ?? '',
    position: position ?? 0,
  }
}
