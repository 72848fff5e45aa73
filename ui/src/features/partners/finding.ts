/** What was typed with a word more; a word that stands there already is not typed twice. */
export function withWord(text: string, word: string): string {
  const words = text.split(/[\s，,、；/]+/).filter(Boolean)
  return words.includes(word) ? text : [...words, word].join(' ')
}
