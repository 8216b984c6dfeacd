import { Readable } from 'node:stream'
import { isDeepStrictEqual } from 'node:util'
import { type GridInForce, GridIndex, readPlace } from '#modules/grid/server/index.ts'
import type { Actor, Grant } from '#platform/authz/common/grants.ts'
import { runCommand, runQuery } from '#platform/commands/server/run-command.ts'
import type { Client } from '#platform/contract/common/client.ts'
import type { Endpoint, InputOf, OutputOf } from '#platform/contract/common/endpoint.ts'
import { createSecretBox } from '#platform/crypto/server/index.ts'
import type { Db } from '#platform/db/server/unit-of-work.ts'
import type { Point } from '#platform/kernel/common/geometry.ts'
import { type Instant, instantOf, millisecondsOf } from '#platform/kernel/common/instant.ts'
import { isRefusal, type Refusal } from '#platform/kernel/common/refusal.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import type * as contract from './common/contract.ts'
import type * as queries from './common/contract-queries.ts'
import { type PrioritySettings, usualPriority } from './common/priority.ts'
import type { ProcedureSettings } from './common/procedure/settings.ts'
import { reduceCase } from './common/reduce.ts'
import { casesModule } from './module.ts'
import { CaseReader } from './server/case-store.ts'
import {
  type CaseRouting,
  type ConditionSource,
  type GridLocator,
  noConditions,
  noRouting,
  plainClocks,
  type StaffDirectory,
  usualDuplicates,
  usualProcedure,
} from './server/index.ts'

// The trade's verbs for tests and for the town: each calls the real contract as somebody, with usual contents that a
// test may override, and throws when it is refused. Tests of refusals call the client themselves.

const asJson = (value: object) => JSON.parse(JSON.stringify(value)) as object

/** Somebody who can send requests: a neighbour of the town, or anything with the typed client's two calls. */
export type Somebody = Pick<Client, 'command' | 'query'>

type With<Fields> = Partial<Fields>

/** Like `done` of the testkit: the answer, or an error that names the refusal. */
function sure<A>(answer: A | Refusal): A {
  if (isRefusal(answer)) throw new Error(`refused: ${answer.code} ${JSON.stringify(answer.detail)}`)
  return answer as A
}

export async function reportCase(
  as: Somebody,
  overrides: With<InputOf<typeof contract.reportCase>> = {},
): Promise<OutputOf<typeof contract.reportCase>> {
  const input = { caseId: newId(), description: '单元门口堆着垃圾，没有人清理', ...overrides }
  return sure(await as.command<typeof contract.reportCase>('cases.report', input))
}

export async function showCase(as: Somebody, caseId: string): Promise<OutputOf<typeof queries.showCase>> {
  return sure(await as.query<typeof queries.showCase>('cases.show', { caseId }))
}

/** What a step answers, and what it is asked for besides the case. */
type Done = OutputOf<typeof contract.acceptCase>

async function seen(as: Somebody, caseId: string, version: number | undefined) {
  return { caseId, version: version ?? (await showCase(as, caseId)).version }
}

/** A step of the procedure with its usual contents, done to the case as it is now. */
function stepOf<E extends Endpoint<string, 'command'>>(name: E['name'], usual: With<InputOf<E>>) {
  return async (as: Somebody, caseId: string, overrides: With<InputOf<E>> = {}): Promise<Done> => {
    const { version } = overrides as { readonly version?: number }
    const input = { ...(await seen(as, caseId, version)), ...usual, ...overrides }
    return sure((await as.command<E>(name, input as InputOf<E>)) as Done | Refusal)
  }
}

export const acceptCase = stepOf<typeof contract.acceptCase>('cases.accept', {})
export const refuseCase = stepOf<typeof contract.refuseCase>('cases.refuse', { reason: '不属于本辖区的事项' })
export const fileCase = stepOf<typeof contract.fileCase>('cases.file', { classKind: 'event', classCode: '06010' })
export const returnCase = stepOf<typeof contract.returnCase>('cases.return', { reason: '不属于本单位职责' })
export const handleCase = stepOf<typeof contract.handleCase>('cases.handle', { note: '已经清理干净' })
export const verifyCase = stepOf<typeof contract.verifyCase>('cases.verify', { passed: true })
export const closeCase = stepOf<typeof contract.closeCase>('cases.close', {})
export const reworkCase = stepOf<typeof contract.reworkCase>('cases.rework', { reason: '没有清理干净' })

