// Building stars clicked through in a browser: a register entered by hand, the office's own score
// sheets taken in with the places they name, and a selection from nomination to its result.

import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { choose, go, pickFile, press, reads, search, step, until } from '../lib/hand.mjs'
import { call, fixtures, open, serve, shot, temporary } from '../lib/host.mjs'

async function begin(t) {
  const data = temporary(t)
  call(data, 'office.found', { name: '云溪街道', superior: '临江区', clerk: '李敏' })
  const page = await open(t, await serve(t, data))
  return { data, page }
}

async function nominate(page, place, { votes, review }) {
  await press(page, '登记提名')
  const dialog = page.getByRole('dialog')
  await dialog.locator('.picker').first().click()
  await page.keyboard.type(place)
  await page.getByRole('option', { name: place }).first().click()
  await dialog.getByLabel('得票').fill(votes)
  await dialog.getByLabel(/评审分/).fill(review)
  await page.keyboard.press('Control+s')
  await dialog.waitFor({ state: 'detached' })
}

test('a compound, a building and its posts by hand', async (t) => {
  const { data, page } = await begin(t)
  call(data, 'communities.save', { id: '', version: 0, name: '听雨社区', sort_key: '', position: 1, retired: false })

  await step(page, 'a compound is entered', async () => {
    await go(page, 'stars/buildings')
    await reads(page, '还没有楼栋')
    await press(page, '新增小区')
    const form = page.getByRole('complementary', { name: '新增小区' })
    await choose(page, form.locator('.picker').first(), '听雨社区')
    await form.getByLabel('小区名称').fill('听雨花园')
    await press(page, '添加成员')
    await form.getByLabel('姓名 1').fill('吴静')
    await form.getByLabel('职务 1').fill('主任')
    await page.keyboard.press('Control+s')
    await reads(page, '吴静（主任）')
  })

  await step(page, 'a building with stairwells is entered', async () => {
    await page.getByRole('tab', { name: '楼栋', exact: true }).first().click()
    await press(page, '新增楼栋')
    const form = page.getByRole('complementary', { name: '新增楼栋' })
    await choose(page, form.locator('.picker').first(), '听雨花园')
    await form.getByLabel('楼栋名称').fill('3')
    await form.getByLabel('单元数').fill('2')
    await page.keyboard.press('Control+s')
    await page.getByRole('complementary', { name: '听雨花园 3号楼' }).waitFor()
  })

  await step(page, 'posts are entered, and one phone is shown and logged', async () => {
    await press(page, '登记两长三员')
    await page.getByLabel('楼栋长姓名').fill('李兰')
    await page.getByLabel('楼栋长电话').fill('13900006923')
    await page.keyboard.press('Control+s')
    await reads(page, '139****6923')
    await reads(page, '缺 4 岗')
    await press(page, '看完整号码')
    await reads(page, '13900006923')
    await shot(page, 'stars-posts')
    const [last] = call(data, 'changes.list')
    assert.equal(last.reason, '查看听雨花园3号楼楼栋长李兰的电话')
  })

  await step(page, 'a stairwell goes out of use, and comes back by the toast', async () => {
    await page.getByRole('tab', { name: /单元/ }).click()
    await page.getByRole('complementary').getByRole('button', { name: '停用', exact: true }).first().click()
    await page.getByRole('dialog').getByRole('button', { name: '停用', exact: true }).click()
    await reads(page, '已停用。')
    const stairwells = () => call(data, 'buildings.list').rows[0].stairwells
    assert.equal(stairwells(), 1)
    await page.getByRole('button', { name: '撤销' }).last().click()
    await until('the stairwell is back', () => stairwells() === 2)
  })

  await step(page, 'the one search box leads to the building', async () => {
    await search(page, '听雨花园3')
    await page.getByRole('option', { name: '听雨花园3号楼' }).click()
    await page.getByRole('complementary', { name: '听雨花园 3号楼' }).waitFor()
  })

  await step(page, 'the list goes out as it is seen', async () => {
    await go(page, 'stars/buildings')
    const download = page.waitForEvent('download')
    await press(page, '导出本表')
    assert.equal((await download).suggestedFilename(), '楼栋.xlsx')
    await reads(page, /已导出 \d+ 行/)
  })

  await step(page, 'what goes out as a workbook comes back as no change', async () => {
    const folder = temporary(t)
    call(data, 'buildings.export', {}, '--save', folder)
    await go(page, 'import/buildings')
    await pickFile(page, join(folder, '小区楼栋台账.xlsx'), '选择文件')
    await reads(page, /不变/)
    await shot(page, 'stars-ledger')
  })
  assert.deepEqual(page.complaints, [])
})

test('score sheets in, and the best chosen', async (t) => {
  const { data, page } = await begin(t)

  await step(page, 'the sheets are shown before anything is written', async () => {
    await go(page, 'stars/ratings/import')
    await pickFile(page, join(fixtures, '楼栋考评打分表.xlsx'), '选择打分表')
    await reads(page, /35 个小区、331 栋楼、959 份评分表/)
    assert.equal(await page.getByRole('button', { name: '导入', exact: true }).isEnabled(), false)
    await shot(page, 'stars-import')
    assert.equal(call(data, 'ratings.list').length, 0)
  })

  await step(page, 'places are made when asked, and all of it is taken back and made again', async () => {
    await page.getByText(/同时新建/).click()
    await press(page, '导入')
    await reads(page, '导入完成')
    assert.equal(call(data, 'buildings.list').total, 331)
    await press(page, '撤销这次导入')
    await press(page, '撤销')
    await reads(page, '这次导入已整批撤销。')
    assert.equal(call(data, 'buildings.list').total, 0)
    await press(page, '导入')
    await reads(page, '导入完成')
    await press(page, '看结果')
    await reads(page, '名次')
    await shot(page, 'stars-results')
  })

  await step(page, 'the month is published, and its flags hang', async () => {
    await press(page, '发布')
    await page.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click()
    await reads(page, '考评已发布。')
    await go(page, 'stars/flags')
    await reads(page, '正在挂')
    assert.ok(call(data, 'ratings.flags', { hanging: true }).length > 35)
  })

  await step(page, 'a selection is made from nominations, votes and marks', async () => {
    const [first, second] = call(data, 'buildings.list').rows.map(({ building, compound }) => `${compound}${building.name}`)
    await go(page, 'stars/selections')
    await press(page, '新建评选')
    await page.getByRole('dialog').getByLabel('名额').fill('1')
    await page.keyboard.press('Control+s')
    await reads(page, '还没有提名')
    await nominate(page, first, { votes: '120', review: '95' })
    await nominate(page, second, { votes: '80', review: '90' })
    await press(page, '确定结果')
    await page.getByRole('dialog').getByRole('button', { name: '确定结果', exact: true }).click()
    await reads(page, '评选结果已确定。')
    await page.getByText('已确定').first().waitFor()
    const [selection] = call(data, 'selections.list')
    assert.equal(selection.state, 'decided')
    const { results } = call(data, 'selections.get', { id: selection.id })
    assert.deepEqual(results.map(({ chosen }) => chosen), [true, false])
    await shot(page, 'stars-selection')
  })
  assert.deepEqual(page.complaints, [])
})
