import { flushPromises } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, ref } from 'vue'
import { usePlatform, type Platform } from '@/platform'
import { call } from '@/platform/api'
import { change } from './change'
import { useQuery, type Query } from './query'

/** A host that says how often each command was asked. */
function host() {
  const asked: Record<string, number> = {}
  const answer = (name: string) => {
    asked[name] = (asked[name] ?? 0) + 1
    return Promise.resolve({ result: `${name} ${asked[name]}`, change_set: null })
  }
  const platform = vi.fn(answer)
  usePlatform({ call: platform } as unknown as Platform)
  return { asked, platform }
}

function inScope<T>(make: () => T) {
  const scope = effectScope()
  return { made: scope.run(make) as T, scope }
}

const closed = { id: 'n', version: 1, closed: true, reason: '' }
beforeEach(() => setActivePinia(createPinia()))

describe('a question', () => {
  it('is asked again after what it shows was saved, and after nothing else', async () => {
    const { asked } = host()
    const { made } = inScope(() => ({
      needs: useQuery(() => call('needs.get', { id: 'n' })),
      years: useQuery(() => call('calendar.list', {})),
      desk: useQuery(() => call('desk.view', {})),
    }))
    await flushPromises()
    await change('needs.close', closed)
    await flushPromises()
    expect(asked).toEqual({ 'needs.get': 2, 'calendar.list': 1, 'desk.view': 2, 'needs.close': 1 })
    expect(made.needs.data.value).toBe('needs.get 2')
  })

  it('is asked once for all that is saved in one stroke, and not once its screen is gone', async () => {
    const { asked } = host()
    const { scope } = inScope(() => useQuery(() => call('needs.get', { id: 'n' })))
    await flushPromises()
    await Promise.all([change('needs.close', closed), change('needs.close', closed)])
    await flushPromises()
    expect(asked['needs.get']).toBe(2)
    scope.stop()
    await change('needs.close', closed)
    await flushPromises()
    expect(asked['needs.get']).toBe(2)
  })

  it('keeps its answer while a newer one is on its way, and drops a late one', async () => {
    const answers: ((value: string) => void)[] = []
    const id = ref('a')
    host()
    const { made } = inScope<Query<string>>(() =>
      useQuery(() => new Promise<string>((resolve) => answers.push(resolve)), [id]),
    )
    answers[0]?.('一')
    await flushPromises()
    id.value = 'b'
    await flushPromises()
    id.value = 'c'
    await flushPromises()
    expect([made.data.value, made.loading.value]).toEqual(['一', true])
    answers[2]?.('三')
    await flushPromises()
    answers[1]?.('二')
    await flushPromises()
    expect([made.data.value, made.loading.value]).toEqual(['三', false])
  })

  it('keeps its answer beside a failure', async () => {
    let fails = false
    host()
    const { made } = inScope(() => useQuery(() => (fails ? Promise.reject(new Error('断开')) : Promise.resolve('一'))))
    await flushPromises()
    fails = true
    await made.reload()
    expect([made.data.value, made.error.value?.message]).toEqual(['一', '断开'])
  })
})
