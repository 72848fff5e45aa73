import { fieldWord, t } from '../strings'
import { shown } from './history'
import type { Collision } from './merge'

/** What collides as a person reads it: where it stands, and both versions. */
export interface CollisionText {
  path: string
  label: string
  mine: string
  theirs: string
}

const KEY = /^[0-9a-f]{8}-[0-9a-f]{4}-/

/** A record that was chosen has a key here and no name. */
const said = (field: string, value: unknown) =>
  typeof value === 'string' && KEY.test(value) ? t('common.form.picked') : shown(field, value)

export function collisionText({ path, field, row, mine, theirs }: Collision): CollisionText {
  const label = [row ?? '', field === '' ? '' : fieldWord(field)].filter(Boolean).join(' · ')
  return { path, label, mine: said(field, mine), theirs: said(field, theirs) }
}
