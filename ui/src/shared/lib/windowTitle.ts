import { watch } from 'vue'
import { useScope } from './scope'

/** Names the window after the screen and the office, once there is something to see; both hosts show it in their title bar. */
export function useWindowTitle(screen: () => string | null): void {
  const scope = useScope()
  const title = () => {
    const name = screen()
    return name === null ? null : [name, scope.state?.profile?.name, '同心'].filter(Boolean).join(' · ')
  }
  watch(title, (text) => text !== null && (document.title = text), { immediate: true, flush: 'post' })
}
