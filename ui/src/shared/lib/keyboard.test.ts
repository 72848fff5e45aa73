// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { focusNextField, isComposing, isPlainEnter } from './keyboard'

const enter = (init: KeyboardEventInit = {}) => new KeyboardEvent('keydown', { key: 'Enter', ...init })

describe('Enter', () => {
  it('counts when it is plain', () => expect(isPlainEnter(enter())).toBe(true))

  it('does not count while an input method composes', () => {
    expect(isPlainEnter(enter({ isComposing: true }))).toBe(false)
    expect(isComposing(enter({ keyCode: 229 }))).toBe(true)
  })

  it('does not count with a modifier', () => {
    expect(isPlainEnter(enter({ ctrlKey: true }))).toBe(false)
    expect(isPlainEnter(enter({ shiftKey: true }))).toBe(false)
  })
})

describe('moving on', () => {
  it('goes to the next field that can be used', () => {
    document.body.innerHTML = '<form><input id="a"><input id="b" disabled><textarea id="c"></textarea></form>'
    const form = document.querySelector('form') as HTMLFormElement
    expect(focusNextField(form, form.querySelector('#a') as Element)).toBe(true)
    expect(document.activeElement?.id).toBe('c')
    expect(focusNextField(form, form.querySelector('#c') as Element)).toBe(false)
  })
})
