// A real `tongxin serve` on data of its own, and a real browser before it.

import { spawn, execFileSync } from 'node:child_process'
import { accessSync, constants, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../../..')
const require = createRequire(join(root, 'ui/package.json'))
const { chromium } = require('playwright-core')

export const program = process.env.TONGXIN_PROGRAM ?? join(root, 'target/debug/tongxin')
export const fixtures = join(root, 'tests/fixtures')
const shots = join(root, 'output/screens')

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser']
const QUIET = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

/** A folder for one story, gone when it ends. */
export function temporary(t) {
  const folder = mkdtempSync(join(tmpdir(), 'tongxin-e2e-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Runs the program to its end and gives what it printed. */
export function tongxin(...args) {
  return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
}

/** Runs one command on a data folder. */
export function call(data, name, args = {}, ...more) {
  return JSON.parse(tongxin('call', name, JSON.stringify(args), '--data', data, ...more))
}

/** Starts the web host and gives the address to open. */
export function serve(t, data) {
  const host = spawn(program, ['serve', '--port', '0', '--data', data], { stdio: ['ignore', 'pipe', 'inherit'] })
  t.after(() => host.kill('SIGINT'))
  return new Promise((resolve, reject) => {
    let printed = ''
    host.stdout.setEncoding('utf8').on('data', (chunk) => {
      printed += chunk
      const address = /http:\/\/\S+(?=\s)/.exec(printed)?.[0]
      if (address) resolve(address)
    })
    host.on('exit', (code) => reject(new Error(`the host ended with ${code}: ${printed}`)))
  })
}

/** Opens a page that fails the story on anything the console complains of. */
export async function open(t, address, { dark = false, width = 1366, height = 768 } = {}) {
  const executablePath = process.env.CHROMIUM ?? BROWSERS.find((path) => exists(path))
  const browser = await chromium.launch({ executablePath, args: QUIET })
  t.after(() => browser.close())
  const context = await browser.newContext({
    viewport: { width, height }, colorScheme: dark ? 'dark' : 'light', locale: 'zh-CN', timezoneId: 'Asia/Shanghai',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  const complaints = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.complaints = complaints
  await page.goto(address)
  return page
}

function exists(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Keeps a picture beside the other output, for people. */
export async function shot(page, name) {
  mkdirSync(shots, { recursive: true })
  await page.screenshot({ path: join(shots, `${name}.png`) })
}

/** Serious faults of accessibility on the page, as readable lines. */
export async function faults(page) {
  await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'))
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }))
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`))
}
