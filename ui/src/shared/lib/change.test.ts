import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'
import { usePlatform, type Platform } from '@/platform'
import { useActivity } from './activity'
import { change } from './change'

/** A host of which every command answers with this change set. */
function host(change_set: string | null) {
  const call = vi.fn((name: string, args: unknown) => Promise.resolve({ result: { name, args }, change_set }))
  usePlatform({ call } as unknown as Platform)
  return call
}

describe('a change', () => {
  beforeEach(() => setActivePinia(createPinia()))

  it('is taken back by the key of its own set, whoever saved since', async () => {
    const call = host('set-1')
    const { undo } = await change('needs.close', { id: 'n', version: 1, closed: true, reason: '' })
    host('set-2')
    await change('needs.close', { id: 'm', version: 1, closed: true, reason: '' })
    usePlatform({ call } as unknown as Platform)
    await undo?.()
    expect(call).toHaveBeenLastCalledWith('changes.undo', { id: 'set-1' })
  })

  it('offers no undo where nothing changed', async () => {
    host(null)
    expect(await change('backup.make', {})).not.toHaveProperty('undo')
  })

  it('tells every open screen, and tells a failure as one', async () => {
    host('set-1')
    const [activity, heard] = [useActivity(), vi.fn()]
    effectScope().run(() => activity.onSaved(heard))
    await change('backup.make', {})
    expect([heard.mock.calls, activity.failed]).toEqual([[[new Set(['backup'])]], false])
    usePlatform({ call: () => Promise.reject(new Error('disk')) } as unknown as Platform)
    await expect(change('backup.make', {})).rejects.toThrow('disk')
    expect([heard.mock.calls.length, activity.failed]).toEqual([1, true])
  })
})
