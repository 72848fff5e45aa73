import { toApiError, type ApiError } from './error'
import type { Envelope, WorkProgress } from '@/bindings'
import type { FileRef, PickOptions, Platform } from './types'

const TOKEN_KEY = 'tongxin.token'
const UNREACHABLE = '连接不上同心服务；请确认服务正在运行，再重试。'
const NO_TOKEN = '缺少访问口令；请用启动服务时给出的完整地址打开。'

/** Takes the token out of the address (`#token=…`), keeps it for this tab and hides it from view. */
export function takeToken(location: Location, history: History, storage: Storage): string | null {
  const match = /^#\/?token=([^&]+)&?(.*)$/.exec(location.hash)
  if (match?.[1]) {
    storage.setItem(TOKEN_KEY, decodeURIComponent(match[1]))
    const rest = match[2] ? `#${match[2]}` : ''
    history.replaceState(null, '', `${location.pathname}${location.search}${rest}`)
  }
  return storage.getItem(TOKEN_KEY)
}

async function refused(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => null)
  return toApiError(body, response.status === 401 ? NO_TOKEN : `${UNREACHABLE}（${response.status}）`)
}

function send(token: string | null, path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { ...(init.headers as Record<string, string>), Authorization: `Bearer ${token ?? ''}` }
  return fetch(path, { ...init, headers }).catch((cause: unknown) => {
    throw toApiError(cause, UNREACHABLE)
  })
}

async function request(token: string | null, path: string, init: RequestInit = {}): Promise<Response> {
  const response = await send(token, path, init)
  if (!response.ok) throw await refused(response)
  return response
}

function chooseLocalFile({ extensions }: PickOptions): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = extensions.map((extension) => `.${extension}`).join(',')
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null))
    input.addEventListener('cancel', () => resolve(null))
    input.click()
  })
}

/** How long a browser may take to begin reading a blob address before it is released. */
const RELEASE_AFTER_MS = 60_000

function follow(blob: Blob, attributes: { download?: string; target?: string }): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  Object.assign(link, attributes)
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), RELEASE_AFTER_MS)
}

/** A real browser against `tongxin serve`. */
export function webPlatform(token: string | null): Platform {
  const upload = async (file: File): Promise<FileRef> => {
    const headers = { 'X-File-Name': encodeURIComponent(file.name) }
    const response = await request(token, '/files', { method: 'POST', headers, body: file })
    return ((await response.json()) as { file: FileRef }).file
  }
  const download = (file: FileRef) => request(token, `/files/${encodeURIComponent(file.id)}`)

  return {
    kind: 'web',
    signIn: null,
    async call(name, args, work) {
      const headers = { 'Content-Type': 'application/json', ...(work ? { 'X-Work': work } : {}) }
      const response = await request(token, `/api/${name}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(args ?? {}),
      })
      return (await response.json()) as Envelope
    },
    async progress(work) {
      const response = await send(token, `/progress/${work}`)
      return response.status === 200 ? ((await response.json()) as WorkProgress) : null
    },
    async cancel(work) {
      await send(token, `/progress/${work}`, { method: 'DELETE' })
    },
    async pickFile(options) {
      const file = await chooseLocalFile(options)
      return file ? upload(file) : null
    },
    async saveFile(file, suggestedName) {
      follow(await (await download(file)).blob(), { download: suggestedName })
      return true
    },
    async openFile(file) {
      follow(await (await download(file)).blob(), { target: '_blank' })
    },
    async readFile(file) {
      return (await download(file)).arrayBuffer()
    },
  }
}
