// Long work, looked at in a browser: a ledger is read and written under a bar that moves; cancelled, it leaves
// nothing behind; given again, it goes to its end. The host holds it where it is looked at, so that no story depends
// on a machine that is slow enough.

import assert from 'node:assert/strict'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { go, hold, pickFile, press, reads, step } from '../lib/hand.mjs'
import { call, faults, open, serve, shot, temporary } from '../lib/host.mjs'

/** More than are written in one step. */
const UNITS = 9_000
/** Those. */
const WRITTEN = 8_000
const COMMUNITIES = 7
const LONG = { timeout: 40_000 }

/** A ledger of so many units, as a clerk would hand it in. */
function ledger(folder) {
  const path = join(folder, '大台账.csv')
  const lines = Array.from({ length: UNITS }, (_, at) => `第${(at % COMMUNITIES) + 1}社区,临江第${at + 1}中学,学校,${(at % 90) + 1}`)
  writeFileSync(path, ['社区,单位名称,单位性质,党员数', ...lines].join('\n'))
  return path
}

/** Waits until the bar says how much of a stage is done. */
const moved = (page, stage, done) => page.waitForFunction(([stage, done]) => {
  const bar = document.querySelector('.work progress')
  return bar?.value >= done && document.querySelector('.work .muted').textContent.startsWith(stage)
}, [stage, done], LONG)

/** What is kept in the folder, by name. */
const kept = (data) => readdirSync(data, { recursive: true }).sort()

test('a long import', async (t) => {
  const [data, folder] = [temporary(t), temporary(t)]
  call(data, 'office.found', { name: '云溪街道', superior: '临江区', clerk: '李敏' })
  const page = await open(t, await serve(t, data))
  const bar = page.locator('.work')
  const state = () => [call(data, 'units.list').total, call(data, 'communities.list'), call(data, 'changes.list').length, kept(data)]

  await step(page, 'the ledger is previewed', async () => {
    await go(page, 'import/units')
    await pickFile(page, ledger(folder), '选择文件')
    await page.getByText(`同时新建这 ${COMMUNITIES} 个社区`).waitFor(LONG)
    await bar.waitFor({ state: 'detached' })
  })

  const untouched = state()
  await step(page, 'the import moves, and is cancelled', async () => {
    await page.getByText(`同时新建这 ${COMMUNITIES} 个社区`).click()
    await hold(page, 'writing', WRITTEN)
    await press(page, '导入')
    await bar.getByText('导入“大台账.csv”').waitFor(LONG)
    await moved(page, '正在写入', WRITTEN)
    await shot(page, 'long-import')
    await bar.getByRole('button', { name: '取消' }).click()
    await reads(page, '已取消，没有写入任何内容。')
    await bar.waitFor({ state: 'detached' })
    await shot(page, 'long-import-cancelled')
  })

  await step(page, 'nothing is left behind', async () => {
    assert.deepEqual(state(), untouched)
    assert.deepEqual(call(data, 'changes.imports'), [])
  })

  await step(page, 'the same import goes to its end', async () => {
    const goOn = await hold(page, 'recording', 1)
    await press(page, '导入')
    await moved(page, '正在写更改记录和搜索索引', 1)
    assert.deepEqual(await faults(page), [])
    await goOn()
    await page.getByText('导入完成').waitFor(LONG)
    assert.equal(await bar.count(), 0)
    assert.equal(call(data, 'units.list').total, UNITS)
    assert.equal(call(data, 'changes.imports').length, 1)
    assert.equal(call(data, 'changes.check').broken_at, null)
    await go(page, 'import/batches')
    await page.getByRole('button', { name: '整批撤销' }).first().waitFor()
    assert.equal(await page.getByRole('button', { name: '整批撤销' }).count(), 1)
  })

  // The browser itself complains of an answer that says 已取消.
  assert.deepEqual(page.complaints.filter((line) => !line.includes('422')), [])
})
