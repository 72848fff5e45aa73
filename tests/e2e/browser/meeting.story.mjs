// One meeting from the rota to signed minutes and a closed assignment, and the ways in which people
// change their minds on the way.

import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { choose, go, pickFile, press, reads, step, until } from '../lib/hand.mjs'
import { call, open, serve, shot, temporary } from '../lib/host.mjs'

const BLANK = { id: '', version: 0, position: 1, retired: false }

/** An office with one committee of three units, ready to meet. */
function begin(data) {
  call(data, 'office.found', { name: '云溪街道', superior: '临江区', clerk: '李敏' })
  const issuer = call(data, 'issuers.save', { ...BLANK, full_name: '中共听雨社区委员会', short_name: '', code: '听雨党委', first_number: 1 })
  const community = call(data, 'communities.save', { ...BLANK, name: '听雨社区', sort_key: '' })
  const committee = call(data, 'committees.save', {
    ...BLANK, name: '听雨社区“大党委”', short_name: '听雨', level: 'community', community_id: community.id, issuing_body_id: issuer.id,
    secretary_name: '王堃', secretary_post: '社区党委书记', recorder_name: '刘静', meeting_place: '社区二楼会议室', contact: '', units_per_month: 1, term_start: null, term_end: null,
  })
  const units = ['区教育局', '云溪供电所', '区文化馆'].map((name) => call(data, 'units.save', { name, nature: '机关', leader_name: '孙玥', leader_post: '主任' }))
  for (const unit of units) call(data, 'units.saveSeat', { unit_id: unit.id, committee_id: committee.id })
  return { committee, units }
}

