// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest'
import { keepKeysOfInputMethod } from './composing'

keepKeysOfInputMethod(window)
let heard: string[] = []

beforeEach(() => {
  heard = []
  // A new body each time, so that the listeners of the test before are gone.
  document.documentElement.replaceChild(document.createElement('body'), document.body)
  document.body.innerHTML = '<form><input></form>'
  const hear = (where: string) => (event: Event) => heard.push(`${where} ${(event as KeyboardEvent).key}`)
  const form = document.querySelector('form') as HTMLElement
  form.addEventListener('keydown', hear('form'))
  document.body.addEventListener('keydown', hear('body'), true)
})

function press(key: string, how: KeyboardEventInit & { keyCode?: number } = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...how })
  if (how.keyCode) Object.defineProperty(event, 'keyCode', { value: how.keyCode })
  document.querySelector('input')?.dispatchEvent(event)
  return event
}

describe('keys while an input method composes', () => {
  it.each(['Enter', 'Escape', 'ArrowDown', 'Tab', 'Process'])(
    '%s reaches nobody, by flag or by key code 229',
    (key) => {
      press(key, { isComposing: true })
      press(key, { keyCode: 229 })
      expect(heard).toEqual([])
    },
  )

  it('stay the input method’s own: nothing is prevented', () => {
    expect(press('Enter', { isComposing: true }).defaultPrevented).toBe(false)
  })

  it('act again once it has ended', () => {
    press('Enter', { isComposing: true })
    press('Enter')
    press('Escape')
    expect(heard).toEqual(['body Enter', 'form Enter', 'body Escape', 'form Escape'])
  })
})
