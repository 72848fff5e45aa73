// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick } from 'vue'
import { ApiError } from '@/platform'
import type { Versioned } from './draft'
import { readDraft } from './drafts'
import { useForm, type FormOptions } from './form'

interface Unit {
  name: string
  members: number | null
}

const inScope = (options: Partial<FormOptions<Unit, Versioned>> = {}) => {
  const scope = effectScope()
  const save = options.save ?? vi.fn(async () => undefined)
  const form = scope.run(() =>
    useForm<Unit>({
      name: 'unit',
      values: () => ({ name: '', members: null }),
      check: (unit) => (unit.name ? {} : { name: '请填写名称。' }),
      save,
      ...options,
    }),
  )
  if (!form) throw new Error('no form')
  return { form, save, scope }
}

beforeEach(() => {
  localStorage.clear()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
})

describe('a form', () => {
  it('does not save while something is missing, and then says why', async () => {
    const { form, save } = inScope()
    expect(form.reason('name')).toBeUndefined()
    expect(await form.submit()).toBe(false)
    expect(form.reason('name')).toBe('请填写名称。')
    expect(save).not.toHaveBeenCalled()
  })

  it('keeps a draft that a new window finds, and drops it once saved', async () => {
    const first = inScope()
    first.form.values.name = '区民政局'
    await nextTick()
    vi.advanceTimersByTime(1000)
    first.scope.stop()
    expect((await readDraft<Unit>('unit'))?.values.name).toBe('区民政局')

    const second = inScope()
    await flushPromises()
    expect(second.form.values.name).toBe('区民政局')
    expect(second.form.found.value).not.toBeNull()
    expect(await second.form.submit()).toBe(true)
    expect(await readDraft('unit')).toBeNull()
  })

  it('forgets the draft when it is given up', async () => {
    const { form } = inScope()
    form.values.name = '写错了'
    await nextTick()
    vi.advanceTimersByTime(1000)
    form.reset()
    await nextTick()
    vi.advanceTimersByTime(1000)
    expect(form.values.name).toBe('')
    expect(await readDraft('unit')).toBeNull()
  })

  it('puts the core’s reason under its field until it is typed in again', async () => {
    const save = async () => {
      throw new ApiError('invalid', '已有同名单位，请改用其他名称。', 'name')
    }
    const { form } = inScope({ save })
    form.values.name = '区民政局'
    expect(await form.submit()).toBe(false)
    expect(form.reason('name')).toBe('已有同名单位，请改用其他名称。')
    form.values.name = '区民政局（新）'
    await nextTick()
    expect(form.reason('name')).toBeUndefined()
  })

  it('holds both versions of a conflict and loses neither', async () => {
    const record = { name: '', members: null, version: 1 }
    const current = { name: '乙', members: 3, version: 2 }
    const save = vi
      .fn<FormOptions<Unit, typeof record>['save']>()
      .mockRejectedValueOnce(new ApiError('conflict', '这条记录刚被别人改过。', undefined, { yours: {}, current }))
      .mockResolvedValue(undefined)
    const form = effectScope().run(() =>
      useForm<Unit, typeof record>({
        name: 'unit',
        record: () => record,
        values: (unit) => ({ name: unit?.name ?? '', members: unit?.members ?? null }),
        save,
      }),
    )
    if (!form) throw new Error('no form')
    form.values.name = '甲'
    expect(await form.submit()).toBe(false)
    expect(form.conflict.value?.collisions).toMatchObject([{ field: 'name', mine: '甲', theirs: '乙' }])
    expect([form.values.name, form.failure.value]).toEqual(['甲', null])
    expect(await form.settle(() => 'mine')).toBe(true)
    expect(save.mock.lastCall).toMatchObject([{ name: '甲', members: 3 }, { version: 2 }])
  })

  it('is not saved over a phone that its draft could not keep', async () => {
    const unit = { name: '', members: null, version: 1 }
    const open = () =>
      effectScope().run(() =>
        useForm({
          name: 'unit',
          record: () => unit,
          values: () => ({ name: '甲', phone: '1' }),
          personal: ['phone'],
          save,
        }),
      )
    const save = vi.fn(async () => undefined)
    const typed = open()
    if (typed) typed.values.phone = '2'
    await nextTick()
    vi.advanceTimersByTime(1000)
    const form = open()
    await flushPromises()
    expect(await form?.submit()).toBe(false)
    expect(form?.reason('phone')).toBe('没有留在草稿里，请重新填写。')
    if (form) form.values.phone = '2'
    await nextTick()
    expect(await form?.submit()).toBe(true)
  })
})
