import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Milliseconds of processor time that each of the three has used since it started. */
export interface ProcessorTime {
  readonly program: number
  readonly database: number
  readonly client: number
}

/** Linux counts processor time in hundredths of a second, whatever the kernel was built with. */
const millisecondsPerTick = 10

/**
 * Rates say little on a machine that others use; processor time hardly depends on them. Where there is no /proc the
 * figures are NaN. Backends that have ended are counted with the server that started them.
 */
export async function processorTime(programPid: number, folder: string): Promise<ProcessorTime> {
  const { user, system } = process.cpuUsage()
  const lock = await readFile(join(folder, 'cluster', 'pgdata', 'postmaster.pid'), 'utf8')
  const postmaster = await statOf(Number.parseInt(lock, 10))
  const all = await Promise.all((await readdir('/proc').catch(() => [])).filter(isPid).map(pid => statOf(Number(pid))))
  const backends = all.filter(stat => stat?.parent === postmaster?.pid)
  return {
    program: (await statOf(programPid))?.own ?? Number.NaN,
    database: postmaster
      ? backends.reduce((sum, stat) => sum + (stat?.own ?? 0), postmaster.own + postmaster.ended)
      : Number.NaN,
    client: (user + system) / 1000,
  }
}

/** One line: what one lifecycle cost each of them between two looks. */
export function processorSummary(name: string, before: ProcessorTime, after: ProcessorTime, count: number): string {
  const each = (who: keyof ProcessorTime) => (after[who] - before[who]) / count
  const parts = (['program', 'database', 'client'] as const).map(who => `${who} ${each(who).toFixed(2)}`)
  const sum = each('program') + each('database') + each('client')
  return `${name.padEnd(44)} ${sum.toFixed(2)} ms of processor each: ${parts.join(', ')}`
}

const isPid = (name: string) => /^\d+$/.test(name)

/** See proc_pid_stat(5); the name in brackets may hold blanks, so fields are counted after it. */
async function statOf(pid: number) {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  const time = (...at: number[]) => at.reduce((sum, i) => sum + Number(fields[i]), 0) * millisecondsPerTick
  return { pid, parent: Number(fields[1]), own: time(11, 12), ended: time(13, 14) }
}

/**
 * Says in milliseconds how much the backends that are there now, and this program, have used since the last time it was
 * asked: to the microsecond, where the kernel tells it (`/proc/<pid>/schedstat`), so that a single question can be told.
 */
export async function stopwatchOf(folder: string): Promise<() => Promise<number>> {
  const lock = await readFile(join(folder, 'cluster', 'pgdata', 'postmaster.pid'), 'utf8')
  const postmaster = Number.parseInt(lock, 10)
  const all = await Promise.all((await readdir('/proc').catch(() => [])).filter(isPid).map(pid => statOf(Number(pid))))
  const backends = all.flatMap(stat => (stat?.parent === postmaster ? [stat.pid] : []))
  const used = async () => {
    const { user, system } = process.cpuUsage()
    const each = await Promise.all(backends.map(pid => readFile(`/proc/${pid}/schedstat`, 'utf8').catch(() => '0')))
    return (user + system) / 1000 + each.reduce((sum, text) => sum + Number.parseInt(text, 10) / 1_000_000, 0)
  }
  let before = await used()
  return async () => {
    const now = await used()
    const since = now - before
    before = now
    return since
  }
}
