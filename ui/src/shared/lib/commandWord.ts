import { zhCN } from '../strings/zh-CN'

const things: Record<string, string> = zhCN.settings.things
const verbs: Record<string, string> = zhCN.settings.verbs

/** `units.importApply` → `成员单位 · 导入`; the name itself where a word is missing. */
export function commandWord(command: string): string {
  const [thing = '', verb = ''] = command.split('.')
  return `${things[thing] ?? thing} · ${verbs[verb] ?? verb}`
}
