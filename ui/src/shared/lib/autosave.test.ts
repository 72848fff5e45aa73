// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, ref } from 'vue'
import { ApiError } from '@/platform'
import { useAutosave } from './autosave'
import type { DraftOptions } from './draft'
import { readDraft } from './drafts'

interface Item {
  version: number
  text: string
}
type Save = DraftOptions<{ text: string }, Item>['save']

function open(save: Save) {
  const stored = ref<Item>({ version: 1, text: '旧' })
  let made!: ReturnType<typeof useAutosave<{ text: string }, Item>>
  const wrapper = mount(
    defineComponent({
      setup: () => {
        made = useAutosave<{ text: string }, Item>({
          name: 'test',
          record: () => stored.value,
          values: (item) => ({ text: item?.text ?? '' }),
          save,
        })
        return () => null
      },
    }),
  )
  return { stored, field: made, wrapper }
}

beforeEach(() => localStorage.clear())

describe('fields that save themselves', () => {
  it('save what changed with the version seen, and only then', async () => {
    const save = vi.fn<Save>().mockResolvedValue({ version: 2, text: '新' })
    const { field } = open(save)
    await field.flush()
    expect(save).not.toHaveBeenCalled()
    field.values.text = '新'
    await field.flush()
    expect(save.mock.calls).toEqual([[{ text: '新' }, { record: { version: 1, text: '旧' }, version: 1 }]])
    expect(field.changed.value).toBe(false)
  })

  it('follow the store while untouched, and take a newer version of the same text silently', async () => {
    const save = vi.fn<Save>().mockResolvedValue({ version: 9, text: '我的' })
    const { stored, field } = open(save)
    stored.value = { version: 5, text: '别人的' }
    await flushPromises()
    expect(field.values.text).toBe('别人的')
    field.values.text = '我的'
    stored.value = { version: 6, text: '别人的' }
    await flushPromises()
    await field.flush()
    expect(save.mock.calls[0]?.[1].version).toBe(6)
  })

  it('keep both texts of a conflict', async () => {
    const detail = { yours: { text: '我的' }, current: { text: '别人的', version: 7 } }
    const save = vi
      .fn<Save>()
      .mockRejectedValueOnce(new ApiError('conflict', '', undefined, detail))
      .mockResolvedValue({ version: 8, text: '我的' })
    const { field } = open(save)
    field.values.text = '我的'
    await field.flush()
    expect(field.conflict.value?.collisions).toMatchObject([{ mine: '我的', theirs: '别人的' }])
    expect(field.values.text).toBe('我的')
    await field.settle(() => 'mine')
    expect(save.mock.lastCall?.[1].version).toBe(7)
  })

  it('keep a draft when they go away unsaved', async () => {
    const save = vi.fn<Save>().mockRejectedValue(new ApiError('storage', '磁盘已满。'))
    const { field, wrapper } = open(save)
    field.values.text = '没存'
    wrapper.unmount()
    await flushPromises()
    expect((await readDraft<{ text: string }>('test'))?.values.text).toBe('没存')
  })
})
