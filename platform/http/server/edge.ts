import type { FastifyBaseLogger } from 'fastify'
import type { Actor } from '../../authz/common/grants.ts'
import type { Module } from '../../commands/server/define-module.ts'
import type { Enqueue } from '../../commands/server/run-command.ts'
import type { Db } from '../../db/server/unit-of-work.ts'
import type { Refusal } from '../../kernel/common/refusal.ts'
import type { Memory } from '../../live/server/memory.ts'
import type { Clock } from '../../kernel/server/clock.ts'

/** Who sends a request: the actor in the post of the moment, and the same person in each post. */
export interface Sender {
  readonly actor: Actor
  readonly everyPost: readonly Actor[]
  readonly sessionId: string | null
  /** A cookie was sent, but its session is over: this is said instead of "sign in first". */
  readonly sessionOver: Refusal | null
  /** A machine with its key: let in where an endpoint is meant for machines, and nowhere else. */
  readonly isMachine?: true
}

export interface Authenticator {
  who(token: string | undefined, now: string): Promise<Sender>
  /** Is told of each command that was carried out here, in case it changes who may do what. */
  after?(command: string): void
}

/** Says which machine a key belongs to, or why it opens nothing. */
export interface MachineDoor {
  who(key: string): Promise<Actor | Refusal>
}

/** Everything the HTTP edge stands on, brought by `apps/server`. */
export interface Edge {
  readonly db: Db
  readonly enqueue: Enqueue
  readonly clock: Clock
  readonly modules: readonly Module[]
  readonly authenticator: Authenticator
  /** Left out where no machine may come. */
  readonly machines?: MachineDoor
  /** What this process remembers of the database; left out where it remembers nothing. */
  readonly memory?: Pick<Memory, 'changed'>
  readonly settings: EdgeSettings
}

export interface EdgeSettings {
  /** Cookies only over TLS, and browsers told to stay on TLS. Off on a plain loopback address. */
  readonly secure: boolean
  /** Requests a minute from one address; people in one office share one. Null counts none: benches and proofs only. */
  readonly callsAMinute: number | null
  /** Behind a proxy of ours whose forwarded addresses are believed. */
  readonly trustProxy: boolean
  readonly logger: FastifyBaseLogger
}
