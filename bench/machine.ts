import { cpus, loadavg } from 'node:os'

/** Printed beside every figure: a figure without the machine and its load says nothing. */
export function describeMachine(): string {
  const { model } = cpus()[0] ?? { model: 'unknown' }
  const load = loadavg()
    .map(value => value.toFixed(2))
    .join(' ')
  return `${cpus().length} × ${model.trim()}, Node ${process.version}, load ${load}`
}

/** The value below which a share of the sorted samples lies. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export function summary(name: string, milliseconds: readonly number[], seconds: number): string {
  const sorted = milliseconds.toSorted((a, b) => a - b)
  const rate = (milliseconds.length / seconds).toFixed(0)
  const [p50, p99] = [0.5, 0.99].map(share => percentile(sorted, share).toFixed(1))
  return `${name.padEnd(44)} ${rate.padStart(6)}/s   p50 ${p50!.padStart(6)} ms   p99 ${p99!.padStart(6)} ms`
}
