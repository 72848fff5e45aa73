import { app } from './app'
import { committees } from './committees'
import { common } from './common'
import { fields } from './fields'
import { settings } from './settings'
import { units } from './units'

/** Every sentence the window shows, one file per screen. */
export const zhCN = { app, committees, common, fields, settings, units } as const
