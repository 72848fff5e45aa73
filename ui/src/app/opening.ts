import { computed, ref, type Ref } from 'vue'
import { platform } from '@/platform'
import { call } from '@/platform/api'
import { useAction } from '@/shared/lib/action'
import { change } from '@/shared/lib/change'
import { toast } from '@/shared/lib/toast'
import { t } from '@/shared/strings'

/** The two ways to begin with data that is there already: a file (it takes effect when the program is next opened, and `staged` names it), or the sample street. */
export function useOpening(ready: () => void): {
  openExisting: () => Promise<void>
  loadSample: () => Promise<void>
  opening: Ref<boolean>
  staged: Ref<string | null>
} {
  const staged = ref<string | null>(null)

  const existing = useAction(async () => {
    const file = await platform().pickFile({ title: t('app.start.pickTitle'), extensions: ['db'] })
    if (!file) return
    await call('backup.restoreFile', { file })
    staged.value = file.name
  })

  const sample = useAction(async () => {
    await change('demo.load', {})
    toast.done(t('app.start.sampleLoaded'))
    ready()
  })

  return {
    openExisting: existing.run,
    loadSample: sample.run,
    opening: computed(() => existing.busy.value || sample.busy.value),
    staged,
  }
}
