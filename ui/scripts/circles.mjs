// Folders of src form no import circle: what two folders need of each other belongs in a third, or in one of them.
// node scripts/circles.mjs

import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative, sep } from 'node:path'

const src = join(import.meta.dirname, '../src')
const IMPORT = /(?:from|import)\s*\(?\s*['"]((?:@\/|\.)[^'"]*)['"]/g

const folderOf = (path) => relative(src, dirname(path)).split(sep).join('/') || '.'

/** The folder a specifier leads to; a folder named as such (`./strings`) means its index. */
function target(file, specifier, folders) {
  const path = specifier.startsWith('@/') ? join(src, specifier.slice(2)) : normalize(join(dirname(file), specifier))
  const named = relative(src, path).split(sep).join('/')
  return folders.has(named) ? named : folderOf(path)
}

/** For each folder the folders it imports, each with the first file that does. */
function importsByFolder() {
  const files = readdirSync(src, { recursive: true })
    .map((name) => join(src, name))
    .filter((path) => /\.(ts|vue)$/.test(path))
  const folders = new Set(files.map(folderOf))
  const graph = new Map([...folders].map((folder) => [folder, new Map()]))
  for (const file of files)
    for (const [, specifier] of readFileSync(file, 'utf8').matchAll(IMPORT)) {
      const to = target(file, specifier, folders)
      const edges = graph.get(folderOf(file))
      if (to !== folderOf(file) && !edges.has(to)) edges.set(to, relative(src, file))
    }
  return graph
}

/** The first way that comes back to where it went out from. */
function circle(graph) {
  const clean = new Set()
  const walk = (folder, way) => {
    if (way.includes(folder)) return [...way.slice(way.indexOf(folder)), folder]
    if (clean.has(folder)) return null
    for (const next of graph.get(folder)?.keys() ?? []) {
      const found = walk(next, [...way, folder])
      if (found) return found
    }
    clean.add(folder)
    return null
  }
  for (const folder of graph.keys()) {
    const found = walk(folder, [])
    if (found) return found
  }
  return null
}

const graph = importsByFolder()
const found = circle(graph)
if (found) {
  console.error('Folders import each other in a circle:')
  found.slice(1).forEach((to, at) => console.error(`  ${found[at]} → ${to}   (${graph.get(found[at]).get(to)})`))
  process.exit(1)
}
console.log(`${graph.size} folders, no circle`)
