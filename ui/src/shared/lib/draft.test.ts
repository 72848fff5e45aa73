// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick, ref } from 'vue'
import { ApiError } from '@/platform'
import { useDraft, type DraftOptions } from './draft'
import { forgetOldDrafts, readDraft } from './drafts'

interface Unit {
  id: string
  version: number
  name: string
  phone: string
  note: string
}
type Values = Omit<Unit, 'id' | 'version'>
type Options = Partial<DraftOptions<Values, Unit>>

const first: Unit = { id: 'u', version: 1, name: '区民政局', phone: '139', note: '' }
const valuesOf = (unit: Unit | null): Values => {
  const { name = '', phone = '', note = '' } = unit ?? {}
  return { name, phone, note }
}
const overtakenBy = (current: Unit) => new ApiError('conflict', '刚被别人改过。', undefined, { yours: {}, current })

function open(options: Options = {}, unit = first) {
  const scope = effectScope()
  const stored = ref<Unit | null>(unit)
  const save = vi.fn<DraftOptions<Values, Unit>['save']>((values, { version }) =>
    Promise.resolve({ ...first, ...values, version: version + 1 }),
  )
  const draft = scope.run(() =>
    useDraft<Values, Unit>({ name: 'unit', record: () => stored.value, values: valuesOf, save, ...options }),
  )
  if (!draft) throw new Error('no draft')
  return { draft, stored, save, scope }
}

async function settled(): Promise<void> {
  await nextTick()
  vi.advanceTimersByTime(1000)
  await flushPromises()
}

beforeEach(() => {
  localStorage.clear()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
})

describe('a draft while what is stored moves', () => {
  it('follows in the fields that were not touched, and keeps those that were', async () => {
    const { draft, stored, save } = open()
    draft.values.note = '我的'
    stored.value = { ...first, version: 2, name: '民政局' }
    await flushPromises()
    expect(draft.values).toEqual({ name: '民政局', phone: '139', note: '我的' })
    await draft.save()
    expect(save.mock.calls[0]?.[1].version).toBe(2)
  })

  it('saves nothing over what both changed before a choice', async () => {
    const { draft, stored, save } = open()
    draft.values.name = '我的'
    stored.value = { ...first, version: 2, name: '别人的', note: '新' }
    await flushPromises()
    expect(draft.waiting.value?.collisions.map(({ field }) => field)).toEqual(['name'])
    expect(draft.conflict.value).toBeNull()
    expect(await draft.save()).toBe(false)
    expect(draft.conflict.value?.others.map(({ name, after }) => [name, after])).toEqual([['note', '新']])
    draft.later()
    expect(await draft.save()).toBe(false)
    expect(save).not.toHaveBeenCalled()
    expect(await draft.settle(() => 'mine')).toBe(true)
    expect(save).toHaveBeenCalledTimes(1)
    expect(save.mock.calls[0]?.[0]).toEqual({ name: '我的', phone: '139', note: '新' })
    expect(save.mock.calls[0]?.[1].version).toBe(2)
  })

  it('looks past an answer that is older than what was saved', async () => {
    const { draft, stored } = open()
    draft.values.name = '我的'
    await draft.save()
    stored.value = { ...first, version: 1, note: '旧' }
    await flushPromises()
    expect(draft.values).toEqual({ name: '我的', phone: '139', note: '' })
  })

  it('keeps what is typed while a save is under way', async () => {
    let answer: (unit: Unit) => void = () => undefined
    const save = () => new Promise<Unit>((resolve) => (answer = resolve))
    const { draft, stored } = open({ save })
    draft.values.name = '甲'
    const saving = draft.save()
    await flushPromises()
    draft.values.name = '甲乙'
    stored.value = { ...first, version: 2, name: '甲' }
    await flushPromises()
    answer({ ...first, version: 2, name: '甲' })
    await saving
    expect([draft.values.name, draft.changed.value, draft.waiting.value]).toEqual(['甲乙', true, null])
  })
})

