import { readFile, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { noUnprivilegedAccount, notReachable } from './start-failures.ts'

/** The user a PostgreSQL server runs as when the program itself is root; PostgreSQL refuses to be root. */
export interface ServerAccount {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

/**
 * Nothing for an ordinary user (the server is then the same user). For root: whoever owns the cluster already, so that
 * `sudo` now and then does not lock the usual user out, else `nobody`. No user is created: a machine's users are not ours.
 */
export async function chooseServerAccount(cluster: string): Promise<ServerAccount | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const users = await systemUsers()
  const owner = await stat(cluster).then(
    found => found.uid,
    () => 0,
  )
  const account = users.find(user => (owner === 0 ? user.name === 'nobody' : user.uid === owner))
  // initdb looks its user's name up, so a number without an entry would not do.
  if (!account || account.uid === 0) throw noUnprivilegedAccount()
  return account
}

async function systemUsers(): Promise<ServerAccount[]> {
  const passwd = await readFile('/etc/passwd', 'utf8').catch(() => '')
  return passwd.split('\n').flatMap(line => {
    const [name, , uid, gid] = line.split(':')
    return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : []
  })
}

/** Says which folder keeps the account out (typically `/root`), or nothing when it may walk down to `place`. */
export async function findClosedFolder(place: string, account: ServerAccount): Promise<string | undefined> {
  const folders: string[] = []
  for (let folder = resolve(place); folder !== dirname(folder); folder = dirname(folder)) folders.unshift(folder)
  for (const folder of folders) {
    const { mode, uid, gid } = await stat(folder)
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
    if ((mode & bit) === 0) return folder
  }
  return undefined
}

export async function demandReachable(place: string, account: ServerAccount | undefined) {
  const closed = account && (await findClosedFolder(place, account))
  if (account && closed) throw notReachable(closed, account.name)
}
