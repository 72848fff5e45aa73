// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, nextTick } from 'vue'
import { question } from '../lib/confirm'
import { useForm } from '../lib/form'
import FormField from './FormField.vue'
import RecordForm from './RecordForm.vue'
import TextInput from './TextInput.vue'

const save = vi.fn(async () => undefined)
const close = vi.fn()

const Sheet = defineComponent(() => {
  const form = useForm({
    name: 'sheet',
    values: () => ({ name: '', note: '' }),
    check: ({ name }) => (name ? {} : { name: '请填写名称。' }),
    save,
  })
  const field = (key: 'name' | 'note') =>
    h(FormField, { label: key, reason: form.reason(key) }, () =>
      h(TextInput, {
        modelValue: form.values[key],
        'onUpdate:modelValue': (text: string | null) => (form.values[key] = text ?? ''),
      }),
    )
  return () => h(RecordForm, { form, onClose: close }, () => [field('name'), field('note')])
})

const open = () => mount(Sheet, { attachTo: document.body })
const key = (target: Element, init: KeyboardEventInit) =>
  target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }))

beforeEach(() => {
  localStorage.clear()
  vi.clearAllMocks()
  question.value = null
})

describe('a form under the fingers', () => {
  it('moves on with Enter, but not while an input method composes', () => {
    const sheet = open()
    const [name, note] = sheet.findAll('input').map(({ element }) => element)
    if (!name || !note) throw new Error('two fields expected')
    name.focus()
    key(name, { key: 'Enter', isComposing: true })
    expect(document.activeElement).toBe(name)
    key(name, { key: 'Enter' })
    expect(document.activeElement).toBe(note)
    expect(save).not.toHaveBeenCalled()
    sheet.unmount()
  })

  it('saves with Ctrl+S, and shows what is missing first', async () => {
    const sheet = open()
    key(document.body, { key: 's', ctrlKey: true })
    await vi.waitFor(() => expect(sheet.text()).toContain('请填写名称。'))
    await sheet.find('input').setValue('区民政局')
    key(document.body, { key: 's', ctrlKey: true })
    await vi.waitFor(() => expect(save).toHaveBeenCalledWith({ name: '区民政局', note: '' }, expect.anything()))
    sheet.unmount()
  })

  it('closes with Esc, and asks only when something changed', async () => {
    const sheet = open()
    const input = sheet.find('input')
    key(input.element, { key: 'Escape' })
    await nextTick()
    expect(close).toHaveBeenCalledTimes(1)
    await input.setValue('改了')
    key(input.element, { key: 'Escape' })
    await nextTick()
    expect(question.value).not.toBeNull()
    expect(close).toHaveBeenCalledTimes(1)
    question.value?.answer(true)
    await vi.waitFor(() => expect(close).toHaveBeenCalledTimes(2))
    sheet.unmount()
  })
})
