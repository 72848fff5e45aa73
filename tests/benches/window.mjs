// From start to first data: the program on the sample street beside an empty Tauri window, by turns,
// each on a start of its own. A window has its data when it is on the screen and carries the title that
// its page gives it then: the desk names itself only once it is filled.
// node window.mjs PROGRAM EMPTY DATA, on an X display

import { execFileSync, spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'

const [program, empty, data] = process.argv.slice(2)
const ROUNDS = 9
const LIMIT = 1.3
const GIVE_UP_MS = 60_000

/** What is told of windows; nothing when one vanished meanwhile. */
function told(...asked) {
  try {
    return execFileSync('xwininfo', asked, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch {
    return ''
  }
}

/** Whether a window whose title begins so is on the screen. */
function isSeen(title) {
  const line = told('-root', '-tree').split('\n').find((each) => each.includes(`"${title}`))
  const id = line?.trim().split(' ')[0]
  return id !== undefined && told('-id', id).includes('IsViewable')
}

async function start(command, args, title) {
  const begun = performance.now()
  const child = spawn(command, args, { stdio: 'ignore' })
  const gone = new Promise((resolve) => child.on('exit', resolve))
  try {
    while (!isSeen(title)) {
      if (performance.now() - begun > GIVE_UP_MS) throw new Error(`${command} never showed “${title}”`)
      await sleep(5)
    }
    return performance.now() - begun
  } finally {
    child.kill()
    await gone
  }
}

const times = { program: [], empty: [] }
for (let round = 0; round <= ROUNDS; round += 1) {
  const [bare, ours] = [await start(empty, [], 'ready'), await start(program, ['--data', data], '本月工作台')]
  if (round === 0) continue
  times.empty.push(bare)
  times.program.push(ours)
}

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]
const share = median(times.program) / median(times.empty)
const ms = (list) => `${median(list).toFixed(0)} ms`
console.log(`ratio window from start to first data, median of ${ROUNDS}, beside an empty Tauri window: ${ms(times.program)} / ${ms(times.empty)} = ${share.toFixed(2)} of ${LIMIT} ${share <= LIMIT ? 'ok' : 'OVER'}`)
