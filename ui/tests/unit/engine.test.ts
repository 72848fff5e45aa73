// @vitest-environment happy-dom
import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it, vi } from 'vitest'

const script = readFileSync('public/engine.js', 'utf8')
const run = () => new Function(script)()
const replaceAll = Object.getOwnPropertyDescriptor(String.prototype, 'replaceAll') as PropertyDescriptor

beforeEach(() => {
  document.body.innerHTML = '<div id="app"></div>'
  document.documentElement.removeAttribute('data-engine')
  vi.stubGlobal('CSS', { supports: () => true })
  return () => vi.unstubAllGlobals()
})

describe('the script before the window', () => {
  it('says nothing in an engine that is new enough', () => {
    run()
    expect(document.body.textContent).toBe('')
    expect(document.documentElement.dataset.engine).toBeUndefined()
  })

  it('says what to do in one that is too old, and keeps the window from starting', () => {
    Reflect.deleteProperty(String.prototype, 'replaceAll')
    try {
      run()
    } finally {
      Object.defineProperty(String.prototype, 'replaceAll', replaceAll)
    }
    expect(document.getElementById('app')?.textContent).toContain('请改用 Chromium 86')
    expect(document.documentElement.dataset.engine).toBe('old')
  })

  it('is written in the JavaScript of 2009, as no build lowers it', () => {
    expect(script).not.toMatch(/=>|\b(const|let|class)\b|`|\?\./)
  })
})
