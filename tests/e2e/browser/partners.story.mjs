// Partners, clicked through in a browser: the register taken in as it is, a number that stands twice
// decided, one activity of two partners, who can do this, a renewal of several, the figures.

import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { go, pickFile, press, reads, step } from '../lib/hand.mjs'
import { call, faults, fixtures, open, serve, shot, temporary } from '../lib/host.mjs'

/** Picks a partner in the service form by typing its name. */
async function takePart(page, dialog, name, hours) {
  const field = dialog.locator('.shares .picker input')
  await field.click()
  await field.fill(name)
  await page.getByRole('option').filter({ hasText: name, visible: true }).first().click()
  await dialog.getByLabel(`${name} 小时`).fill(hours)
}

test('the partners of an office', async (t) => {
  const data = temporary(t)
  call(data, 'office.found', { name: '云溪街道', superior: '临江区', clerk: '李敏' })
  const page = await open(t, await serve(t, data))
  let names = []

  await step(page, 'the register is taken in, with a choice for the double number', async () => {
    await go(page, 'import/partners')
    await pickFile(page, join(fixtures, '合伙人登记表.xlsx'), '选择文件')
    await page.getByText('聘书编号重复').waitFor()
    assert.ok(await page.getByRole('button', { name: '导入', exact: true }).isDisabled())
    await page.getByText(/同时新建这 \d+ 个社区/).click()
    await page.getByText('照原样都保留').click()
    await shot(page, 'partners-import')
    await press(page, '导入')
    await page.getByText('导入完成').waitFor()
    assert.equal(call(data, 'partners.list').total, 547)
    await press(page, '查看名册')
    await page.getByRole('tab', { name: /志愿者\s*408/ }).waitFor()
  })

  await step(page, 'one activity of two partners is registered', async () => {
    const { rows } = call(data, 'partners.list', { kinds: ['expert'], page: { limit: 2 } })
    names = rows.map(({ partner }) => partner.name)
    await go(page, 'partners/services')
    await press(page, '登记服务')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('服务内容').fill('为老人义诊量血压')
    await page.keyboard.press('Control+s')
    await reads(page, '请至少选择一位合伙人。')
    await takePart(page, dialog, names[0], '1.5')
    await takePart(page, dialog, names[1], '2')
    await dialog.getByText('5', { exact: true }).click()
    await dialog.getByLabel('确认人').fill('刘静')
    await shot(page, 'partners-service')
    await page.keyboard.press('Control+s')
    await reads(page, '服务记录已保存。')
    const [view] = call(data, 'services.list').rows
    assert.deepEqual(view.shares.map(({ minutes }) => minutes), [90, 120])
    assert.equal(view.service.satisfaction, 5)
  })

  await step(page, 'who can do this', async () => {
    await go(page, 'partners/find')
    await page.getByRole('searchbox').fill('书法 周末')
    await page.getByText(/找到 \d+ 位/).waitFor()
    await page.locator('.row').first().click()
    await page.getByRole('tab', { name: '概况' }).waitFor()
    assert.deepEqual(await faults(page), [])
    await shot(page, 'partners-find')
  })

  await step(page, 'several terms are renewed at once, and taken back by the toast', async () => {
    await go(page, 'partners')
    for (const at of [0, 1, 2]) await page.locator('.row input[type=checkbox]').nth(at).click()
    await page.getByText('已选 3 项').waitFor()
    await page.getByRole('button', { name: '登记步骤' }).click()
    await page.getByRole('button', { name: '登记续聘' }).click()
    await page.keyboard.press('Control+s')
    await reads(page, '已为 3 位登记续聘。')
    const renewed = () => call(data, 'partners.list', { states: ['renewed'] }).total
    assert.equal(renewed(), 3)
    await page.getByRole('button', { name: '撤销' }).last().click()
    await reads(page, '已撤销')
    assert.equal(renewed(), 0)
  })

  await step(page, 'the figures count volunteers apart', async () => {
    await go(page, 'partners/figures')
    await page.getByRole('region', { name: '志愿者', exact: true }).waitFor()
    await reads(page, '3.5')
    await page.getByRole('tab', { name: '按合伙人' }).click()
    await page.locator('.row').filter({ hasText: names[1] }).first().click()
    await page.getByRole('tab', { name: /服务记录\s*1$/ }).click()
    await reads(page, '为老人义诊量血压')
  })
  assert.deepEqual(page.complaints, [])
})
