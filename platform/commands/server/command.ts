import type { Kysely, Transaction } from 'kysely'
import type { z } from 'zod'
import type { Actor, Placed } from '../../authz/common/grants.ts'
import type { Endpoint } from '../../contract/common/endpoint.ts'
import type { HeldWrite } from '../../db/server/held-writes.ts'
import type { Instant } from '../../kernel/common/instant.ts'
import type { Refusal } from '../../kernel/common/refusal.ts'

export interface Subject {
  readonly kind: string
  readonly id: string
}

/** That a thing changed; whoever holds `permission` where it is (or was) is told at once. */
export interface Change {
  readonly subject: Subject
  readonly permission: string
  readonly placed: Placed
}

/** One thing to do that waits for whoever holds `permission` at `placed`. One per subject and task. */
export interface Waiting {
  readonly task: string
  readonly permission: string
  readonly placed: Placed
  /** Shown in the inbox. No personal data: the inbox is seen by people who may not open the thing. */
  readonly title: string
  readonly number: string | null
  readonly since: Instant
  readonly dueAt: Instant | null
  /** 0 ordinary, 1 pressing, 2 urgent. */
  readonly priority: number
}

export interface Notice {
  readonly personId: string
  readonly kind: string
  readonly subject: Subject
  readonly params: Readonly<Record<string, string | number>>
}

export interface Job {
  readonly name: string
  readonly data: object
}

/** How a request came in: with which session, from which address, on what kind of device. */
export interface Origin {
  readonly sessionId: string | null
  readonly address: string | null
  readonly device: string | null
}

/** A call that came in by no request: a job, the town builder, most tests. */
export const fromWithin: Origin = { sessionId: null, address: null, device: null }

/** What a command is given: the open unit of work, who asks, when, and the four ways to let the world know. */
export interface Work<T> {
  readonly tx: Transaction<T>
  readonly actor: Actor
  readonly now: Instant
  readonly requestId: string
  readonly origin: Origin
  /** Names the subject of the audit entry more exactly than the input could (signing in knows no person beforehand). */
  about(subject: Subject): void
  /** A write that nobody waits for: it is sent before the next statement or with the commit, and its failure undoes the work. */
  write(held: HeldWrite): void
  tell(change: Change): void
  /** Replaces everything that waits about this subject: the inbox is a function of the thing. */
  waits(subject: Subject, waiting: readonly Waiting[]): void
  notify(notice: Notice): void
  /** Runs after commit, at least once, with retries. */
  enqueue(job: Job): void
}

/** What a query is given: a handle that cannot write, who asks, and the same person in each of their posts. */
export interface Reading<T> {
  readonly read: Kysely<T>
  readonly actor: Actor
  readonly everyPost: readonly Actor[]
  readonly now: Instant
  readonly origin: Origin
}

/** A command as the runner sees it, its own types folded away. Made by `command`, never by hand. */
export interface Command {
  readonly endpoint: Endpoint
  readonly subject: (input: unknown) => Subject
  readonly prepare: ((reading: Reading<unknown>, input: unknown) => Promise<unknown>) | null
  readonly run: (work: Work<unknown>, input: unknown, prepared: unknown) => Promise<unknown>
  readonly keepsRefusals: boolean
}

export interface Query {
  readonly endpoint: Endpoint
  /** Given, each answer leaves an audit entry about this: what is printed or carried away leaves the house. */
  readonly onRecord?: (input: unknown) => Subject
  readonly run: (reading: Reading<unknown>, input: unknown) => Promise<unknown>
}

type AllowedRefusal<E extends Endpoint> = Refusal<E['refusals'][number]>

/** Something a person asks the system to do. `subject` is required: a command without an audit trail does not compile. */
export function command<T, E extends Endpoint<string, 'command'>, Prepared = undefined>(
  endpoint: E,
  rest: {
    readonly subject: (input: z.output<E['input']>) => Subject
    /**
     * Slow work before the unit of work opens, so that it holds no connection: checking a password. What it found may
     * be out of date by the time `run` gets it; `run` checks again what matters.
     */
    readonly prepare?: (reading: Reading<T>, input: z.output<E['input']>) => Promise<Prepared>
    readonly run: (
      work: Work<T>,
      input: z.output<E['input']>,
      prepared: Prepared,
    ) => Promise<z.input<E['output']> | AllowedRefusal<E>>
    /** The unit of work is committed even when the answer is a refusal (counting failed sign-ins). */
    readonly keepsRefusals?: true
  },
): Command {
  // The runner hands in exactly what the contract parsed, so folding the types away loses nothing.
  return {
    endpoint,
    subject: rest.subject as Command['subject'],
    prepare: (rest.prepare as unknown as Command['prepare'] | undefined) ?? null,
    run: rest.run as unknown as Command['run'],
    keepsRefusals: rest.keepsRefusals ?? false,
  }
}

/** Something a person asks to see. */
export function query<T, E extends Endpoint<string, 'query'>>(
  endpoint: E,
  rest: {
    readonly run: (
      reading: Reading<T>,
      input: z.output<E['input']>,
    ) => Promise<z.input<E['output']> | AllowedRefusal<E>>
    readonly onRecord?: (input: z.output<E['input']>) => Subject
  },
): Query {
  const onRecord = rest.onRecord as Query['onRecord']
  return { endpoint, run: rest.run as unknown as Query['run'], ...(onRecord ? { onRecord } : {}) }
}
