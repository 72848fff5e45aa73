import { computed, ref } from 'vue'
import { call } from '@/platform/api'
import { useQuery } from '@/shared/lib/query'
import { EVERYBODY } from './list'
import { kindWord } from './words'

const SHOWN = 30

/** Partners to choose from, found in the core by what is typed. */
export function usePartners() {
  const text = ref('')
  const found = useQuery(
    () =>
      call('partners.list', {
        ...EVERYBODY,
        search: text.value,
        states: ['appointed', 'renewed'],
        page: { limit: SHOWN },
      }),
    [text],
  )
  const options = computed(() =>
    (found.data.value?.rows ?? []).map(({ partner, community }) => ({
      value: partner.id,
      label: partner.name,
      note: [kindWord(partner.kind), community].filter(Boolean).join(' · '),
    })),
  )
  return { options, search: (typed: string) => (text.value = typed), loading: found.loading }
}
