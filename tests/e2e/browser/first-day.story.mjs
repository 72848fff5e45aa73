// A clerk's first day on an empty office, clicked through in a browser: begin, take the ledger in,
// take it back, take it in again, and enter what came before the program.

import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { choose, go, pickFile, press, reads, step, until } from '../lib/hand.mjs'
import { call, fixtures, open, serve, shot, temporary } from '../lib/host.mjs'

async function takeLedgerIn(page) {
  await go(page, 'import/units')
  await pickFile(page, join(fixtures, '成员单位台账.xlsx'), '选择文件')
  await page.getByText(/同时新建这 \d+ 个社区/).click()
  const conflicts = page.getByRole('radiogroup')
  for (let at = 0; at < (await conflicts.count()); at++) await conflicts.nth(at).getByRole('radio').first().check({ force: true })
  await press(page, '导入')
  await page.getByText('导入完成').waitFor()
}

test('a clerk’s first day', async (t) => {
  const data = temporary(t)
  const page = await open(t, await serve(t, data))

  await step(page, 'the office begins', async () => {
    await press(page, '新建单位')
    await page.getByLabel('街道名称').fill('云溪街道')
    await page.getByLabel('管理员').fill('李敏')
    await page.keyboard.press('Control+s')
    await page.getByText('还差几步就能用起来').waitFor()
  })

  await step(page, 'an import is taken back whole, and made again', async () => {
    await takeLedgerIn(page)
    const before = call(data, 'units.list').total
    assert.ok(before > 0)
    await press(page, '撤销这次导入')
    await press(page, '撤销')
    await reads(page, '这次导入已整批撤销。')
    assert.equal(call(data, 'units.list').total, 0)
    assert.equal(call(data, 'committees.list').length, 0)
    await press(page, '导入')
    await page.getByText('导入完成').waitFor()
    assert.equal(call(data, 'units.list').total, before)
  })

  await step(page, 'what came before the program is entered, and taken back by the toast', async () => {
    await go(page, 'settings/opening')
    await page.getByRole('button', { name: '登记', exact: true }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(/下一次会议是第几次/).fill('8')
    await choose(page, dialog.locator('.months .picker').last())
    await dialog.getByLabel(/下一次会议是第几次/).click()
    await shot(page, 'first-day-opening')
    await page.keyboard.press('Control+s')
    await reads(page, '已保存。')
    const kept = () => call(data, 'opening.view', { year: new Date().getFullYear() })[0]
    assert.equal(kept().next_session, 8)
    assert.equal(kept().served.length, 1)
    await page.getByRole('button', { name: '撤销' }).last().click()
    await until('what was entered is taken back', () => kept().served.length === 0)
  })

  assert.deepEqual(page.complaints, [])
})
