// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { takeToken, webPlatform } from './web'

const answer = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status })

beforeEach(() => {
  sessionStorage.clear()
  vi.restoreAllMocks()
})

describe('the token', () => {
  it('leaves the address, stays for the tab and keeps the page asked for', () => {
    const replaceState = vi.fn()
    const location = { hash: '#token=a%2Bb&/units', pathname: '/', search: '' } as Location
    expect(takeToken(location, { replaceState } as unknown as History, sessionStorage)).toBe('a+b')
    expect(replaceState).toHaveBeenCalledWith(null, '', '/#/units')
    expect(takeToken({ hash: '#/units' } as Location, { replaceState } as unknown as History, sessionStorage)).toBe(
      'a+b',
    )
  })
})

describe('a call', () => {
  it('posts its arguments with the token', async () => {
    const fetch = vi.spyOn(globalThis, 'fetch').mockResolvedValue(answer({ result: [1], change_set: 's1' }))
    expect(await webPlatform('secret').call('units.list', { limit: 5 })).toEqual({ result: [1], change_set: 's1' })
    const [path, init] = fetch.mock.calls[0] ?? []
    expect(path).toBe('/api/units.list')
    expect(init).toMatchObject({ method: 'POST', body: '{"limit":5}', headers: { Authorization: 'Bearer secret' } })
  })

  it('rejects with what the core said', async () => {
    vi.spyOn(globalThis, 'fetch').mockResolvedValue(answer({ code: 'state', message: '纪要已签发。' }, 409))
    await expect(webPlatform('x').call('meetings.save', {})).rejects.toMatchObject({
      code: 'state',
      message: '纪要已签发。',
    })
  })

  it('says so when the service cannot be reached', async () => {
    vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'))
    await expect(webPlatform('x').call('desk.open', {})).rejects.toMatchObject({
      code: 'internal',
      message: expect.stringContaining('连接不上'),
    })
  })
})
