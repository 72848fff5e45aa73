// Every screen on the sample street and on an empty office: it opens, nothing complains, and
// nothing keeps people with other eyes or without a mouse out.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { go, settled, showsInk } from '../lib/hand.mjs'
import { call, faults, open, serve, shot, temporary } from '../lib/host.mjs'

const SCREENS = ['desk', 'units', 'import', 'import/units', 'import/members', 'import/partners', 'import/returns', 'import/returns/read', 'import/batches', 'units/lists', 'units/lists?list=resources', 'units/lists?list=projects', 'units/agreements', 'committees', 'rota', 'meetings', 'assignments', 'reports',
  'stars/ratings', 'stars/ratings/import', 'stars/flags', 'stars/community', 'stars/year', 'stars/selections', 'stars/buildings', 'stars/buildings?list=compounds', 'stars/schemes',
  'partners', 'partners/find', 'partners/services', 'partners/figures', 'import/partners',
  ...['office', 'issuers', 'calendar', 'rules', 'papers', 'opening', 'users', 'appearance', 'backup', 'log'].map((part) => `settings/${part}`)]
const STEPS = ['topics', 'notice', 'attendance', 'record', 'minutes', 'assignments', 'archive']

async function visit(page, screen, name) {
  await go(page, screen)
  await page.waitForLoadState('networkidle')
  await settled(page)
  await shot(page, name)
  const found = (await faults(page)).map((fault) => `${screen}: ${fault}`)
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  if (overflow > 0) found.push(`${screen} is ${overflow}px wider than the window`)
  return found.concat(page.complaints.splice(0).map((line) => `${screen}: console: ${line}`))
}

async function visitAll(page, screens, prefix) {
  const found = []
  for (const screen of screens) found.push(...(await visit(page, screen, `${prefix}-${screen.replace(/[/?=]/g, '-')}`)))
  assert.deepEqual([...new Set(found)], [])
}

/** The screens of a month's rating of three buildings, filled in by one. */
async function rated(data) {
  const [community] = call(data, 'communities.list')
  const compound = call(data, 'compounds.save', { community_id: community.id, name: '考评花园' })
  for (const number of [1, 2, 3]) call(data, 'buildings.save', { compound_id: compound.id, name: `${number}号楼` })
  const { id } = call(data, 'ratings.open', { month: '2026-01', community_id: community.id })
  const [line] = call(data, 'ratings.scores', { id })
  call(data, 'ratings.saveScores', { id, rows: [{ ...line, marks: ['36', '27', '24', '', '', ''] }] })
  return ['results', 'scores', 'missing', 'volunteers', 'versions'].map((part) => `stars/ratings/${id}/${part}`)
}

test('every screen on a full office, light', async (t) => {
  const data = temporary(t)
  call(data, 'demo.load')
  const page = await open(t, await serve(t, data))
  const [row] = call(data, 'meetings.list', { states: ['signed'], page: { limit: 1 } }).rows
  await visitAll(page, SCREENS, 'full')
  await visitAll(page, await rated(data), 'full')
  await visitAll(page, STEPS.map((step) => `meetings/${row.meeting.id}/${step}`), 'full')
})

test('previews of papers show print', async (t) => {
  const data = temporary(t)
  call(data, 'demo.load')
  const page = await open(t, await serve(t, data))
  const [row] = call(data, 'meetings.list', { states: ['signed'], page: { limit: 1 } }).rows
  for (const screen of [`meetings/${row.meeting.id}/minutes`, `meetings/${row.meeting.id}/notice`, 'settings/papers']) {
    await page.evaluate((path) => { location.hash = `#/${path}` }, screen)
    await page.waitForFunction((path) => location.hash.endsWith(path), screen)
    await page.waitForFunction(showsInk).catch((cause) => { throw new Error(`${screen}: the sheet stays blank`, { cause }) })
    await shot(page, `preview-${screen.split('/').at(-1)}`)
    await page.evaluate(() => { location.hash = '#/desk' })
    await page.locator('.preview').waitFor({ state: 'detached' })
  }
  assert.deepEqual(page.complaints, [])
})

test('every screen on a full office, dark', async (t) => {
  const data = temporary(t)
  call(data, 'demo.load')
  const page = await open(t, await serve(t, data), { dark: true })
  await visitAll(page, SCREENS, 'dark')
})

test('every screen on an office that has just begun', async (t) => {
  const data = temporary(t)
  call(data, 'office.found', { name: '云溪街道', superior: '临江区', clerk: '李敏' })
  const page = await open(t, await serve(t, data))
  await visitAll(page, SCREENS, 'empty')
})
