import { expect, it } from 'vitest'
import { commonSteps } from './selection'

it('offers only the steps that all who are ticked may take', () => {
  expect(commonSteps([{ state: 'appointed' }, { state: 'renewed' }])).toEqual(['renewed', 'left'])
  expect(commonSteps([{ state: 'appointed' }, { state: 'assessed' }])).toEqual(['left'])
  expect(commonSteps([{ state: 'left' }, { state: 'assessed' }])).toEqual([])
  expect(commonSteps([])).toEqual([])
})
