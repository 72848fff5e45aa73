import { expect, it } from 'vitest'
import { asTags, tagsOf } from './tags'

it('tags are taken apart, each once', () => {
  expect(tagsOf('书法、摄影，书法/ 剪纸 ')).toEqual(['书法', '摄影', '剪纸'])
  expect(tagsOf('  ')).toEqual([])
  expect(asTags(['书法', '摄影、剪纸', '书法'])).toEqual(['书法', '摄影', '剪纸'])
})
