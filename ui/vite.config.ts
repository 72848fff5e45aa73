import { fileURLToPath, URL } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

// Oldest engines the product supports (docs/decisions): WebKitGTK 2.40 (Safari 16 level) under Tauri on Debian 12, and
// Chromium 86, which browsers of domestic desktops are built on, against the web host.
const OLDEST_ENGINES = ['safari16', 'chrome86']

interface Modules {
  getModuleInfo: (id: string) => { importedIds: readonly string[] } | null
}
const ENTRY = /\/src\/main\.ts$/
let first: Set<string> | null = null

/** What the window needs before its first screen is there, in one file: each file costs a round trip through the shell. */
function startup(id: string, modules: Modules): string | null {
  first ??= reached(fileURLToPath(new URL('./src/main.ts', import.meta.url)), modules)
  return first.has(id) && !ENTRY.test(id) ? 'start' : null
}

function reached(entry: string, modules: Modules): Set<string> {
  const found = new Set([entry])
  // A set goes on to what is added to it meanwhile.
  for (const id of found) modules.getModuleInfo(id)?.importedIds.forEach((next) => found.add(next))
  return found
}

const src = fileURLToPath(new URL('./src', import.meta.url))
// Screens are developed against fixtures that live outside `src`, so a shipped build cannot contain them.
const fixtures = fileURLToPath(new URL('./tests/fixtures/platform.ts', import.meta.url))

export default defineConfig(({ mode }) => ({
  base: './',
  plugins: [vue()],
  resolve: {
    alias: [
      ...(mode === 'fixtures' ? [{ find: '@/platform/choose', replacement: fixtures }] : []),
      { find: '@', replacement: src },
    ],
  },
  build: {
    target: OLDEST_ENGINES,
    // The content policy is `default-src 'self'`: nothing may become a data: address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Which packages ended in the bundle; `cargo xtask licences` puts their texts together.
    license: { fileName: '.vite/licences.json' },
    chunkSizeWarningLimit: 900,
    rolldownOptions: { output: { codeSplitting: { groups: [{ debugName: 'start', name: startup }] } } },
  },
  worker: { format: 'es' },
  server: {
    port: 5173,
    strictPort: true,
    proxy: { '/api': 'http://127.0.0.1:8420', '/files': 'http://127.0.0.1:8420' },
  },
  test: { include: ['src/**/*.test.ts', 'tests/unit/**/*.test.ts'] },
}))
