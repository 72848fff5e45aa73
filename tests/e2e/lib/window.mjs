// A small WebDriver client for the real window: tauri-driver before WebKitWebDriver.

import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

async function until(what, attempt, tries = 120) {
  let cause
  for (let i = 0; i < tries; i += 1) {
    try {
      return await attempt()
    } catch (error) {
      cause = error
      await sleep(500)
    }
  }
  throw new Error(`${what}: ${cause?.message ?? cause}`)
}

/** Starts the desktop program under the driver and gives a window to look at. */
export async function desktop(t, { program, driver, args = [] }) {
  const [port, native] = [await freePort(), await freePort()]
  const process = spawn(driver, ['--port', String(port), '--native-port', String(native)], { stdio: 'inherit' })
  t.after(() => process.kill())
  const base = `http://127.0.0.1:${port}`
  const ask = async (method, path, body) => {
    const response = await fetch(`${base}${path}`, { method, body: body && JSON.stringify(body) })
    const { value } = await response.json()
    if (!response.ok) throw new Error(value?.message ?? `${method} ${path}: ${response.status}`)
    return value
  }
  const capabilities = { alwaysMatch: { 'tauri:options': { application: program, args } } }
  const { sessionId } = await until('the window opens', () => ask('POST', '/session', { capabilities }), 20)
  t.after(() => ask('DELETE', `/session/${sessionId}`).catch(() => {}))
  return new Window((method, path, body) => ask(method, `/session/${sessionId}${path}`, body))
}

class Window {
  #ask

  constructor(ask) {
    this.#ask = ask
  }

  /** The first element of an XPath, waited for. */
  find(xpath) {
    return until(xpath, async () => (await this.#ask('POST', '/element', { using: 'xpath', value: xpath }))[ELEMENT])
  }

  /** The innermost element that shows a text. */
  text(text) {
    return this.find(`//*[contains(normalize-space(.), '${text}') and not(.//*[contains(normalize-space(.), '${text}')])]`)
  }

  async click(xpath) {
    await until(`click ${xpath}`, async () => this.#ask('POST', `/element/${await this.find(xpath)}/click`, {}), 20)
  }

  async go(hash) {
    await this.run('location.hash = arguments[0]', hash)
  }

  run(script, ...args) {
    return this.#ask('POST', '/execute/sync', { script, args })
  }

  /** Waits until a function, run in the page, answers true. */
  holds(what, test) {
    return until(what, async () => {
      if (!(await this.run(`return (${test})()`))) throw new Error('not yet')
    }, 40)
  }

  title() {
    return this.#ask('GET', '/title')
  }

  async picture() {
    return Buffer.from(await this.#ask('GET', '/screenshot'), 'base64')
  }
}
