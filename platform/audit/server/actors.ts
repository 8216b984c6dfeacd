import type { Kysely } from 'kysely'
import { nobody } from '../../authz/common/grants.ts'
import { isUuid } from '../../kernel/common/uuid.ts'
import type { ActorKind } from '../common/contract.ts'
import type { Surroundings } from './surroundings.ts'

export interface KnownActor {
  readonly kind: ActorKind
  readonly name: string | null
}

/** Who these ids are. People and other systems have ids of their own; the program signs with a word such as `clock`. */
export async function actorsOf(around: Surroundings, db: Kysely<unknown>, ids: readonly string[]) {
  const staff = await around.staff(db, ids)
  const others = ids.filter(id => !staff.has(id))
  const clients = others.length === 0 ? new Map<string, string>() : await around.clients(db, others)
  return (id: string): KnownActor => {
    const name = staff.get(id)
    if (name !== undefined) return { kind: name === null ? 'resident' : 'staff', name }
    const client = clients.get(id)
    if (client !== undefined) return { kind: 'client', name: client }
    return { kind: id === nobody.personId ? 'nobody' : isUuid(id) ? 'unknown' : 'program', name: null }
  }
}

const mostFound = 20

/** Whose entries can be asked for by name, and the one that was chosen before, so that it can be shown by name. */
export async function findActors(
  around: Surroundings,
  db: Kysely<unknown>,
  asked: { typed: string; id?: string | undefined },
) {
  const typed = asked.typed.trim()
  const staff = await around.staffCalled(db, typed, mostFound)
  const clients = await around.clientsCalled(db, typed, mostFound)
  const found = [
    ...staff.map(one => ({ ...one, kind: 'staff' as const })),
    ...clients.map(one => ({ ...one, kind: 'client' as const, login: null })),
  ]
  const { id } = asked
  if (id === undefined || found.some(one => one.id === id)) return found
  return [{ id, ...(await actorsOf(around, db, [id]))(id), login: null }, ...found]
}
