import { describe, expect, it } from 'vitest'
import { checkNeed, checkResource, needArguments, needValues, resourceArguments, resourceValues } from './listForms'

describe('the forms of the lists', () => {
  it('name what is missing', () => {
    expect(Object.keys(checkResource(resourceValues(null, null, null))).sort()).toEqual(['kind', 'title', 'unit_id'])
    expect(Object.keys(checkNeed(needValues(null, null, '2026-11-20'))).sort()).toEqual([
      'committee_id',
      'kind',
      'title',
    ])
    const filled = { ...needValues(null, 'c1', '2026-11-20'), kind: '场地', title: '停车难' }
    expect(checkNeed(filled)).toEqual({})
    expect(checkNeed({ ...filled, wanted_by: '2026-11-19' })).toHaveProperty('wanted_by')
  })

  it('leave out what was not chosen', () => {
    const resource = resourceArguments(
      { ...resourceValues(null, 'u1', null), kind: '场地', title: '会议室' },
      undefined,
      0,
    )
    expect(resource).not.toHaveProperty('committee_id')
    expect(resource).not.toHaveProperty('id')
    expect(needArguments(needValues(null, 'c1', '2026-11-20'), 'n1', 3)).toMatchObject({
      id: 'n1',
      version: 3,
      raised_on: '2026-11-20',
    })
  })
})
