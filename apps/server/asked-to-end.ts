const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Aborts when somebody asks this process to end. Listens for good: a service manager tells the whole group, and whoever
 * started us in that group hands the same signal on, so it comes twice; the second must not cut the tidying short.
 */
export function askedToEnd(): AbortSignal {
  const asked = new AbortController()
  for (const signal of signals) process.on(signal, () => asked.abort())
  return asked.signal
}

/** Waits until it aborts. */
export const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise(resolve => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
