import type { BuildingView, CompoundView } from '@/bindings'
import { t } from '@/shared/strings'
import { numberWord, ownerWord } from './words'

type Fact = { label: string; value: string }

export function buildingFacts({ building, compound, community }: BuildingView): Fact[] {
  return [
    { label: t('buildings.record.community'), value: community },
    { label: t('buildings.record.compound'), value: compound.name },
    { label: t('buildings.record.grid'), value: building.grid },
    { label: t('buildings.record.households'), value: numberWord(building.households) },
    { label: t('buildings.record.party'), value: numberWord(building.party_members) },
    { label: t('buildings.record.mode'), value: compound.property_mode },
    { label: t('buildings.record.note'), value: building.note },
  ]
}

export function compoundFacts({ compound, community, buildings }: CompoundView): Fact[] {
  const sum = buildings.reduce((all, { building }) => all + (building.households ?? 0), 0)
  const vacant = buildings.filter(({ building }) => building.vacant !== 0).length
  const households =
    compound.households === null
      ? sum > 0
        ? String(sum)
        : ''
      : t('buildings.record.householdsSum', { own: compound.households, sum })
  return [
    { label: t('buildings.record.community'), value: community },
    {
      label: t('buildings.record.buildings'),
      value: buildings.length > 0 ? t('buildings.record.buildingsText', { count: buildings.length, vacant }) : '',
    },
    { label: t('buildings.record.households'), value: households },
    { label: t('buildings.record.mode'), value: compound.property_mode },
    { label: t('buildings.record.company'), value: compound.property_company },
    { label: t('buildings.record.owner'), value: compound.owner_unit },
    { label: t('buildings.record.branch'), value: compound.party_branch },
    { label: t('buildings.record.owners'), value: compound.owners_committee.map(ownerWord).join('、') },
    { label: t('buildings.record.note'), value: compound.note },
  ]
}
