import { assembleModules, type Parts } from '#apps/server/modules.ts'
import { roleTemplates } from '#apps/server/roles.ts'
import { ConditionBook } from '#modules/catalogue/server/index.ts'
import { type CaseClocks, readKnownCases } from '#modules/cases/server/index.ts'
import { clocksForCases, staffInTables } from '#apps/server/who-is-where.ts'
import { GridIndex } from '#modules/grid/server/index.ts'
import { grantsOf } from '#modules/identity/common/index.ts'
import type { Actor } from '#platform/authz/common/grants.ts'
import type { Module } from '#platform/commands/server/define-module.ts'
import { runCommand, runQuery } from '#platform/commands/server/run-command.ts'
import type { BlindIndex, SecretBox } from '#platform/crypto/server/index.ts'
import type { Db } from '#platform/db/server/unit-of-work.ts'
import { type Instant, instantOf } from '#platform/kernel/common/instant.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { SettingsBook } from '#platform/settings/server/index.ts'
import { TimerStore, WorkCalendars } from '#platform/worktime/server/index.ts'
import type { PeoplePlan } from '../people/people.ts'
import { idMaker, randomFrom } from '../random.ts'

export interface StageParts {
  readonly db: Db
  readonly people: PeoplePlan
  readonly seed: number
  readonly secrets: SecretBox
  readonly followKey: Uint8Array
  readonly blindIndex: BlindIndex
}

const reader: Actor = {
  ...{ personId: 'town', postId: null, unitId: null },
  grants: [{ permission: 'cases.read', within: { kind: 'everywhere' } }],
}

/** The town's people on it take real steps by the real commands, each at the moment that it is told to happen. */
export class Stage {
  readonly calendars: WorkCalendars
  readonly clocks: CaseClocks
  readonly timers: TimerStore
  readonly newId: (milliseconds: number) => string
  readonly #db: Db
  readonly #people: PeoplePlan
  readonly #modules: readonly Module[]

  private constructor(parts: StageParts, grids: GridIndex, calendars: WorkCalendars, modules: readonly Module[]) {
    this.#db = parts.db
    this.#people = parts.people
    this.calendars = calendars
    this.timers = new TimerStore(calendars)
    this.clocks = clocksForCases(grids, calendars)
    this.newId = idMaker(randomFrom(parts.seed * 32_452_843 + 17))
    this.#modules = modules
  }

  static async open(parts: StageParts): Promise<Stage> {
    const { db } = parts
    const calendars = await WorkCalendars.open(db)
    const grids = await GridIndex.open(db)
    const [conditions, settings] = [await ConditionBook.open(db), await SettingsBook.open(db)]
    const { secrets, followKey, blindIndex } = parts
    const given: Partial<Parts> = {
      db,
      grids,
      calendars,
      conditions,
      settings,
      secrets,
      blindIndex,
      staff: staffInTables,
    }
    const keys = { followKey: Buffer.from(followKey), basemapFile: null }
    return new Stage(parts, grids, calendars, assembleModules({ ...given, ...keys } as Parts))
  }

  /** After a change of theirs; the program hears of it by live news. */
  reloadCalendars(): Promise<void> {
    return this.calendars.reload(this.#db.read())
  }

  /** Whoever holds this post, with what its role may do. */
  at(key: string): Actor {
    const post = this.#people.posts.find(one => one.key === key)
    if (!post) throw new Error(`the town has no post ${key}`)
    return this.#actor(post.id)
  }

  resident(order: number): Actor {
    const residents = this.#people.people.filter(person => !person.staff)
    const { permissions } = roleTemplates.find(({ id }) => id === 'resident')!
    const { id: personId } = residents[order % residents.length]!
    return { personId, postId: null, unitId: null, grants: grantsOf(permissions, null) }
  }

  unitId(key: string): string {
    const unit = this.#people.units.find(one => one.key === key)
    if (!unit) throw new Error(`the town has no unit ${key}`)
    return unit.id
  }

  /** One command of the product; refused, the town is wrong and says so. */
  async does(actor: Actor, name: string, at: number, input: object): Promise<Record<string, unknown>> {
    const command = this.#modules.flatMap(module => module.commands).find(({ endpoint }) => endpoint.name === name)
    if (!command) throw new Error(`there is no command ${name}`)
    const now: Instant = instantOf(at)
    const answer = await runCommand(this.#db, async () => {}, command, { actor, now, requestId: this.newId(at), input })
    if (isRefusal(answer)) throw new Error(`${name}: ${answer.code} ${JSON.stringify(answer.detail)}`)
    return answer as Record<string, unknown>
  }

  async asks(actor: Actor, name: string, at: number, input: object): Promise<Record<string, unknown>> {
    const query = this.#modules.flatMap(module => module.queries).find(({ endpoint }) => endpoint.name === name)
    if (!query) throw new Error(`there is no query ${name}`)
    const answer = await runQuery(this.#db, query, { actor, everyPost: [actor], now: instantOf(at), input })
    if (isRefusal(answer)) throw new Error(`${name}: ${answer.code}`)
    return answer as Record<string, unknown>
  }

  /** A step of a case, as it stands then. */
  async step(actor: Actor, name: string, at: number, caseId: string, more: object = {}): Promise<void> {
    await this.does(actor, `cases.${name}`, at, { caseId, version: (await this.#known(caseId)).version, ...more })
  }

  /** The post that was asked to verify it. */
  async verifier(caseId: string): Promise<Actor> {
    const { postId } = await this.#known(caseId)
    if (postId === null) throw new Error('nobody was asked to verify it')
    return this.#actor(postId)
  }

  async #known(caseId: string) {
    const [found] = await readKnownCases(this.#db.read(), reader, [caseId])
    if (!found) throw new Error(`no case ${caseId}`)
    return found
  }

  #actor(postId: string): Actor {
    const post = this.#people.posts.find(({ id }) => id === postId)
    const holder = this.#people.people.find(({ postIds }) => postIds.includes(postId))
    if (!post || !holder) throw new Error(`nobody holds the post ${post?.key ?? postId}`)
    const { permissions } = roleTemplates.find(({ id }) => id === post.role)!
    return { personId: holder.id, postId, unitId: this.unitId(post.unit), grants: grantsOf(permissions, post.gridPath) }
  }
}
