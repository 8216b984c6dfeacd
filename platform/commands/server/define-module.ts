import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Kysely } from 'kysely'
import type { Actor } from '../../authz/common/grants.ts'
import type { Catalogue } from '../../i18n/common/translate.ts'
import type { Refusal } from '../../kernel/common/refusal.ts'
import type { JobHandler } from '../../jobs/server/job.ts'
import type { Command, Query, Subject } from './command.ts'

/** What one module brings. A plain object, so "what is in it" has one answer; read by `apps/server` only. */
export interface Module {
  readonly name: string
  /** The folder that holds `server/migrations`, if it has tables. */
  readonly folder: URL
  readonly commands: readonly Command[]
  readonly queries: readonly Query[]
  /** Permission words with a sentence each, shown to the administrator. */
  readonly permissions: Readonly<Record<string, { readonly 'zh-CN': string; readonly en: string }>>
  readonly messages: Catalogue
  /** `command.<name>` for each command and `thing.<kind>` for what they are about: how the audit speaks of them. */
  readonly auditWords: Catalogue
  /** By kind, what its things go by among people, where that is a number or a name. */
  readonly known?: Readonly<Record<string, KnownAs>>
  readonly jobs: readonly JobHandler[]
  /** Whether an actor may see a thing of this module: decides who may open a photo attached to it. */
  readonly sees: Readonly<Record<string, (actor: Actor, subject: Subject) => Promise<boolean>>>
  /** Answers that are no commands or queries: tiles, files, streams. */
  readonly routes?: (app: FastifyInstance, doors: Doors) => void | Promise<void>
}

/** For the audit, whose reader may see none of the things themselves: numbers and names of the trade, nothing of residents. */
export interface KnownAs {
  /** By id; what is not known is left out. The ids come from outside, so anything may be in them. */
  readonly names: (db: Kysely<unknown>, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
  /** The ids of what has this number. */
  readonly withNumber?: (db: Kysely<unknown>, number: string) => Promise<readonly string[]>
}

/** What a route outside the contract is given, so that it asks and refuses the same way as everything else. */
export interface Doors {
  readonly who: (request: FastifyRequest) => Promise<{ readonly actor: Actor; readonly everyPost: readonly Actor[] }>
  readonly refuse: (request: FastifyRequest, reply: FastifyReply, refusal: Refusal) => FastifyReply
  /** The check against requests forged by other sites; every route that changes something asks it first. */
  readonly objectionToOrigin: (request: FastifyRequest) => Refusal | null
}

export function defineModule(module: Module): Module {
  return module
}
