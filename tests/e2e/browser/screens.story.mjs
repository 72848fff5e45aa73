// Every screen on the sample street and on an empty office: it opens, nothing complains, and
// nothing keeps people with other eyes or without a mouse out.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { call, faults, open, serve, shot, temporary } from '../lib/host.mjs'

const SCREENS = ['desk', 'units', 'units/import', 'committees', 'rota', 'meetings', 'assignments', 'reports', 'settings']

async function visit(page, screen, name) {
  await page.evaluate((path) => { location.hash = `#/${path}` }, screen)
  await page.locator('main h1, main h2').first().waitFor()
  await page.waitForLoadState('networkidle')
  await shot(page, name)
  assert.deepEqual(await faults(page), [], `${screen}: accessibility`)
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  assert.ok(overflow <= 0, `${screen} is ${overflow}px wider than the window`)
  assert.deepEqual(page.complaints, [], `${screen}: console`)
}

test('every screen on a full office, light', async (t) => {
  const data = temporary(t)
  call(data, 'demo.load')
  const page = await open(t, await serve(t, data))
  for (const screen of SCREENS) await visit(page, screen, `full-${screen.replace('/', '-')}`)
  const [row] = call(data, 'meetings.list', { states: ['signed'], page: { limit: 1 } }).rows
  for (const step of ['topics', 'notice', 'attendance', 'record', 'minutes', 'assignments', 'archive']) {
    await visit(page, `meetings/${row.meeting.id}/${step}`, `full-meeting-${step}`)
  }
})

test('every screen on a full office, dark', async (t) => {
  const data = temporary(t)
  call(data, 'demo.load')
  const page = await open(t, await serve(t, data), { dark: true })
  for (const screen of SCREENS) await visit(page, screen, `dark-${screen.replace('/', '-')}`)
})

test('every screen on an office that has just begun', async (t) => {
  const data = temporary(t)
  call(data, 'office.found', { name: '云溪街道', superior: '临江区', clerk: '李敏' })
  const page = await open(t, await serve(t, data))
  for (const screen of SCREENS) await visit(page, screen, `empty-${screen.replace('/', '-')}`)
})
