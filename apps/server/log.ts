import pino, { type DestinationStream } from 'pino'
import { wordsOf } from '#platform/db/server/without-values.ts'

interface Said {
  readonly type: string
  readonly message: string
  readonly stack: string
  readonly code?: string
  readonly table?: string
  readonly column?: string
  readonly constraint?: string
  /** The jobs that it kept waiting. */
  readonly queue?: string
  readonly cause?: Said
}

/**
 * What the log may say of an error: what went wrong and where, never with whose data. The database tells with a broken
 * rule the whole row (`detail`), and quotes in some messages what was sent.
 */
export function saidOf(error: unknown): Said | { readonly message: string } {
  if (!isErrorLike(error)) return { message: typeof error }
  const { code, table, column, constraint, queue } = error as Partial<
    Record<'code' | 'table' | 'column' | 'constraint' | 'queue', string>
  >
  const isOfDatabase = 'severity' in error
  const message = wordsOf(error)
  // The stack begins with the message.
  const stack = error.stack ?? ''
  const frames = stack.slice(Math.max(0, stack.indexOf('\n    at ')))
  return {
    ...{ type: error.name ?? 'error', message, stack: isOfDatabase ? frames : stack },
    ...(code === undefined ? {} : { code }),
    ...(table === undefined ? {} : { table }),
    ...(column === undefined ? {} : { column }),
    ...(constraint === undefined ? {} : { constraint }),
    ...(queue === undefined ? {} : { queue }),
    ...(error.cause instanceof Error ? { cause: saidOf(error.cause) as Said } : {}),
  }
}

/** An error, or the copy of one that the queue hands on with the name of its jobs. */
const isErrorLike = (error: unknown): error is Error =>
  error instanceof Error ||
  (typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string')

interface LogOptions {
  /** Errors that are no news, such as a database that goes while the program is ending: not logged. */
  readonly isExpected?: (error: unknown) => boolean
  readonly to?: DestinationStream
}

/** The log of the program: one line of JSON for each thing, without personal data. */
export const createLog = (level: string, { isExpected = () => false, to }: LogOptions = {}) =>
  pino(
    {
      level,
      serializers: { err: saidOf },
      hooks: {
        // pino would say the error's own words once more beside what we say of it.
        logMethod(words, method) {
          const [first] = words as readonly unknown[]
          if (typeof first !== 'object' || first === null || !('err' in first)) return method.apply(this, words)
          if (isExpected(first.err)) return
          method.apply(this, words.length === 1 ? [first, saidOf(first.err).message] : words)
        },
      },
    },
    ...(to ? [to] : []),
  )
