import type { Kysely } from 'kysely'
import type { KnownAs } from '../../commands/server/define-module.ts'
import type { Catalogue } from '../../i18n/common/translate.ts'

type Names<Name> = Promise<ReadonlyMap<string, Name>>

export interface ActorFound {
  readonly id: string
  readonly name: string
  readonly login: string | null
}

/** What the audit asks of the modules, since it knows none of them: its own entries hold nothing but ids. */
export interface Surroundings {
  /** By person id; a resident is in it without a name. */
  staff(db: Kysely<unknown>, ids: readonly string[]): Names<string | null>
  clients(db: Kysely<unknown>, ids: readonly string[]): Names<string>
  posts(db: Kysely<unknown>, ids: readonly string[]): Names<{ readonly title: string; readonly unitName: string }>
  /** Some characters of a name are enough. */
  staffCalled(db: Kysely<unknown>, typed: string, limit: number): Promise<readonly ActorFound[]>
  clientsCalled(db: Kysely<unknown>, typed: string, limit: number): Promise<readonly Omit<ActorFound, 'login'>[]>
  /** By kind, of all modules. */
  known(): Readonly<Record<string, KnownAs>>
  /** The words of all modules: `command.<name>`, `thing.<kind>`, `refusal.<code>`. */
  words(): Catalogue
}
