import { computed, ref } from 'vue'
import { call } from '@/platform/api'
import { useQuery } from './query'

const SHOWN = 50

/** Units to choose from, found in the core by what is typed; the one chosen already stays among them. */
export function useUnits(chosen: () => string | null) {
  const text = ref('')
  const first = chosen()
  const found = useQuery(
    () =>
      call('units.list', {
        search: text.value,
        natures: [],
        relations: [],
        retired: false,
        sort: 'name',
        descending: false,
        page: { limit: SHOWN },
      }),
    [text],
  )
  const own = useQuery(async () => (first ? call('units.get', { id: first }) : null))
  const options = computed(() => {
    const rows = (found.data.value?.rows ?? []).map(({ unit }) => ({
      value: unit.id,
      label: unit.name,
      note: unit.nature,
    }))
    const unit = own.data.value?.unit
    return unit && rows.every(({ value }) => value !== unit.id)
      ? [{ value: unit.id, label: unit.name, note: unit.nature }, ...rows]
      : rows
  })
  return { options, search: (typed: string) => (text.value = typed), loading: found.loading }
}
