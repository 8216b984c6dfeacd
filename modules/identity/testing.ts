import { type Actor, nobody } from '#platform/authz/common/grants.ts'
import type { Origin } from '#platform/commands/server/command.ts'
import { runCommand, runQuery } from '#platform/commands/server/run-command.ts'
import { createSecretBox } from '#platform/crypto/server/index.ts'
import type { Db } from '#platform/db/server/unit-of-work.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import { isRefusal, type Refusal } from '#platform/kernel/common/refusal.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import type { IdentitySettings } from './common/settings.ts'
import { defaultIdentitySettings } from './common/settings.ts'
import { identityModule } from './module.ts'
import { addRoles, createAuthenticator, hashPassword, IdentityLoader, type NewRole } from './server/index.ts'

export const testPassword = 'Correct-horse-7'

const roles: readonly NewRole[] = [
  { code: 'resident', name: '居民', permissions: [{ permission: 'cases.rate', scope: 'own' }] },
  {
    code: 'grid-worker',
    name: '网格员',
    permissions: [
      { permission: 'cases.read', scope: 'place' },
      { permission: 'cases.verify', scope: 'post' },
      { permission: 'identity.see-people', scope: 'everywhere' },
    ],
  },
  { code: 'handler', name: '处置人员', permissions: [{ permission: 'cases.handle', scope: 'unit' }] },
  administrator('system-administrator', '系统管理员', 'identity.manage-accounts'),
  administrator('security-administrator', '安全管理员', 'identity.manage-access'),
  administrator('audit-administrator', '审计管理员', 'audit.read'),
]

function administrator(code: string, name: string, power: string): NewRole {
  const words = [power, 'identity.see-people']
  return { code, name, permissions: words.map(permission => ({ permission, scope: 'everywhere' as const })) }
}

const words = ['cases.read', 'cases.verify', 'cases.handle', 'cases.rate', 'audit.read', 'identity.manage-accounts']

/** Somebody with a session, as the HTTP edge would have found them. */
export interface Visitor {
  readonly token?: string
  readonly address?: string
}

/**
 * Identity by itself, on a fresh database: people with posts, and a way to call endpoints as the edge does, session and
 * address included.
 */
export class IdentityHouse {
  readonly db: Db
  readonly settings: IdentitySettings
  readonly box = createSecretBox({ current: 'test', keys: { test: Buffer.alloc(32, 7) } })
  now: Instant
  readonly #module
  readonly #authenticator
  #hash: Promise<string> | undefined
  unitId = ''

  constructor(db: Db, now: Instant, settings: Partial<IdentitySettings> = {}) {
    this.db = db
    this.now = now
    this.settings = { ...defaultIdentitySettings, ...settings }
    const known = words.map(permission => ({ permission, sentence: { 'zh-CN': permission, en: permission } }))
    this.#module = identityModule({ box: this.box, words: () => known, settings: this.settings })
    this.#authenticator = createAuthenticator(db, this.settings)
  }

  /** Roles and one unit; with `demo`, marked as the demo. */
  async furnish({ demo = true }: { demo?: boolean } = {}): Promise<this> {
    this.unitId = newId()
    await this.db.unitOfWork(async tx => {
      await addRoles(tx, roles, this.now)
      const loader = new IdentityLoader(tx, this.now)
      if (demo) await loader.markAsDemo([], testPassword)
      await loader.addUnits([{ id: this.unitId, parentId: null, name: '示范街道', kind: 'street' }])
    })
    return this
  }

  /** A person who knows `testPassword`, with posts of these roles on these grids. */
  async person(login: string, ...posts: readonly { role: string; grid?: string }[]) {
    this.#hash ??= hashPassword(testPassword)
    const passwordHash = await this.#hash
    const personId = newId()
    const held = posts.map(post => ({ ...post, id: newId() }))
    await this.db.unitOfWork(async tx => {
      const loader = new IdentityLoader(tx, this.now)
      await loader.addPeople([{ id: personId, name: `人员${login}`, staff: posts.length > 0 }])
      await loader.addAccounts([{ personId, login }], passwordHash)
      await loader.addPosts(
        held.map(({ id, role, grid }) => ({
          id,
          title: `${role} ${grid ?? ''}`.trim(),
          unitId: this.unitId,
          roleCode: role,
          gridPath: grid ?? null,
        })),
      )
      await loader.addAppointments(
        held.map(({ id }) => ({ id: newId(), postId: id, personId, fromAt: this.now, untilAt: null })),
      )
    })
    return { personId, login, postIds: held.map(({ id }) => id) }
  }

  async vacantPost(role: string, grid: string | null = null): Promise<string> {
    const id = newId()
    await this.db.unitOfWork(tx =>
      new IdentityLoader(tx, this.now).addPosts([
        { id, title: `${role} ${grid ?? ''}`.trim(), unitId: this.unitId, roleCode: role, gridPath: grid },
      ]),
    )
    return id
  }

  who(token: string | undefined) {
    return this.#authenticator.who(token, this.now)
  }

  /** Calls an endpoint as the edge would. */
  async call(name: string, input: object, visitor: Visitor = {}): Promise<Record<string, unknown> | Refusal> {
    const sender = await this.who(visitor.token)
    if (visitor.token !== undefined && sender.sessionOver) return sender.sessionOver
    const origin: Origin = { sessionId: sender.sessionId, address: visitor.address ?? '10.0.0.1', device: 'test' }
    return this.#run(name, input, sender.actor, origin)
  }

  async #run(name: string, input: object, actor: Actor, origin: Origin) {
    const command = this.#module.commands.find(({ endpoint }) => endpoint.name === name)
    const call = { actor, now: this.now, input, origin }
    const query = this.#module.queries.find(({ endpoint }) => endpoint.name === name)
    if (!command && !query) throw new Error(`no endpoint ${name}`)
    const answer = command
      ? await runCommand(this.db, async () => {}, command, { ...call, requestId: newId() })
      : await runQuery(this.db, query!, { ...call, everyPost: actor === nobody ? [] : [actor] })
    return answer as Record<string, unknown> | Refusal
  }

  /** Signs in and answers with the key to the session; throws when that is refused. */
  async signIn(login: string, more: { password?: string; totp?: string; address?: string } = {}): Promise<Visitor> {
    const { address, password = testPassword, totp } = more
    const input = { login, password, ...(totp === undefined ? {} : { totp }) }
    const answer = await this.call('identity.sign-in', input, address === undefined ? {} : { address })
    if (isRefusal(answer)) throw new Error(answer.code)
    const { token } = answer.session as { token: string }
    return address === undefined ? { token } : { token, address }
  }
}

/** The code of a refusal, or `done`. */
export function outcome(answer: unknown): string {
  return isRefusal<string>(answer) ? answer.code : 'done'
}

export { identityAccess } from './server/access-table.ts'