describe('a save that was overtaken', () => {
  it('goes in by field and is tried again where nothing collides', async () => {
    const save = vi
      .fn<DraftOptions<Values, Unit>['save']>()
      .mockRejectedValueOnce(overtakenBy({ ...first, version: 4, note: '别人的' }))
      .mockResolvedValue(undefined)
    const { draft } = open({ save })
    draft.values.name = '我的'
    expect(await draft.save()).toBe(true)
    expect(save.mock.calls[1]?.[0]).toEqual({ name: '我的', phone: '139', note: '别人的' })
    expect(save.mock.calls[1]?.[1]).toMatchObject({ version: 4, record: { note: '别人的' } })
  })

  it('asks where something does, and takes the chosen version of each', async () => {
    const save = vi
      .fn<DraftOptions<Values, Unit>['save']>()
      .mockRejectedValueOnce(overtakenBy({ ...first, version: 4, name: '乙', note: '二' }))
      .mockResolvedValue(undefined)
    const { draft } = open({ save })
    Object.assign(draft.values, { name: '甲', note: '一' })
    expect(await draft.save()).toBe(false)
    expect(await draft.settle((path) => (path === 'note' ? 'theirs' : 'mine'))).toBe(true)
    expect(save.mock.calls[1]?.[0]).toEqual({ name: '甲', phone: '139', note: '二' })
  })

  it('is told where it was refused for something else', async () => {
    const { draft } = open({ save: () => Promise.reject<undefined>(new ApiError('storage', '磁盘已满。')) })
    draft.values.name = '甲'
    await expect(draft.save()).rejects.toThrow('磁盘已满。')
    expect(draft.saving.value).toBe(false)
  })

  it('is shown before something is done to a record that is another by now', async () => {
    const save = vi
      .fn<DraftOptions<Values, Unit>['save']>()
      .mockRejectedValueOnce(overtakenBy({ ...first, version: 4, name: '乙' }))
      .mockResolvedValue(undefined)
    const { draft } = open({ save, act: true, values: () => ({ name: '', phone: '', note: '' }) })
    draft.values.note = '理由'
    expect(await draft.save()).toBe(false)
    expect(draft.conflict.value).toMatchObject({ collisions: [], others: [{ name: 'name', after: '乙' }] })
    expect(await draft.settle(() => 'mine')).toBe(true)
    expect(save.mock.calls[1]?.[1].version).toBe(4)
  })

  it('gives way to what is stored and can be called back', async () => {
    const save = vi
      .fn<DraftOptions<Values, Unit>['save']>()
      .mockRejectedValue(overtakenBy({ ...first, version: 4, name: '乙' }))
    const { draft } = open({ save })
    draft.values.name = '甲'
    await draft.save()
    expect(draft.giveWay().name).toBe('甲')
    expect([draft.values.name, draft.changed.value, draft.conflict.value]).toEqual(['乙', false, null])
  })
})

describe('a draft of earlier', () => {
  async function leftBehind(typed: Partial<Values>): Promise<void> {
    const { draft, scope } = open({ personal: ['phone'] })
    Object.assign(draft.values, typed)
    await settled()
    scope.stop()
  }

  it('comes back and says so', async () => {
    await leftBehind({ name: '甲' })
    const { draft } = open({ personal: ['phone'] })
    await flushPromises()
    expect(draft.values.name).toBe('甲')
    expect(draft.found.value).toMatchObject({ older: false })
  })

  it('goes into what is newer by field, and waits where both changed', async () => {
    await leftBehind({ name: '甲', note: '一' })
    const newer = { ...first, version: 3, phone: '137', note: '二' }
    const { draft, save } = open({ personal: ['phone'] }, newer)
    await flushPromises()
    expect(draft.values).toMatchObject({ name: '甲', phone: '137' })
    expect(draft.found.value?.older).toBe(true)
    expect(draft.waiting.value?.collisions.map(({ field }) => field)).toEqual(['note'])
    expect(await draft.save()).toBe(false)
    expect(save).not.toHaveBeenCalled()
  })

  it('never holds a phone, and asks for it again', async () => {
    await leftBehind({ name: '甲', phone: '13812345678' })
    expect(JSON.stringify({ ...localStorage })).not.toContain('13812345678')
    expect(JSON.stringify({ ...localStorage })).not.toContain('139')
    const { draft } = open({ personal: ['phone'] })
    await flushPromises()
    expect([draft.values.phone, draft.lost.value]).toEqual(['', ['phone']])
    draft.values.phone = '137'
    await nextTick()
    expect(draft.lost.value).toEqual([])
  })

  it('ends when it is saved or given up', async () => {
    await leftBehind({ name: '甲' })
    const { draft } = open({ personal: ['phone'] })
    await flushPromises()
    await draft.save()
    expect(await readDraft('unit')).toBeNull()
    await leftBehind({ name: '乙' })
    const other = open({ personal: ['phone'] })
    await flushPromises()
    other.draft.giveWay()
    await settled()
    expect(await readDraft('unit')).toBeNull()
    expect(other.draft.values.name).toBe('区民政局')
  })

  it('of a kind that held phones is cleared away', () => {
    localStorage.setItem('tongxin.draft.units.u', '{"value":{"liaison_phone":"13812345678"}}')
    localStorage.setItem('tongxin.scope.committee', '"c"')
    forgetOldDrafts()
    expect(Object.keys({ ...localStorage })).toEqual(['tongxin.scope.committee'])
  })
})
