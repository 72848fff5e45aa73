/** The five states of work, each a colour, an icon and a word. */
export type Tone = 'todo' | 'doing' | 'done' | 'soon' | 'late'

export const TONE_ICON: Record<Tone, string> = { todo: '○', doing: '◐', done: '●', soon: '▲', late: '!' }
