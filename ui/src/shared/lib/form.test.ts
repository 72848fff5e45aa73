// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick } from 'vue'
import { ApiError } from '@/platform'
import { readDraft } from './drafts'
import { useForm, type FormOptions } from './form'

interface Unit {
  name: string
  members: number | null
}

const inScope = (options: Partial<FormOptions<Unit>> = {}) => {
  const scope = effectScope()
  const save = options.save ?? vi.fn(async () => undefined)
  const form = scope.run(() =>
    useForm<Unit>({
      name: 'unit',
      initial: { name: '', members: null },
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
  vi.useFakeTimers()
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
    expect(readDraft<Unit>('unit')?.value.name).toBe('区民政局')

    const second = inScope()
    expect(second.form.values.name).toBe('区民政局')
    expect(second.form.draftAt.value).not.toBeNull()
    expect(await second.form.submit()).toBe(true)
    expect(readDraft('unit')).toBeNull()
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
    expect(readDraft('unit')).toBeNull()
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
    const detail = { yours: { name: '甲' }, current: { name: '乙' } }
    const save = async () => {
      throw new ApiError('conflict', '这条记录刚被别人改过。', undefined, detail)
    }
    const { form } = inScope({ save })
    form.values.name = '甲'
    expect(await form.submit()).toBe(false)
    expect(form.conflict.value).toEqual(detail)
    expect(form.values.name).toBe('甲')
  })
})
