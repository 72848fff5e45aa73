import { app } from './app'
import { common } from './common'

/** Every sentence the window shows, one file per screen. */
export const zhCN = { app, common } as const
