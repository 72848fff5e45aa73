// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, ref } from 'vue'
import { ApiError } from '@/platform'
import { readDraft } from '@/shared/lib/drafts'
import { useAutosave } from './autosave'

type Save = (values: { text: string }, version: number) => Promise<{ version: number }>

function open(save: Save) {
  const stored = ref({ version: 1, values: { text: '旧' } })
  let made!: ReturnType<typeof useAutosave<{ text: string }>>
  const wrapper = mount(
    defineComponent({
      setup: () => {
        made = useAutosave({ name: 'test', stored: () => stored.value, save })
        return () => null
      },
    }),
  )
  return { stored, field: made, wrapper }
}

beforeEach(() => localStorage.clear())

describe('fields that save themselves', () => {
  it('save what changed with the version seen, and only then', async () => {
    const save = vi.fn<Save>().mockResolvedValue({ version: 2 })
    const { field } = open(save)
    await field.flush()
    expect(save).not.toHaveBeenCalled()
    field.values.text = '新'
    await field.flush()
    expect(save).toHaveBeenCalledWith({ text: '新' }, 1)
    expect(field.changed.value).toBe(false)
  })

  it('follow the store while untouched, and take a newer version of the same text silently', async () => {
    const save = vi.fn<Save>().mockResolvedValue({ version: 9 })
    const { stored, field } = open(save)
    stored.value = { version: 5, values: { text: '别人的' } }
    await flushPromises()
    expect(field.values.text).toBe('别人的')
    field.values.text = '我的'
    stored.value = { version: 6, values: { text: '别人的' } }
    await flushPromises()
    await field.flush()
    expect(save).toHaveBeenCalledWith({ text: '我的' }, 6)
  })

  it('keep both texts of a conflict', async () => {
    const detail = { yours: { text: '我的' }, current: { text: '别人的', version: 7 } }
    const save = vi
      .fn<Save>()
      .mockRejectedValueOnce(new ApiError('conflict', '', undefined, detail))
      .mockResolvedValue({ version: 8 })
    const { field } = open(save)
    field.values.text = '我的'
    await field.flush()
    expect(field.conflict.value).toEqual(detail)
    expect(field.values.text).toBe('我的')
    await field.overwrite({ version: 7 })
    expect(save).toHaveBeenLastCalledWith({ text: '我的' }, 7)
  })

  it('keep a draft when they go away unsaved', async () => {
    const save = vi.fn<Save>().mockRejectedValue(new ApiError('storage', '磁盘已满。'))
    const { field, wrapper } = open(save)
    field.values.text = '没存'
    wrapper.unmount()
    await flushPromises()
    expect(readDraft<{ text: string }>('test')?.value.text).toBe('没存')
  })
})
