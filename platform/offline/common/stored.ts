/** `steps[n]` makes of what version n stored what version n + 1 expects. Each is tested where it is defined. */
export type Steps = Readonly<Record<number, (stored: unknown) => unknown>>

export interface Stored {
  readonly version: number
  readonly value: unknown
}

/**
 * What lies on a phone may have been stored by an older app; it is brought up step by step. Undefined when a step is
 * missing or the app was set back to an older one: then it is as good as not there, and is asked for again.
 */
export function raise({ version, value }: Stored, to: number, steps: Steps = {}): unknown {
  if (version > to) return undefined
  let raised = value
  for (let at = version; at < to; at++) {
    const step = steps[at]
    if (!step) return undefined
    raised = step(raised)
  }
  return raised
}
