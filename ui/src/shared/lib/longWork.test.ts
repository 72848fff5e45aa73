// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiError, usePlatform, type Platform } from '@/platform'
import { cancelWork, longCall, longWorks } from './longWork'

const seen = { stage: 'writing', done: 1_000, total: 5_000 } as const

/** A host whose one command ends when the test says so. */
function host() {
  let end: (result: unknown) => void = () => undefined
  let fail: (cause: unknown) => void = () => undefined
  const call = vi.fn(
    () =>
      new Promise((resolve, reject) => {
        ;[end, fail] = [resolve, reject]
      }),
  )
  const progress = vi.fn(async () => seen)
  const cancel = vi.fn(async () => fail(new ApiError('cancelled', '已取消，没有写入任何内容。')))
  usePlatform({ call, progress, cancel } as unknown as Platform)
  return { call, progress, cancel, end: (result: unknown) => end({ result, change_set: null }) }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('long work', () => {
  it('is neither looked at nor shown when it ends soon', async () => {
    const { end, progress } = host()
    const work = longCall('导出', 'registers.list', {})
    await vi.advanceTimersByTimeAsync(399)
    expect(longWorks.map((one) => one.seen)).toEqual([null])
    end([])
    expect(await work).toEqual([])
    await vi.advanceTimersByTimeAsync(1_000)
    expect(progress).not.toHaveBeenCalled()
    expect(longWorks).toEqual([])
  })

  it('says how far it has come under the name it was given', async () => {
    const { call, end, progress } = host()
    const work = longCall('导出', 'registers.list', {})
    await vi.advanceTimersByTimeAsync(700)
    expect(longWorks[0]).toMatchObject({ title: '导出', seen })
    const [, , name] = call.mock.calls[0] as unknown[]
    expect(progress).toHaveBeenCalledWith(name)
    end([])
    await work
    const asked = progress.mock.calls.length
    await vi.advanceTimersByTimeAsync(1_000)
    expect(progress).toHaveBeenCalledTimes(asked)
  })

  it('ends as cancelled when asked to', async () => {
    const { cancel } = host()
    const work = longCall('导入', 'registers.list', {})
    const ended = expect(work).rejects.toMatchObject({ code: 'cancelled' })
    await vi.advanceTimersByTimeAsync(500)
    const [shown] = longWorks
    if (shown) await cancelWork(shown)
    await ended
    expect(cancel).toHaveBeenCalledOnce()
    expect(longWorks).toEqual([])
  })

  it('keeps work apart', async () => {
    host()
    const first = longCall('甲', 'registers.list', {})
    const { end } = host()
    const second = longCall('乙', 'registers.list', {})
    expect(new Set(longWorks.map((one) => one.name)).size).toBe(2)
    end([])
    await second
    expect(longWorks.map((one) => one.title)).toEqual(['甲'])
    void first
  })
})
