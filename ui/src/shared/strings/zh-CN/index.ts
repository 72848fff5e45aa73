import { agreements } from './agreements'
import { app } from './app'
import { buildings } from './buildings'
import { lists } from './lists'
import { documents } from './documents'
import { assignments } from './assignments'
import { meetings } from './meetings'
import { rota } from './rota'
import { committees } from './committees'
import { common } from './common'
import { desk } from './desk'
import { fields, values } from './fields'
import { importing } from './importing'
import { partners } from './partners'
import { ratings } from './ratings'
import { registers } from './registers'
import { reports } from './reports'
import { settings } from './settings'
import { units } from './units'

/** Every sentence the window shows, one file per screen. */
export const zhCN = {
  agreements,
  app,
  buildings,
  lists,
  documents,
  assignments,
  meetings,
  rota,
  committees,
  common,
  desk,
  fields,
  importing,
  partners,
  ratings,
  registers,
  reports,
  settings,
  units,
  values,
} as const