export async function joinCase(as: Somebody, caseId: string, into: string): Promise<Done> {
  return sure(
    await as.command<typeof contract.joinCase>('cases.join', { ...(await seen(as, caseId, undefined)), into }),
  )
}

/** To the unit named, or to the first that handles anything. */
export async function dispatchCase(
  as: Somebody,
  caseId: string,
  overrides: With<InputOf<typeof contract.dispatchCase>> = {},
): Promise<Done> {
  const unitId = overrides.unitId ?? (await listUnits(as))[0]?.unitId
  if (unitId === undefined) throw new Error('no unit handles cases: give one, or add a post with cases.handle')
  const input = { ...(await seen(as, caseId, overrides.version)), ...overrides, unitId }
  return sure(await as.command<typeof contract.dispatchCase>('cases.dispatch', input))
}

export async function rateCase(
  as: Somebody,
  who: InputOf<typeof contract.rateCase>['who'],
  overrides: With<InputOf<typeof contract.rateCase>> = {},
): Promise<Done> {
  const input = { who, stars: 5, solved: true, ...overrides }
  return sure(await as.command<typeof contract.rateCase>('cases.rate', input))
}

export async function listCases(
  as: Somebody,
  filters: InputOf<typeof queries.listCases> = {},
): Promise<OutputOf<typeof queries.listCases>['rows']> {
  return sure(await as.query<typeof queries.listCases>('cases.list', filters)).rows
}

export async function listUnits(as: Somebody): Promise<OutputOf<typeof queries.listUnits>['units']> {
  return sure(await as.query<typeof queries.listUnits>('cases.units', {})).units
}

export async function followCase(
  as: Somebody,
  key: InputOf<typeof queries.followCase>,
): Promise<OutputOf<typeof queries.followCase>> {
  return sure(await as.query<typeof queries.followCase>('cases.follow', key))
}

const street = { west: 116.8, south: 36.5, size: 0.08 }
const rows = 2

/** A street `1` of four squares `1.1` to `1.4`, each with its verifier's post `verifier-1.1` and so on. */
function squares(): GridInForce[] {
  const side = street.size / rows
  const small = [0, 1, 2, 3].map(i => ({
    path: `1.${i + 1}`,
    name: `第${i + 1}管理区`,
    west: street.west + (i % rows) * side,
    south: street.south + Math.floor(i / rows) * side,
    size: side,
  }))
  return [{ path: '1', name: '示范街道', ...street }, ...small].map(({ path, name, west, south, size }, i) => ({
    path,
    name,
    level: path.split('.').length,
    kind: i === 0 ? ('street' as const) : ('management-area' as const),
    code: i === 0 ? '370113001' : `37011300100${i}`,
    areaSquareMetres: 1_000_000,
    labelPlace: { lon: west + size / 2, lat: south + size / 2 },
    polygon: { type: 'Polygon' as const, coordinates: [ring(west, south, size)] },
  }))
}

function ring(west: number, south: number, size: number): readonly (readonly [number, number])[] {
  const [east, north] = [west + size, south + size]
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
}

const units: Readonly<Record<string, string>> = {
  '019a0000-0000-7000-8000-00000000a001': '环卫所',
  '019a0000-0000-7000-8000-00000000a002': '市政所',
}
export const [cleaningUnit = '', roadsUnit = ''] = Object.keys(units)

const staff: StaffDirectory = {
  people: async (_db, ids) => new Map(ids.map(id => [id, `人员${id}`])),
  posts: async (_db, ids) =>
    new Map(ids.map(id => [id, { title: `岗位${id}`, unitName: '网格中心', holderName: `在岗${id}` }])),
  units: async (_db, ids) => new Map(ids.flatMap(id => (units[id] ? [[id, units[id]] as const] : []))),
  unitsHolding: async () => Object.entries(units).map(([unitId, name]) => ({ unitId, name })),
}

