import { computed, type Ref } from 'vue'
import { platform } from '@/platform'
import { call } from '@/platform/api'
import { useAction } from '@/shared/lib/action'
import { useActivity } from '@/shared/lib/activity'
import { toast } from '@/shared/lib/toast'
import { t } from '@/shared/strings'

/** The two ways to begin with data that is there already: a file, or the sample street. */
export function useOpening(ready: () => void): { openExisting: () => Promise<void>; loadSample: () => Promise<void>; opening: Ref<boolean> } {
  const activity = useActivity()

  const existing = useAction(async () => {
    const file = await platform().pickFile({ title: t('app.start.pickTitle'), extensions: ['db'] })
    if (!file) return
    await activity.saving(() => call('backup.restoreFile', { file }))
    toast.done(t('app.start.opened', { name: file.name }))
    ready()
  })

  const sample = useAction(async () => {
    await activity.saving(() => call('demo.load', {}))
    toast.done(t('app.start.sampleLoaded'))
    ready()
  })

  return { openExisting: existing.run, loadSample: sample.run, opening: computed(() => existing.busy.value || sample.busy.value) }
}
