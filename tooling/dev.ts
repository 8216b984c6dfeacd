import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { runNode } from './run-node.ts'
import { webApps } from './web-apps.ts'

const root = join(import.meta.dirname, '..')

/** Rebuilds each web app when one of its files changes; reload the page to see it. */
async function watchWeb(): Promise<void> {
  for (const { name } of webApps) {
    const configFile = join(root, 'apps', name, 'vite.config.ts')
    if (!existsSync(configFile)) continue
    // What lies in dist from now on is not what the stamp speaks of, so that the next start builds afresh.
    rmSync(join(root, 'dist', `${name}.stamp`), { force: true })
    await build({ configFile, logLevel: 'warn', build: { watch: {} } })
  }
}

await watchWeb()
// With the memory settings with which `run.mjs` started this process, as `npm start` has them.
const flags = [...process.execArgv, '--watch', '--watch-preserve-output']
const server = await runNode([...flags, 'apps/server/main.ts', ...process.argv.slice(2)])
process.exit(server.code)
