import { invoke } from '@tauri-apps/api/core'
import type { Envelope, WorkProgress } from '@/bindings'
import { toApiError } from './error'
import type { FileRef, Platform } from './types'

const FAILED = '程序内部出错，操作没有完成；请重试，仍不行请把日志发给维护人员。'

async function ipc<T>(command: string, args: Record<string, unknown>): Promise<T> {
  try {
    return await invoke<T>(command, args)
  } catch (cause) {
    throw toApiError(cause, FAILED)
  }
}

/** The desktop window: everything goes through the shell's IPC entries. */
export function tauriPlatform(): Platform {
  return {
    kind: 'desktop',
    call: (name, args, work) => ipc<Envelope>('call', { name, args, work: work ?? null }),
    progress: (work) => ipc<WorkProgress | null>('progress', { work }),
    cancel: (work) => ipc('cancel', { work }),
    pickFile: ({ title, extensions }) => ipc<FileRef | null>('pick_file', { title, extensions }),
    saveFile: async (file, suggestedName) => (await ipc<string | null>('save_file', { file, suggestedName })) !== null,
    openFile: (file) => ipc('open_file', { file }),
    readFile: (file) => ipc<ArrayBuffer>('read_file', { file }),
    signIn: (name, password) => ipc('sign_in', { name, password }),
  }
}
