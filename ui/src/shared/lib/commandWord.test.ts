import { describe, expect, it } from 'vitest'
import bindings from '@/bindings/index.ts?raw'
import { commandWord } from './commandWord'

/** Commands that change nothing never reach the log. */
const READING =
  /\.(list|imports|get|counts|view|state|kinds|make|makeAll|figures|history|board|turn|preview|find|template|export|importPreview|keep|check|restore|restoreFile|noticeText|attachment|fonts|wording|previewWording|sample|issued|grids|explain|scores|sheet|previewScores|flags|rollUp|trend|community|tags)$/

describe('the log’s words', () => {
  const commands = [...bindings.matchAll(/^ {2}"([a-z]+\.[A-Za-z]+)":/gm)]
    .map(([, name]) => name ?? '')
    .filter((name) => !READING.test(name))

  it('exist for every command that writes', () => {
    expect(commands.length).toBeGreaterThan(20)
    expect(commands.filter((name) => /[A-Za-z]/.test(commandWord(name)))).toEqual([])
  })
})
