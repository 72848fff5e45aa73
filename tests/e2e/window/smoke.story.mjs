// The real window on the sample street: it opens, shows data from the database through the one IPC
// entry, and previews a paper.

import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { call, temporary } from '../lib/host.mjs'
import { showsInk } from '../lib/hand.mjs'
import { desktop } from '../lib/window.mjs'

const root = resolve(import.meta.dirname, '../../..')
const desktopProgram = process.env.TONGXIN_DESKTOP ?? join(root, 'target/debug/tongxin-desktop')
const driver = process.env.TAURI_DRIVER ?? join(root, 'target/tools/bin/tauri-driver')
const pictures = join(root, 'output/screens')

async function keep(window, name) {
  mkdirSync(pictures, { recursive: true })
  writeFileSync(join(pictures, `${name}.png`), await window.picture())
}

test('the desk, the rota and signed minutes in the window', async (t) => {
  const data = temporary(t)
  call(data, 'demo.load')
  const office = call(data, 'office.state').profile.name
  const [row] = call(data, 'meetings.list', { states: ['signed'], page: { limit: 1 } }).rows
  const window = await desktop(t, { program: desktopProgram, driver, args: ['--data', data] })

  await window.text('本月工作台')
  await window.text(office)
  await keep(window, 'window-desk')

  await window.go('#/rota')
  await window.text(row.committee_short)
  await keep(window, 'window-rota')

  await window.go(`#/meetings/${row.meeting.id}/minutes`)
  await window.find('//canvas')
  await window.holds('the preview shows print', showsInk)
  await keep(window, 'window-minutes')
  assert.match(await window.title(), /同心/)
})
