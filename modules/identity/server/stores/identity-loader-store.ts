import { sql, type Transaction } from 'kysely'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { IdentityTables } from '../tables.ts'
import type { DemoLogin } from './installation-store.ts'

const rowsAtOnce = 2_000

export interface LoadedPerson {
  readonly id: string
  readonly name: string
  readonly staff: boolean
}
export interface LoadedAccount {
  readonly personId: string
  readonly login: string
}
export interface LoadedUnit {
  readonly id: string
  readonly parentId: string | null
  readonly name: string
  readonly kind: string
}
export interface LoadedPost {
  readonly id: string
  readonly title: string
  readonly unitId: string
  readonly roleCode: string
  readonly gridPath: string | null
}
export interface LoadedAppointment {
  readonly id: string
  readonly postId: string
  readonly personId: string
  readonly fromAt: Instant
  readonly untilAt: Instant | null
}

export interface LoadedSubstitution {
  readonly id: string
  readonly postId: string
  readonly personId: string
  readonly fromAt: Instant
  readonly untilAt: Instant
  readonly reason: string
  readonly arrangedBy: string
}

/**
 * Fills an empty database with many people at once, for the demo town, benches and tests. It checks nothing that the
 * tables themselves do not check; people who work use the commands.
 */
export class IdentityLoader {
  readonly #tx: Transaction<IdentityTables>
  readonly #at: Instant

  constructor(tx: Transaction<unknown>, at: Instant) {
    this.#tx = tx as unknown as Transaction<IdentityTables>
    this.#at = at
  }

  /** Says that this database is the demo: its logins are shown to everybody and administrators need no one-time codes. */
  async markAsDemo(logins: readonly DemoLogin[], password: string): Promise<void> {
    await this.#tx.insertInto('identity.installation').values({ demo: true, at: this.#at }).execute()
    await this.#insert(
      'identity.demo_login',
      logins.map(({ login, persona, title, app }, position) => ({
        login,
        position,
        persona,
        title_zh: title['zh-CN'],
        title_en: title.en,
        password,
        app,
      })),
    )
  }

  async addPeople(people: readonly LoadedPerson[]): Promise<void> {
    await this.#insert(
      'identity.person',
      people.map(({ id, name, staff }) => ({ id, name, staff, created_at: this.#at })),
    )
  }

  /** All with one password, hashed once by the caller: hashing it for each would take an hour for a city. */
  async addAccounts(accounts: readonly LoadedAccount[], passwordHash: string): Promise<void> {
    await this.#insert(
      'identity.account',
      accounts.map(({ personId, login }) => ({
        person_id: personId,
        login,
        password_hash: passwordHash,
        password_set_at: this.#at,
        must_change_password: false,
      })),
    )
  }

  /** Parents before children. */
  async addUnits(units: readonly LoadedUnit[]): Promise<void> {
    await this.#insert(
      'identity.unit',
      units.map(({ id, parentId, name, kind }) => ({ id, parent_id: parentId, name, kind, created_at: this.#at })),
    )
  }

  async addPosts(posts: readonly LoadedPost[]): Promise<void> {
    await this.#insert(
      'identity.post',
      posts.map(({ id, title, unitId, roleCode, gridPath }) => ({
        id,
        title,
        unit_id: unitId,
        role_code: roleCode,
        grid_path: gridPath,
        created_at: this.#at,
      })),
    )
  }

  async addAppointments(appointments: readonly LoadedAppointment[]): Promise<void> {
    await this.#insert(
      'identity.appointment',
      appointments.map(({ id, postId, personId, fromAt, untilAt }) => ({
        id,
        post_id: postId,
        person_id: personId,
        from_at: fromAt,
        until_at: untilAt,
      })),
    )
  }

  async addSubstitutions(substitutions: readonly LoadedSubstitution[]): Promise<void> {
    await this.#insert(
      'identity.substitution',
      substitutions.map(({ id, postId, personId, fromAt, untilAt, reason, arrangedBy }) => ({
        ...{ id, post_id: postId, person_id: personId, from_at: fromAt, until_at: untilAt, reason },
        ...{ arranged_by: arrangedBy, arranged_at: fromAt, ended_at: null },
      })),
    )
  }

  /** Rows travel as one JSON text per statement: no limit of parameters, and one plan for any number of rows. */
  async #insert(table: keyof IdentityTables, rows: readonly object[]): Promise<void> {
    const columns = Object.keys(rows[0] ?? {}).map(name => sql.ref(name))
    for (let start = 0; start < rows.length; start += rowsAtOnce) {
      const text = JSON.stringify(rows.slice(start, start + rowsAtOnce))
      await sql`insert into ${sql.table(table)} (${sql.join(columns)})
        select ${sql.join(columns)} from jsonb_populate_recordset(null::${sql.table(table)}, ${text}::jsonb)`.execute(
        this.#tx,
      )
    }
  }
}
