/** Tags of a typed line, each once: `书法、摄影，书法` are two. */
export function tagsOf(line: string): string[] {
  const tags = line.split(/[、，,；;/\n]/).map((tag) => tag.trim())
  return [...new Set(tags.filter((tag) => tag !== ''))]
}

/** Chosen and typed tags as a set; one that was typed with several in it counts as those. */
export const asTags = (chosen: readonly string[]): string[] => tagsOf(chosen.join('、'))
