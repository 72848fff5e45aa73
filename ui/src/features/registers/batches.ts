import type { ImportBatch } from '@/bindings'
import { t } from '@/shared/strings'

/** How many imports the core answers at once. */
export const PAGE = 50

/** What an import made or changed: `成员单位 69、席位 158`. */
export function touchedText({ touched }: Pick<ImportBatch, 'touched'>): string {
  return touched.map(({ thing, count }) => t('registers.batches.count', { thing, count })).join('、')
}