const everywhere = (...permissions: readonly string[]): Grant[] =>
  permissions.map(permission => ({ permission, within: { kind: 'everywhere' } }))
const own = (...permissions: readonly string[]): Grant[] =>
  permissions.map(permission => ({ permission, within: { kind: 'own' } }))

/** Cases by themselves on a fresh database: real grids, invented colleagues, and a call as anybody. */
export class CasesHouse {
  readonly db: Db
  readonly grids: GridIndex
  readonly locator: GridLocator
  readonly module
  now: Instant = '2026-09-15T02:00:00.000Z'
  /** The filing standard of the place. */
  conditions: ConditionSource = noConditions
  /** What the place has set, by the moment. */
  procedureAt: (now: Instant) => ProcedureSettings = () => usualProcedure
  priorityAt: (now: Instant) => PrioritySettings = () => usualPriority

  private constructor(db: Db, grids: GridIndex, routing: CaseRouting) {
    this.db = db
    this.grids = grids
    this.locator = {
      read: place => readPlace(grids, place),
      root: () => grids.root(),
      districtOf: path => grids.find(path)?.code.slice(0, 6) ?? '000000',
      nearestPosts: async (_db, point) => {
        const path = grids.locate(point)
        const postId = `verifier-${path ?? '1.1'}`
        return [postId, `${postId}-next`].map(id => ({
          postId: id,
          personId: `holder-of-${id}`,
          gridPath: path ?? '1.1',
        }))
      },
    }
    this.module = casesModule({
      db,
      grids: this.locator,
      staff,
      secrets: createSecretBox({ current: 'test', keys: { test: Buffer.alloc(32, 7) } }),
      followKey: Buffer.alloc(32, 9),
      passes: { issue: fileId => `pass-for-${fileId}` },
      photos: { read: () => Readable.from([]) },
      duplicates: () => usualDuplicates,
      procedure: now => this.procedureAt(now),
      priority: now => this.priorityAt(now),
      wording: () => ({}),
      conditions: {
        classes: now => this.conditions.classes(now),
        find: (id, now) => this.conditions.find(id, now),
        version: (id, version) => this.conditions.version(id, version),
      },
      clocks: plainClocks,
      routing,
    })
  }

  static async open(db: Db, routing: CaseRouting = noRouting): Promise<CasesHouse> {
    const source = squares()
    return new CasesHouse(
      db,
      await GridIndex.from({ version: async () => 1, load: async () => ({ version: 1, grids: source }) }),
      routing,
    )
  }

  /** A place inside the square of that path, a few metres apart for each `step`. */
  placeIn(path: string, step = 0): Point {
    const { lon, lat } = this.grids.find(path)!.labelPlace
    return { lon: lon + step * 0.0001, lat }
  }

  /** The job that weighs open cases. */
  async weigh(): Promise<void> {
    const job = this.module.jobs.find(({ name }) => name === 'cases.weigh')
    if (!job) throw new Error('no job cases.weigh')
    await job.run({ db: this.db, now: this.now, data: {} } as never)
  }

  later(minutes: number): void {
    this.now = instantOf(millisecondsOf(this.now) + minutes * 60_000)
  }

  actor(personId: string, grants: readonly Grant[], more: Partial<Actor> = {}): Actor {
    return { personId, postId: `post-of-${personId}`, unitId: null, grants, ...more }
  }

  /** Everybody the life of a case needs. */
  readonly cast = {
    worker: this.actor('worker', everywhere('cases.read', 'cases.report')),
    acceptor: this.actor('acceptor', everywhere('cases.read', 'cases.accept', 'cases.see-reporter')),
    chief: this.actor('chief', everywhere('cases.read', 'cases.file', 'cases.close')),
    dispatcher: this.actor('dispatcher', everywhere('cases.read', 'cases.dispatch')),
    handler: this.actor(
      'handler',
      ['cases.read', 'cases.handle'].map(permission => ({ permission, within: { kind: 'own-unit' } })),
      { unitId: cleaningUnit },
    ),
    verifier: this.actor(
      'verifier',
      ['cases.read', 'cases.verify'].map(permission => ({ permission, within: { kind: 'own-post' } })),
      { postId: 'verifier-1.1' },
    ),
    resident: this.actor('resident', own('cases.read', 'cases.rate'), { postId: null }),
    supervisor: this.actor('supervisor', everywhere('cases.read')),
  }

