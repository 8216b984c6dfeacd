import pino, { type DestinationStream } from 'pino'

interface Said {
  readonly type: string
  readonly message: string
  readonly stack: string
  readonly code?: string
  readonly table?: string
  readonly column?: string
  readonly constraint?: string
  readonly cause?: Said
}

/**
 * What the log may say of an error: what went wrong and where, never with whose data. The database tells with a broken
 * rule the whole row (`detail`), and quotes in some messages what was sent.
 */
export function saidOf(error: unknown): Said | { readonly message: string } {
  if (!(error instanceof Error)) return { message: typeof error }
  const { code, table, column, constraint } = error as Partial<
    Record<'code' | 'table' | 'column' | 'constraint', string>
  >
  const isOfDatabase = 'severity' in error
  const message = isOfDatabase ? error.message.replace(/: ".*"/su, ': "…"') : error.message
  // The stack begins with the message.
  const stack = error.stack ?? ''
  const frames = stack.slice(Math.max(0, stack.indexOf('\n    at ')))
  return {
    ...{ type: error.name, message, stack: isOfDatabase ? frames : stack },
    ...(code === undefined ? {} : { code }),
    ...(table === undefined ? {} : { table }),
    ...(column === undefined ? {} : { column }),
    ...(constraint === undefined ? {} : { constraint }),
    ...(error.cause instanceof Error ? { cause: saidOf(error.cause) as Said } : {}),
  }
}

/** The log of the program: one line of JSON for each thing, without personal data. */
export const createLog = (level: string, to?: DestinationStream) =>
  pino(
    {
      level,
      serializers: { err: saidOf },
      hooks: {
        // pino would say the error's own words once more beside what we say of it.
        logMethod(words, method) {
          const [first] = words as readonly unknown[]
          const isBare = words.length === 1 && typeof first === 'object' && first !== null && 'err' in first
          return method.apply(this, isBare ? [first, saidOf(first.err).message] : words)
        },
      },
    },
    ...(to ? [to] : []),
  )
