import { computed, type Ref } from 'vue'
import type { RatingView } from '@/bindings'
import { ApiError } from '@/platform'
import { call } from '@/platform/api'
import { useAction } from '@/shared/lib/action'
import { change } from '@/shared/lib/change'
import { confirmAction } from '@/shared/lib/confirm'
import { monthLabel } from '@/shared/lib/month'
import { useQuery } from '@/shared/lib/query'
import { toast } from '@/shared/lib/toast'
import { t } from '@/shared/strings'

/** One period, its newest version or the one that is asked for. */
export function usePeriod(id: Ref<string>, revision: Ref<number | null>) {
  const query = useQuery(
    () => call('ratings.view', { id: id.value, ...(revision.value ? { revision: revision.value } : {}) }),
    [id, revision],
  )
  const view = computed(() => (query.data.value?.period.id === id.value ? query.data.value : null))
  const frozen = computed(() => view.value !== null && view.value.period.state !== 'draft')
  return { query, view, frozen }
}

/** The steps of a period; each says what it changes and asks first. `refused` hears that something is missing. */
export function usePeriodSteps(refused: () => void) {
  const publish = useAction(async ({ period }: RatingView) => {
    const month = monthLabel(period.month)
    const question = {
      title: t('ratings.publish.title', { month }),
      text: t('ratings.publish.text'),
      proceed: t('ratings.publish.proceed'),
    }
    if (!(await confirmAction(question))) return
    try {
      await change('ratings.publish', { id: period.id, version: period.version })
      toast.done(t('ratings.publish.done', { month }))
    } catch (cause) {
      if (cause instanceof ApiError && cause.code === 'state') refused()
      throw cause
    }
  })

  const archive = useAction(async ({ period }: RatingView) => {
    const month = monthLabel(period.month)
    const question = {
      title: t('ratings.archive.title', { month }),
      text: t('ratings.archive.text'),
      proceed: t('ratings.archive.proceed'),
    }
    if (!(await confirmAction(question))) return
    await change('ratings.archive', { id: period.id, version: period.version })
    toast.done(t('ratings.archive.done', { month }))
  })

  return { publish, archive }
}
