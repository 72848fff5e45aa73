// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { ApiError, usePlatform, type Platform } from '@/platform'
import { fieldWord } from '@/shared/strings'
import { useScope } from '@/shared/lib/scope'
import { CASES, GIVEN, WITHOUT_VERSION, type FormCase, type Load } from '../fixtures/forms'

type Fields = Record<string, unknown>
interface State {
  values?: Fields
  lines?: { value: unknown }
  submit?: () => Promise<unknown>
  flush?: () => Promise<unknown>
  save?: () => Promise<unknown>
}

const NEWER = 9
/** A form and all its pickers take their time on a busy machine. */
const PATIENCE_MS = 60_000
const screens = import.meta.glob('../../src/{app,features}/**/*.vue') as Record<string, Load>
const sources = import.meta.glob('../../src/{app,features}/**/*.vue', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const nameOf = (path: string) => path.replace(/^.*\/src\/(features\/)?/, '').replace(/\.vue$/, '')

/** Puts a value where `path` says: `posts.0.name`. */
function put(values: Fields, path: string, value: unknown): void {
  const steps = path.split('.').map((step) => step.replace('|', '.'))
  const last = steps.pop() ?? ''
  const inside = steps.reduce<Fields>((node, step) => node[step] as Fields, values)
  inside[last] = value
}

/** The answer of an office that has nothing. */
function blank(name: string, args: unknown): unknown {
  if (!name.endsWith('.list')) return null
  return 'page' in (args as Fields) ? { rows: [], total: 0, next: null } : []
}

/** A host that refuses the first save of `command` because somebody was faster, and stores the second. */
function host({ command, record, theirs, answers = {} }: FormCase): Fields[] {
  const calls: Fields[] = []
  const current: Fields = { ...record, ...theirs, version: NEWER }
  const parts = { building: current, partner: current, service: current, row: { agreement: current } }
  const call = (name: string, args: unknown) => {
    const answer = answers[name] ?? (() => blank(name, args))
    if (name !== command) return Promise.resolve({ result: answer(calls.length > 0 ? current : {}), change_set: null })
    calls.push(args as Fields)
    if (calls.length > 1) return Promise.resolve({ result: { ...current, ...parts }, change_set: null })
    return Promise.reject(new ApiError('conflict', '刚被别人改过。', undefined, { yours: args, current }))
  }
  usePlatform({ call } as unknown as Platform)
  return calls
}

async function openForm(one: FormCase): Promise<State> {
  const load = Object.entries(screens).find(([path]) => nameOf(path) === one.file)?.[1]
  if (!load) throw new Error(`no form ${one.file}`)
  const { default: component } = await load()
  const form = mount(component, { props: one.props, attachTo: document.body, global: { stubs: { transition: false } } })
  await flushPromises()
  const made = form.vm as unknown as Record<string, State | undefined>
  const state = made.form ?? made.field ?? made.editor ?? made.sheet ?? made.draft
  if (!state) throw new Error(`no draft in ${one.file}`)
  return state
}

function type(state: State, typed: Fields): void {
  const values = state.values ?? { lines: state.lines?.value }
  for (const [path, value] of Object.entries(typed)) put(values, path, value)
}

function press(text: string): void {
  const button = [...document.body.querySelectorAll('button')].find((each) => each.textContent?.trim() === text)
  if (!button) throw new Error(`no button ${text} in ${document.body.textContent}`)
  button.click()
}

enableAutoUnmount(afterEach)
beforeEach(() => {
  localStorage.clear()
  document.body.innerHTML = ''
  setActivePinia(createPinia())
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const scope = useScope()
  scope.state = {
    profile: { ...(CASES.find(({ file }) => file === 'settings/OfficeForm')?.record as object) },
    session: { user_id: 'x', name: '李敏', role: 'clerk', committees: [] },
    today: '2026-03-05',
  } as never
  scope.load = () => Promise.resolve()
})

describe('“use mine” works in every form', () => {
  it.each(CASES.map((one) => [one.file, one] as const))(
    '%s',
    async (_file, one) => {
      const calls = host(one)
      const state = await openForm(one)
      type(state, one.typed)
      await nextTick()
      await (state.submit ?? state.flush ?? state.save)?.()
      await flushPromises()
      expect(calls, 'refused once').not.toHaveLength(0)
      if (calls.length === 1) {
        press(one.act ? '仍然继续' : '用我的版本覆盖')
        await flushPromises()
      }
      expect(calls).toHaveLength(2)
      const [, again] = calls
      expect((one.versionIn ?? ((args: Fields) => args.version))(again ?? {})).toBe(NEWER)
      expect(again).toMatchObject(one.sent)
    },
    PATIENCE_MS,
  )

  it('leaves no form out', () => {
    const drafts = Object.entries(sources).filter(([, source]) =>
      /\buse(Form|Draft|Autosave|Sheet|MinutesEditor)\b/.test(String(source)),
    )
    const known = [...CASES.map(({ file }) => file), ...WITHOUT_VERSION, ...GIVEN]
    expect(drafts.map(([path]) => nameOf(path)).sort()).toEqual([...new Set(known)].sort())
  })

  it('names what collides in the office’s words', () => {
    const collide = CASES.filter(({ act }) => !act).flatMap(({ typed }) => Object.keys(typed))
    const fields = collide.map((path) => path.split('.').at(-1) ?? '').filter((field) => !field.includes('|'))
    expect([...new Set(fields)].filter((field) => fieldWord(field) === field)).toEqual([])
  })
})
