import type { Actor, Grant } from '#platform/authz/common/grants.ts'
import { runCommand, runQuery } from '#platform/commands/server/run-command.ts'
import { createBlindIndex, createSecretBox } from '#platform/crypto/server/index.ts'
import type { Db } from '#platform/db/server/unit-of-work.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { type DatedGrid, GridHistory } from '#modules/grid/server/index.ts'
import { usualStaleAfter } from './common/entries.ts'
import { usualRegistry } from './common/setting-parts.ts'
import { registryModule } from './module.ts'
import type { Surroundings } from './server/surroundings.ts'

export { registryAccess } from './server/access-table.ts'

/** An answer of which a test reads what it wants to know. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Loose = Record<string, any>

/** Four levels of grids with nine below each, ever since. */
export const nineBelowNine: readonly DatedGrid[] = below('1', 4)

function below(path: string, levels: number): DatedGrid[] {
  const grid = { path, name: `格${path}`, code: path, from: '2000-01-01', until: null }
  const steps = levels === 1 ? [] : [1, 2, 3, 4, 5, 6, 7, 8, 9]
  return [grid, ...steps.flatMap(step => below(`${path}.${step}`, levels - 1))]
}

/** The module on a database of its own, without the rest of the town. Grids are `1`, `1.1`, `1.1.1` …; all exist. */
export class RegistryHouse {
  now = '2026-09-15T02:00:00.000Z'
  /** The tree by date; a test that moves grids puts another in its place. */
  history = new GridHistory(nineBelowNine, [])
  readonly around: Surroundings = {
    db: () => this.#db,
    secrets: createSecretBox({ current: 'k', keys: { k: Buffer.alloc(32, 7) } }),
    index: createBlindIndex({ current: 'i', keys: { i: Buffer.alloc(32, 5) } }),
    grids: {
      ...{ has: path => path.startsWith('1'), all: () => [], names: path => [`格${path}`] },
      history: async () => this.history,
      held: async () => 1,
    },
    people: async (_db, ids) => new Map(ids.map(id => [id, `人员${id}`])),
    posts: async (_db, ids) => new Map(ids.map(id => [id, `岗位${id}`])),
    holders: async () => ['chief'],
    settings: () => usualRegistry,
    staleAfter: () => usualStaleAfter,
  }
  readonly module = registryModule(this.around)
  readonly #db: Db

  constructor(db: Db) {
    this.#db = db
  }

  /** Holds these words of the module in a grid and below it. */
  actor(personId: string, path: string, words: readonly string[]): Actor {
    const grants: Grant[] = words.map(word => ({ permission: `registry.${word}`, within: { kind: 'subtree', path } }))
    return { personId, postId: `post-${personId}`, unitId: null, grants }
  }

  async does(name: string, input: object, actor: Actor): Promise<Loose> {
    const command = this.module.commands.find(({ endpoint }) => endpoint.name === `registry.${name}`)
    if (!command) throw new Error(`no command registry.${name}`)
    const call = { actor, now: this.now, requestId: newId(), input }
    return (await runCommand(this.#db, async () => {}, command, call)) as Loose
  }

  async asks(name: string, input: object, actor: Actor): Promise<Loose> {
    const query = this.module.queries.find(({ endpoint }) => endpoint.name === `registry.${name}`)
    if (!query) throw new Error(`no query registry.${name}`)
    return (await runQuery(this.#db, query, { actor, everyPost: [actor], now: this.now, input })) as Loose
  }

  /** A thing with a new id in a grid, by somebody who may write there. */
  async add(actor: Actor, kind: string, fields: object, more: object = {}): Promise<string> {
    const thingId = newId()
    const input = { thingId, kind, gridPath: '1.1.1', fields, trueOn: '2026-06-01', ...more }
    const added = await this.does('add', input, actor)
    if (added.thingId !== thingId) throw new Error(`refused: ${JSON.stringify(added)}`)
    return thingId
  }
}

/** Rows of the counted spans that are missing or too many beside what homes, relations and history come to: none. */
export async function driftOfSpans({ pool }: Db): Promise<readonly Loose[]> {
  const columns = 'thing_id, kind, home_id, grid_path, from_on, until_on, what, sex, born_on, title'
  const { rows } = await pool.query<Loose>(`with anew as (
      select ${columns} from registry.spans_of(array(select id from registry.thing)))
    (select 'missing' as how, ${columns} from anew except all select 'missing', ${columns} from registry.span)
    union all
    (select 'too much', ${columns} from registry.span except all select 'too much', ${columns} from anew)`)
  return rows
}

/** What a grid worker holds. */
export const workerWords = ['read-places', 'read', 'write', 'see-contact']

export const fieldIn = (thing: Loose, key: string): Loose | undefined =>
  (thing.fields as readonly Loose[]).find(field => field.key === key)
