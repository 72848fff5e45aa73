import { onScopeDispose } from 'vue'
import { call } from '@/platform/api'
import { useScope } from '@/shared/lib/scope'
import { toast } from '@/shared/lib/toast'

const FIRST_MS = 60_000
const EVERY_MS = 10 * 60_000

/** Asks the core now and then for the backup that may be due; a failure is told once, until one succeeds. */
export function useAutoBackup(): void {
  const scope = useScope()
  let told = false

  async function keep(): Promise<void> {
    try {
      const made = await call('backup.keep', {})
      told = false
      if (made) await scope.load()
    } catch (cause) {
      if (!told) toast.error(cause)
      told = true
    }
  }

  const first = setTimeout(() => void keep(), FIRST_MS)
  const every = setInterval(() => void keep(), EVERY_MS)
  onScopeDispose(() => {
    clearTimeout(first)
    clearInterval(every)
  })
}
