// A person's hand on the page: what stories click and type, said as that person would say it.

import { shot } from './host.mjs'

/** One step of a story; where it fails, the story ends with its name and a picture of the page. */
export async function step(page, what, act) {
  try {
    await act()
  } catch (cause) {
    await shot(page, 'failed')
    throw new Error(`${what}: ${cause.message}`, { cause })
  }
}

/** Clicks what a person would read on a button. */
export const press = (page, name) => page.getByRole('button', { name, exact: true }).first().click()

/** Waits until the page says this. */
export const reads = (page, text) => page.getByText(text).first().waitFor()

/**
 * Whether a previewed paper shows print and not a blank sheet, asked within the page. A line of body
 * text alone darkens more pixels than this.
 */
export function showsInk() {
  const canvas = document.querySelector('.preview canvas')
  if (!canvas?.width || !canvas.height) return false
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
  let dark = 0
  for (let at = 0; at < data.length; at += 4) if (data[at + 3] > 128 && data[at + 1] < 110) dark += 1
  return dark > 2000
}

/** Waits until something outside the page is so, such as what is kept. */
export async function until(what, is, patience = 10_000) {
  const end = Date.now() + patience
  while (!(await is())) {
    if (Date.now() > end) throw new Error(`${what} did not come`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Holds the next long work at a point, as the host's debug build lets stories do; answers what lets it go on. */
export async function hold(page, stage, done) {
  const ask = (method, body) =>
    page.evaluate(
      ([method, body]) => fetch('/hold', {
        method, body, headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${sessionStorage.getItem('tongxin.token')}` },
      }).then(({ ok, status }) => { if (!ok) throw new Error(`/hold answers ${status}`) }),
      [method, body],
    )
  await ask('POST', JSON.stringify({ stage, done }))
  return () => ask('DELETE')
}

/** Waits until the page has its data: nothing on it says that it is still busy. */
export const settled = (page) => page.waitForFunction(() => !document.querySelector('main [aria-busy="true"], [role="dialog"] [aria-busy="true"]'))

/** Goes to a screen by its address, once the window has found its first. */
export async function go(page, path) {
  await page.locator('main h1').first().waitFor()
  await page.evaluate((hash) => { location.hash = hash }, `#/${path}`)
  await page.locator(`main[data-path="/${path.split('?')[0]}"]`).waitFor()
  await page.locator('main h1, main h2').first().waitFor()
}

/** Opens the one search box and types into it. */
export async function search(page, text) {
  await page.keyboard.press('Control+k')
  await page.waitForFunction(() => document.activeElement?.closest('[role="dialog"]'))
  await page.keyboard.type(text)
}

/** Picks from the list of a field, by what a person reads, or its first entry. */
export async function choose(page, field, option) {
  await field.click()
  const entries = page.getByRole('option', option ? { name: option } : {}).filter({ visible: true })
  await entries.first().click()
}

/** Answers the browser's file dialog, opened by a button. */
export async function pickFile(page, path, name) {
  const asked = page.waitForEvent('filechooser')
  await press(page, name)
  await (await asked).setFiles(path)
}
