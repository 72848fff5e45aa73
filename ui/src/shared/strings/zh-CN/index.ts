import { agreements } from './agreements'
import { app } from './app'
import { lists } from './lists'
import { documents } from './documents'
import { assignments } from './assignments'
import { meetings } from './meetings'
import { rota } from './rota'
import { committees } from './committees'
import { common } from './common'
import { desk } from './desk'
import { fields, values } from './fields'
import { partners } from './partners'
import { ratings } from './ratings'
import { reports } from './reports'
import { settings } from './settings'
import { units } from './units'

/** Every sentence the window shows, one file per screen. */
export const zhCN = { agreements, app, lists, documents, assignments, meetings, rota, committees, common, desk, fields, partners, ratings, reports, settings, units, values } as const
