import { readdirSync } from 'node:fs'
import { join, posix } from 'node:path'

const notOurs = new Set(['node_modules', 'dist', 'coverage'])

/** Every file of the repository that people write, as paths from its root with forward slashes. */
export function listFiles(root: string, folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap(entry => {
    if (notOurs.has(entry.name) || entry.name.startsWith('.')) return []
    const path = posix.join(folder, entry.name)
    return entry.isDirectory() ? listFiles(root, path) : [path]
  })
}
