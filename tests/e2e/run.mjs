// Runs the stories of one folder and closes with the line the test tool reads.
// node run.mjs browser|window

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'

const folder = join(import.meta.dirname, process.argv[2] ?? 'browser')
const files = readdirSync(folder).filter((name) => name.endsWith('.story.mjs')).map((name) => join(folder, name))

const counts = { passed: 0, failed: 0 }
const count = (key) => (event) => {
  if (event.details?.type !== 'suite') counts[key] += 1
}
const stories = run({ files, concurrency: 1, timeout: 10 * 60_000 })
stories.on('test:pass', count('passed'))
stories.on('test:fail', count('failed'))
stories.on('end', () => setImmediate(() => {
  console.log(`\n${counts.passed} passed, ${counts.failed} failed`)
  process.exit(counts.failed === 0 && counts.passed > 0 ? 0 : 1)
}))
stories.compose(spec).pipe(process.stdout)
