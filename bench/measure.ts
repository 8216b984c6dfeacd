import { percentile } from './machine.ts'
import type { PeopleSet } from './people-set.ts'
import { processorTime, stopwatchOf } from './processor-time.ts'

const times = Number(process.env['TIMES'] ?? 200)

/** One line: how long it takes on the clock, and the processor time of program and database, which others hardly change. */
export async function measure(
  set: PeopleSet,
  name: string,
  once: () => Promise<unknown>,
  count = times,
): Promise<void> {
  for (let warm = 0; warm < count / 10; warm++) await once()
  const clock: number[] = []
  const processor: number[] = []
  const used = await stopwatchOf(set.folder)
  for (let time = 0; time < count; time++) {
    await used()
    const from = performance.now()
    await once()
    clock.push(performance.now() - from)
    processor.push(await used())
  }
  const three = (samples: number[]) => {
    const sorted = samples.toSorted((a, b) => a - b)
    const [p50, p95, p99] = [0.5, 0.95, 0.99].map(share => percentile(sorted, share).toFixed(1).padStart(6))
    return `p50 ${p50} p95 ${p95} p99 ${p99} ms`
  }
  console.log(`${name.padEnd(50)} ${three(clock)}   processor ${three(processor)}`)
}

/** Runs it once: seconds, processor time and the most memory the program held meanwhile. */
export async function measureOnce<T>(set: PeopleSet, name: string, work: () => Promise<T>): Promise<T> {
  globalThis.gc?.()
  let peak = process.memoryUsage.rss()
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, 20)
  const before = await processorTime(process.pid, set.folder)
  const from = performance.now()
  try {
    return await work()
  } finally {
    clearInterval(watch)
    const after = await processorTime(process.pid, set.folder)
    const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(1).padStart(6)
    console.log(
      `${name.padEnd(44)} ${seconds(performance.now() - from)} s   processor: program ${seconds(after.client - before.client)} s, ` +
        `database ${seconds(after.database - before.database)} s   peak ${(peak / 1024 / 1024).toFixed(0).padStart(4)} MB`,
    )
  }
}
