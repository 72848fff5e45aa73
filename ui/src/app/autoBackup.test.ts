import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'
import { toasts } from '@/shared/lib/toast'
import { useAutoBackup } from './autoBackup'

const call = vi.hoisted(() => vi.fn<(name: string) => Promise<unknown>>())
vi.mock('@/platform/api', () => ({ call }))

describe('the backup that makes itself', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    setActivePinia(createPinia())
    call.mockReset()
    toasts.length = 0
  })
  afterEach(() => void vi.useRealTimers())

  it('is asked for after a minute and then every ten, until the window closes', async () => {
    call.mockResolvedValue(null)
    const frame = effectScope()
    frame.run(useAutoBackup)
    await vi.advanceTimersByTimeAsync(21 * 60_000)
    expect(call.mock.calls.map(([name]) => name)).toEqual(['backup.keep', 'backup.keep', 'backup.keep'])
    frame.stop()
    await vi.advanceTimersByTimeAsync(60 * 60_000)
    expect(call).toHaveBeenCalledTimes(3)
  })

  it('tells a failure once', async () => {
    call.mockRejectedValue(new Error('备份没有做成：请检查磁盘空间和文件夹权限后再试。'))
    const frame = effectScope()
    frame.run(useAutoBackup)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(toasts).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(10 * 60_000)
    expect(call).toHaveBeenCalledTimes(2)
    expect(toasts).toHaveLength(0)
    frame.stop()
  })
})
