import { describe, expect, it } from 'vitest'
import type { Building } from '@/bindings'
import { buildingArguments, buildingValues, checkBuilding, checkPosts, postArguments, postValues } from './buildingForm'
import { checkCompound, compoundArguments, compoundValues } from './compoundForm'
import { ownersCount, vacancyBadge, vacantPosts } from './words'

const building: Building = {
  id: 'b1',
  version: 3,
  compound_id: 'k1',
  name: '1号楼',
  sort_key: '',
  grid: '第一网格',
  households: 72,
  party_members: null,
  vacant: 29,
  note: '',
  position: 0,
  retired: false,
  posts: [{ post: 'building_leader', name: '李兰', phone: '139****6923', since: '2024-05' }],
}

describe('the form of a building', () => {
  it('asks for compound and name', () => {
    expect(checkBuilding(buildingValues(null, null))).toEqual({ compound_id: '请选择小区。', name: '请填写名称。' })
    expect(checkBuilding(buildingValues(building, null))).toEqual({})
  })
  it('sends what is kept, and a number of stairwells only for a new one', () => {
    expect(buildingArguments(buildingValues(building, null), 'b1', 3)).toMatchObject({
      id: 'b1',
      version: 3,
      compound_id: 'k1',
      stairwells: 0,
      position: 0,
    })
    expect(buildingArguments({ ...buildingValues(null, 'k1'), name: '2', stairwells: 3 }, undefined, 0)).toMatchObject({
      compound_id: 'k1',
      name: '2',
      stairwells: 3,
    })
  })
})

describe('the five posts', () => {
  it('are all shown, and those without a holder are not sent', () => {
    const values = postValues(building)
    expect(values.posts.map(({ name }) => name)).toEqual(['', '李兰', '', '', ''])
    expect(postArguments(values)).toEqual(building.posts)
  })
  it('keep a phone without a name, so that the core can say what is missing', () => {
    const values = postValues({ ...building, posts: [] })
    const [first] = values.posts
    if (first) first.phone = '13900000000'
    expect(postArguments(values)).toEqual([{ post: 'party_leader', name: '', phone: '13900000000', since: null }])
  })
  it('take dates as precise as they are known', () => {
    const values = postValues(building)
    expect(checkPosts(values)).toEqual({})
    for (const line of values.posts) line.since = '去年'
    expect(checkPosts(values).posts).toBeDefined()
  })
  it('are told as vacant', () => {
    expect(vacantPosts(building)).toEqual(['party_leader', 'safety', 'health', 'property'])
    expect(vacancyBadge(building)).toEqual({ tone: 'soon', word: '缺 4 岗' })
    expect(vacancyBadge({ ...building, posts: [] })).toEqual({ tone: 'todo', word: '未登记' })
  })
})

describe('the form of a compound', () => {
  it('asks for community, name and names of the 业委会', () => {
    const values = { ...compoundValues(null, null), owners_committee: [{ name: ' ', post: '', party: false }] }
    expect(Object.keys(checkCompound(values))).toEqual(['community_id', 'name', 'owners_committee'])
  })
  it('sends no mode as an empty one', () => {
    expect(compoundArguments({ ...compoundValues(null, 'c1'), name: '听雨花园' }, undefined, 0)).toMatchObject({
      community_id: 'c1',
      property_mode: '',
      position: 0,
    })
  })
  it('counts the Party members of the 业委会', () => {
    const owners_committee = [
      { name: '张三', post: '主任', party: true },
      { name: '李四', post: '委员', party: false },
    ]
    expect(ownersCount({ owners_committee } as never)).toBe('2 人（党员 1）')
  })
})