test('a meeting, clicked through', async (t) => {
  const data = temporary(t)
  const { units } = begin(data)
  const page = await open(t, await serve(t, data))
  const dialog = page.getByRole('dialog')
  const today = call(data, 'office.state').today
  const meetings = () => call(data, 'meetings.list').rows.map((row) => row.meeting)
  const assignment = () => call(data, 'assignments.list').rows[0].assignment

  await step(page, 'the rota is planned and the meeting opened from it', async () => {
    await go(page, 'rota')
    await page.getByRole('button', { name: /^排 .* 年$/ }).first().click()
    await dialog.getByRole('button', { name: '按此排定' }).click()
    await dialog.waitFor({ state: 'detached' })
    await go(page, 'meetings')
    await press(page, '新建会议')
    await choose(page, dialog.locator('.picker').first(), '听雨社区')
    await dialog.getByLabel('会议日期').fill(today)
    await page.keyboard.press('Tab')
    await press(dialog, '新建')
    await reads(page, '会议已建好')
    assert.equal(meetings().length, 1)
  })

  await step(page, 'items are collected, and the notice goes out', async () => {
    for (const title of ['新增电动自行车充电棚选址', '老旧小区加装电梯']) {
      await page.getByRole('button', { name: '添加议题' }).first().click()
      await dialog.getByText('研究议题').click()
      await dialog.getByLabel('议题', { exact: false }).last().fill(title)
      await press(dialog, '保存')
      await reads(page, `议题“${title}”已添加。`)
    }
    await go(page, `meetings/${meetings()[0].id}/notice`)
    await press(page, '发出通知')
    await dialog.getByRole('button', { name: '发出通知' }).click()
    await reads(page, '通知已发出')
  })

  await step(page, 'attendance is taken, one item decided and one carried over', async () => {
    await go(page, `meetings/${meetings()[0].id}/attendance`)
    await press(page, '未定的全部出席')
    await press(page, '保存签到')
    await reads(page, '签到已保存。')
    await press(page, '登记已召开')
    await page.getByLabel('讨论情况').waitFor()
    await page.getByLabel('讨论情况').fill('云溪供电所：北区可接 6 台充电箱。')
    await page.getByLabel('议定事项').fill('由云溪供电所牵头，在北区建充电棚。')
    await page.getByRole('button', { name: /生成交办/ }).click()
    await choose(page, dialog.locator('.picker').first(), '云溪供电所')
    await press(dialog, '保存')
    await reads(page, '交办事项已保存。')
    await page.getByRole('button', { name: /下一项/ }).click()
    await press(page, '转下次会议')
    await dialog.getByRole('button', { name: '转下次会议' }).click()
    await reads(page, '已转下次会议。')
    await shot(page, 'meeting-record')
    assert.equal(assignment().lead_name, '云溪供电所')
  })

  await step(page, 'minutes are drafted, reviewed and signed with the scan', async () => {
    await go(page, `meetings/${meetings()[0].id}/minutes`)
    // Each step's button comes when the step before it is kept.
    for (const way of ['起草纪要', '送核稿', '送签', '登记签发']) await press(page, way)
    const scan = join(data, '签发件.pdf')
    writeFileSync(scan, '%PDF-1.4 a scan')
    await pickFile(page, scan, '选择扫描件')
    await dialog.getByText('签发件.pdf').waitFor()
    await press(dialog, '登记签发')
    await reads(page, '已登记签发。')
    assert.equal(meetings()[0].state, 'signed')
  })

  await step(page, 'files are put with the meeting, taken away and brought back', async () => {
    await go(page, `meetings/${meetings()[0].id}/archive`)
    const photo = join(data, '会场.png')
    writeFileSync(photo, 'a picture')
    await pickFile(page, photo, '添加材料')
    await reads(page, '“会场.png”已添加。')
    const kept = () => call(data, 'meetings.get', { id: meetings()[0].id }).attachments.filter(({ retired, name }) => !retired && name === '会场.png').length
    assert.equal(kept(), 1)
    await page.getByRole('listitem').filter({ hasText: '会场.png' }).getByRole('button', { name: '移除' }).click()
    await dialog.getByRole('button', { name: '移除' }).click()
    await reads(page, '“会场.png”已移除。')
    assert.equal(kept(), 0)
    await page.getByRole('button', { name: '撤销' }).last().click()
    await page.getByRole('listitem').filter({ hasText: '会场.png' }).waitFor()
    assert.equal(kept(), 1)
  })

  await step(page, 'what was decided is followed to its end', async () => {
    await go(page, 'assignments')
    await page.getByText('由云溪供电所牵头').first().click()
    const take = async (name, fill) => {
      await press(page, name)
      await fill()
      await dialog.getByRole('button', { name }).last().click()
      await dialog.waitFor({ state: 'detached' })
    }
    await take('登记进展', () => dialog.getByLabel('进展情况').fill('已完成现场勘察。'))
    await take('申请办结', () => dialog.getByLabel('办理结果').fill('充电棚已建成通电。'))
    await shot(page, 'assignment-claimed')
    await take('退回', () => dialog.getByLabel('原因').fill('还差消防验收。'))
    await take('申请办结', () => dialog.getByLabel('办理结果').fill('消防验收已通过。'))
    await take('同意办结', () => dialog.getByLabel('批复人').fill('王堃'))
    assert.equal(assignment().state, 'closed')
  })

  await step(page, 'a meeting that will not be is cancelled with its reason', async () => {
    const args = { committee_id: meetings()[0].committee_id, month: today.slice(0, 7), date: today, extraordinary: true }
    const { id } = call(data, 'meetings.open', args)
    await go(page, `meetings/${id}/notice`)
    await press(page, '取消会议')
    await press(dialog, '取消会议')
    await reads(page, '请填写原因。')
    await dialog.getByLabel('原因').fill('与区里会议冲突')
    await press(dialog, '取消会议')
    await reads(page, '会议已取消。')
    assert.equal(call(data, 'meetings.get', { id }).meeting.state, 'cancelled')
  })

  await step(page, 'two people on one record: the second sees both versions', async () => {
    await go(page, 'units')
    await page.getByText('区文化馆').first().click()
    await press(page, '编辑')
    await page.getByLabel('负责人', { exact: true }).fill('赵垚')
    const { unit } = call(data, 'units.get', { id: units[2].id })
    call(data, 'units.save', { ...unit, leader_name: '钱龑' })
    await press(page, '保存')
    await reads(page, '这条记录刚被别人改过')
    await reads(page, '钱龑')
    await shot(page, 'conflict')
    await press(page, '用我的版本覆盖')
    await reads(page, '“区文化馆”已保存。')
    assert.equal(call(data, 'units.get', { id: units[2].id }).unit.leader_name, '赵垚')
  })

  await step(page, 'what was typed before a crash is there again', async () => {
    await page.reload()
    await go(page, 'units')
    await press(page, '新增单位')
    await page.getByLabel('单位全称').fill('临江区第三幼儿园')
    await until('the draft is kept', () => page.evaluate(() => JSON.stringify(localStorage).includes('第三幼儿园')))
    await page.reload()
    await go(page, 'units')
    await press(page, '新增单位')
    assert.equal(await page.getByLabel('单位全称').inputValue(), '临江区第三幼儿园')
    await reads(page, /没保存的草稿/)
    await shot(page, 'draft-restored')
  })

  assert.deepEqual(page.complaints.filter((line) => !line.includes('409')), [])
})
