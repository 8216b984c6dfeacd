import { execFileSync } from 'node:child_process'
import { chmod, chown, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { prepareBinaries } from './binaries.ts'
import { joinEmbedded } from './open-embedded.ts'
import { newTrial, query, type Trial } from './launcher-trial.ts'
import { chooseServerAccount } from './server-account.ts'

const isRoot = process.getuid?.() === 0
let trial: Trial
beforeEach(async () => {
  trial = await newTrial()
})
afterEach(() => trial.end())

describe('what a person has to mend', () => {
  it.each([
    ['19', 'newer-data-directory', /更新的 PostgreSQL 19[^]*newer PostgreSQL 19/],
    ['14', 'older-data-directory', /较旧的 PostgreSQL 14[^]*older PostgreSQL 14/],
  ])('a data directory of PostgreSQL %s', async (version, code, sentence) => {
    await (await trial.open()).stop()
    const ours = await readFile(join(trial.pgdata, 'PG_VERSION'), 'utf8')
    await writeFile(join(trial.pgdata, 'PG_VERSION'), `${version}\n`)
    await expect(trial.open()).rejects.toMatchObject({ code, message: expect.stringMatching(sentence) })
    // It was not touched.
    await writeFile(join(trial.pgdata, 'PG_VERSION'), ours)
    await (await trial.open()).stop()
  })

  it('a folder without a database, for whoever only wants to read one: none is made', async () => {
    await mkdir(trial.dataDirectory, { recursive: true })
    await expect(joinEmbedded(trial.dataDirectory)).rejects.toMatchObject({
      ...{ code: 'no-database', message: expect.stringContaining(trial.dataDirectory) },
    })
    expect(await readdir(trial.dataDirectory)).toEqual([])
  })

  it('a data directory with something missing', async () => {
    await (await trial.open()).stop()
    const file = join(trial.dataDirectory, 'cluster', 'secrets.json')
    const text = await readFile(file, 'utf8')
    await rm(file)
    await expect(trial.open()).rejects.toMatchObject({ code: 'damaged-data-directory' })
    await writeFile(file, text.replace(/"admin": "\w+"/, '"admin": "another"'))
    await expect(trial.open()).rejects.toMatchObject({ code: 'damaged-data-directory' })
    expect(await trial.serverPid()).toBeUndefined()
  })

  it('a data directory that belongs to another user', async () => {
    await mkdir(trial.dataDirectory, { mode: 0o700 })
    if (isRoot) {
      const nobody = await chooseServerAccount(trial.pgdata)
      const { said } = trial.startProgram(nobody ? { uid: nobody.uid } : {})
      expect(await said).toMatchObject({
        refused: 'wrong-permissions',
        message: expect.stringContaining(trial.dataDirectory),
      })
      return
    }
    await chmod(trial.dataDirectory, 0o500)
    await expect(trial.open()).rejects.toMatchObject({ code: 'wrong-permissions' })
    await chmod(trial.dataDirectory, 0o700)
  })

  it.skipIf(!isRoot)('a parent folder that the server’s user may not enter (root only)', async () => {
    await chmod(trial.folder, 0o700)
    await expect(trial.open()).rejects.toMatchObject({
      code: 'wrong-permissions',
      message: expect.stringContaining(`chmod o+x ${trial.folder}`),
    })
  })

  it.skipIf(!canMount())(
    'a full disk, at the first start and at a later one (needs mount: root, CAP_SYS_ADMIN)',
    async () => {
      await mkdir(trial.dataDirectory)
      const mount = (...options: string[]) => execFileSync('mount', [...options, trial.dataDirectory])
      mount('-t', 'tmpfs', '-o', 'size=100m', 'tmpfs')
      try {
        const full = { code: 'disk-full', message: expect.stringMatching(/磁盘已满[^]*disk is full/) }
        await expect(trial.open()).rejects.toMatchObject(full)
        expect(await readdir(trial.dataDirectory)).toEqual([])

        mount('-o', 'remount,size=300m')
        const opened = await trial.open()
        await query(opened.migratorUrl, 'create table kept ()')
        await opened.stop()
        await writeFile(join(trial.dataDirectory, 'ballast'), Buffer.alloc(240 * 1024 * 1024)).catch(() => undefined)
        await expect(trial.open()).rejects.toMatchObject(full)
        await rm(join(trial.dataDirectory, 'ballast'))
        const again = await trial.open()
        expect(await query(again.migratorUrl, 'select * from kept')).toEqual([])
        await again.stop()
      } finally {
        execFileSync('umount', ['-l', trial.dataDirectory])
      }
    },
  )
})

it('works where the package cannot be written and its install script was not run', async () => {
  // Another package folder, without links, that the program may only read: as in an image built with --ignore-scripts.
  const { postgres } = await prepareBinaries(trial.folder, undefined)
  const packaged = join(trial.folder, 'package', 'native')
  await mkdir(packaged, { recursive: true })
  execFileSync('cp', ['-r', `${join(postgres, '..', '..')}/.`, packaged])
  execFileSync('find', [join(packaged, 'lib'), '-maxdepth', '1', '-type', 'l', '-delete'])
  expect(() => execFileSync(join(packaged, 'bin', 'postgres'), ['--version'], { stdio: 'pipe' })).toThrow('shared lib')
  execFileSync('chmod', ['-R', 'a-w', packaged])

  const nobody = await chooseServerAccount(trial.pgdata)
  const dataArea = join(trial.folder, 'area')
  await mkdir(dataArea)
  if (nobody) await chown(dataArea, nobody.uid, nobody.gid)
  const binaries = new URL('./binaries.ts', import.meta.url).href
  const source = `
    import { makeRunnable } from ${JSON.stringify(binaries)}
    console.log(JSON.stringify(await makeRunnable(${JSON.stringify(packaged)}, ${JSON.stringify(dataArea)})))`
  const printed = execFileSync(process.execPath, ['--input-type=module-typescript', '--eval', source], {
    cwd: tmpdir(),
    encoding: 'utf8',
    ...(nobody ? { uid: nobody.uid, gid: nobody.gid } : {}),
  })
  expect(JSON.parse(printed)).toMatchObject({
    major: 18,
    libraryPath: expect.stringContaining(join(dataArea, 'libraries')),
  })
})

function canMount() {
  if (!isRoot) return false
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', '/mnt'], { stdio: 'ignore' })
    execFileSync('umount', ['/mnt'])
    return true
  } catch {
    return false
  }
}
