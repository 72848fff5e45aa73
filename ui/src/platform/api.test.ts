import { describe, expect, it } from 'vitest'
import { call, callAhead, forgetAhead } from './api'
import { usePlatform } from './index'
import type { Platform } from './types'

const envelope = (result: unknown) => ({ result, change_set: null })

describe('a question asked ahead', () => {
  it('is answered once to the first who asks the same', async () => {
    const asked: string[] = []
    const platform = {
      call: (name: string, args: object) => Promise.resolve(envelope(asked.push(`${name} ${JSON.stringify(args)}`))),
    }
    usePlatform(platform as unknown as Platform)
    callAhead('office.state', {})
    expect(await call('office.state', {})).toBe(1)
    expect(await call('office.state', {})).toBe(2)
    callAhead('desk.view', {})
    expect(await call('desk.view', { committee_id: 'c' })).toBe(4)
    expect(await call('desk.view', {})).toBe(3)
    expect(asked).toEqual(['office.state {}', 'office.state {}', 'desk.view {}', 'desk.view {"committee_id":"c"}'])
  })

  it('that failed fails the one who asks, and nobody else', async () => {
    usePlatform({ call: () => Promise.reject(new Error('no')) } as unknown as Platform)
    callAhead('office.state', {})
    await expect(call('office.state', {})).rejects.toThrow('no')
  })

  it('is asked anew by who comes after it failed, or after it was let go', async () => {
    let signedIn = false
    usePlatform({
      call: () => (signedIn ? Promise.resolve(envelope('desk')) : Promise.reject(new Error('sign in'))),
    } as unknown as Platform)
    callAhead('desk.view', {})
    await new Promise((resolve) => setTimeout(resolve))
    signedIn = true
    expect(await call('desk.view', {})).toBe('desk')
    let found = 'nothing'
    usePlatform({ call: () => Promise.resolve(envelope(found)) } as unknown as Platform)
    callAhead('desk.view', {})
    forgetAhead()
    found = 'an office'
    expect(await call('desk.view', {})).toBe('an office')
  })
})