  /** Calls as the runner does, without the HTTP edge. */
  as(actor: Actor): Somebody & { again(name: string, input: object, requestId: string): Promise<unknown> } {
    const send = async (name: string, input: object, requestId: string) => {
      const command = this.module.commands.find(({ endpoint }) => endpoint.name === name)
      if (!command) throw new Error(`no command ${name}`)
      return runCommand(this.db, async () => {}, command, { actor, now: this.now, requestId, input })
    }
    const ask = async (name: string, input: object) => {
      const query = this.module.queries.find(({ endpoint }) => endpoint.name === name)
      if (!query) throw new Error(`no query ${name}`)
      return runQuery(this.db, query, { actor, everyPost: [actor], now: this.now, input })
    }
    return {
      // The module's own endpoints answer by their contract; the runner parses both ways.
      command: ((name: string, input: object, options?: { requestId?: string }) =>
        send(name, input, options?.requestId ?? newId())) as Somebody['command'],
      query: ((name: string, input: object) => ask(name, input)) as Somebody['query'],
      again: send,
    }
  }

  /** Any step as somebody, on the version that is there now; a refusal is answered. */
  async act(actor: Actor, name: string, caseId: string, more: object = {}): Promise<unknown> {
    const { rows: found } = await this.db.pool.query('select version from cases.case_file where id = $1', [caseId])
    const input = { caseId, version: (found[0] as { version: number }).version, ...more }
    return this.as(actor).command(name as never, input as never)
  }

  /** The same, for the happy way. */
  async sure(...call: Parameters<CasesHouse['act']>): Promise<void> {
    sure(await this.act(...call))
  }

  /** What waits about a case, and for whom. */
  async tasks(caseId: string): Promise<{ task: string; unit_id: string | null; post_id: string | null }[]> {
    const asked = 'select task, unit_id, post_id from inbox.item where subject_id = $1 order by task'
    return (await this.db.pool.query(asked, [caseId])).rows as never
  }

  /** Every job of the module once, as the clock runs them. */
  async tick(): Promise<void> {
    for (const job of this.module.jobs) await job.run({ db: this.db, now: this.now, data: null })
  }

  /** Cases whose row is not what their history adds up to, clocks and all; and how many there are. */
  async heldAgainstHistory(): Promise<{ cases: number; wrong: string[] }> {
    const { rows: files } = await this.db.pool.query<{ id: string }>('select id from cases.case_file')
    const reader = new CaseReader(this.db.read(), this.cast.supervisor)
    const wrong: string[] = []
    for (const { id } of files) {
      const made = reduceCase(await reader.history(id))
      if (!isDeepStrictEqual(asJson((await reader.find(id))!.procedure), asJson(made.procedure))) wrong.push(id)
    }
    return { cases: files.length, wrong }
  }

  /** A case brought as far as asked, reported in `1.1` unless told otherwise. */
  async caseThatIs(
    status: 'reported' | 'accepted' | 'filed' | 'dispatched' | 'handled' | 'verified' | 'closed',
    report: With<InputOf<typeof contract.reportCase>> = {},
    reporter: Actor = this.cast.resident,
  ): Promise<OutputOf<typeof contract.reportCase>> {
    const reported = await reportCase(this.as(reporter), { place: this.placeIn('1.1'), ...report })
    const { caseId } = reported
    const { acceptor, chief, dispatcher, handler, verifier } = this.cast
    const steps = [
      ['accepted', () => acceptCase(this.as(acceptor), caseId)],
      ['filed', () => fileCase(this.as(chief), caseId)],
      ['dispatched', () => dispatchCase(this.as(dispatcher), caseId, { unitId: cleaningUnit })],
      ['handled', () => handleCase(this.as(handler), caseId)],
      ['verified', () => verifyCase(this.as(verifier), caseId)],
      ['closed', () => closeCase(this.as(chief), caseId)],
    ] as const
    const until = steps.findIndex(([name]) => name === status)
    for (const [, step] of steps.slice(0, until + 1)) await step()
    return reported
  }
}

export { casesAccess } from './server/access-table.ts'
