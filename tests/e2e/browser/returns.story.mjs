// A month's return comes back and is read in, clicked through in a browser: what differs is shown, the
// page says who has handed in, and an undo that is refused says what was changed since.

import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { go, pickFile, press, reads, settled, step } from '../lib/hand.mjs'
import { call, faults, open, serve, shot, temporary, tongxin } from '../lib/host.mjs'

const DONE = '送教上门2次，60人参加'

/** Writes what a unit on duty did, as somebody else on the same data would. */
function write(data, id, done) {
  const { turn } = call(data, 'rota.turn', { id })
  const { version, theme, activities, summary, handover } = turn
  call(data, 'rota.saveContent', { turn: id, version, theme, activities, done, summary, handover })
}

/** `2026-12` of `2027-01`. */
function monthBefore(month) {
  const [year, number] = month.split('-').map(Number)
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`
}

test('a month’s return', async (t) => {
  const [data, folder] = [temporary(t), temporary(t)]
  call(data, 'demo.load')
  const month = call(data, 'office.state').today.slice(0, 7)
  const row = call(data, 'rota.board', { year: Number(month.slice(0, 4)) }).rows.find(({ committee }) => committee !== '大工委')
  const cell = row.cells.find((each) => each.month === month)
  write(data, cell.turn_id, DONE)
  tongxin('call', 'returns.make', JSON.stringify({ committee_id: row.committee_id, month }), '--data', data, '--save', folder)
  write(data, cell.turn_id, '')
  const [file] = readdirSync(folder)
  const page = await open(t, await serve(t, data))

  await step(page, 'the page tells who has handed in', async () => {
    await go(page, 'import/returns')
    await reads(page, '未收')
    await settled(page)
    await shot(page, 'returns-list')
  })

  await step(page, 'what comes back is shown before it is written', async () => {
    await press(page, '读入报送表')
    await pickFile(page, join(folder, file), '选择文件')
    await reads(page, new RegExp(DONE))
    await shot(page, 'returns-preview')
    assert.equal(call(data, 'rota.turn', { id: cell.turn_id }).turn.done, '')
    await press(page, '导入')
    await reads(page, '导入完成')
    assert.equal(call(data, 'rota.turn', { id: cell.turn_id }).turn.done, DONE)
    await press(page, '查看报送情况')
    await reads(page, '已收')
    await reads(page, file)
  })

  await step(page, 'the same file has nothing more to say', async () => {
    await press(page, '读入报送表')
    await pickFile(page, join(folder, file), '选择文件')
    await reads(page, '表格和系统里完全一样，不需要导入。')
  })

  await step(page, 'a refused undo names what was changed since', async () => {
    write(data, cell.turn_id, `${DONE}，走访20户`)
    await go(page, 'import/batches')
    await settled(page)
    await shot(page, 'import-batches')
    await press(page, '整批撤销')
    await press(page, '撤销')
    await reads(page, '这次更改不能整批撤销')
    const dialog = page.getByRole('dialog')
    await dialog.getByText('轮值 · 填写轮值内容').waitFor()
    await shot(page, 'undo-refused')
    assert.deepEqual(await faults(page), [])
    await press(page, '知道了')
    assert.equal(call(data, 'rota.turn', { id: cell.turn_id }).turn.done, `${DONE}，走访20户`)
  })

  await step(page, 'the desk says whose return of the month before has not come', async () => {
    const before = monthBefore(month)
    const sent = temporary(t)
    tongxin('call', 'returns.make', JSON.stringify({ committee_id: row.committee_id, month: before }), '--data', data, '--save', sent)
    await go(page, `import/returns?month=${before}`)
    await press(page, '读入报送表')
    await pickFile(page, join(sent, readdirSync(sent)[0]), '选择文件')
    await press(page, '导入')
    await reads(page, '导入完成')
    await go(page, 'desk')
    const line = page.getByRole('link', { name: /月度报送：还有 \d+ 个社区未交/ }).first()
    await line.scrollIntoViewIfNeeded()
    await shot(page, 'desk-returns')
    await go(page, `import/returns?month=${month}`)
    await go(page, 'desk')
    await line.click()
    await reads(page, '未收')
    await reads(page, `${Number(before.slice(0, 4))}年${Number(before.slice(5))}月`)
    await shot(page, 'returns-before')
  })

  assert.deepEqual(page.complaints.filter((line) => !line.includes('409')), [])
})
