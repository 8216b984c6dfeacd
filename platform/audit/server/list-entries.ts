import type { Kysely } from 'kysely'
import type { InputOf } from '../../contract/common/endpoint.ts'
import type { AuditEntry, listAuditEntries } from '../common/contract.ts'
import { actorsOf } from './actors.ts'
import { AuditReader, type AuditTables, type EntryRow } from './audit-reader.ts'
import type { Surroundings } from './surroundings.ts'

type Asked = InputOf<typeof listAuditEntries> & { readonly limit: number }

/** Entries with the names of whoever and whatever they name, as those are called now. */
export async function listEntries(around: Surroundings, read: Kysely<AuditTables>, { subject, ...filter }: Asked) {
  const db = read as unknown as Kysely<unknown>
  const subjectIds = subject === undefined ? undefined : await idsOf(around, db, subject)
  const { rows, next } = await new AuditReader(read).list({ ...filter, subjectIds })
  const actors = await actorsOf(around, db, unique(rows.map(row => row.actor_id)))
  const posts = await around.posts(db, unique(rows.flatMap(row => row.post_id ?? [])))
  const names = await subjectNames(around, db, rows)
  return {
    next,
    rows: rows.map((row): AuditEntry => {
      const { kind, name } = actors(row.actor_id)
      const post = row.post_id === null ? undefined : posts.get(row.post_id)
      return {
        ...{ id: row.id, at: row.at, actorId: row.actor_id, actorKind: kind, actorName: name },
        ...{ postId: row.post_id, post: post ? { title: post.title, unitName: post.unitName } : null },
        ...{ command: row.command, subjectKind: row.subject_kind, subjectId: row.subject_id },
        ...nameIn(names, row),
        ...{ outcome: row.outcome, requestId: row.request_id, deviceAt: row.device_at },
      }
    }),
  }
}

const unique = (ids: readonly string[]) => [...new Set(ids)]

/** The id as it stands, and whatever has it as its number. */
async function idsOf(around: Surroundings, db: Kysely<unknown>, written: string): Promise<string[]> {
  const ids = [written]
  for (const { withNumber } of Object.values(around.known())) {
    if (withNumber) ids.push(...(await withNumber(db, written)))
  }
  return unique(ids)
}

type SubjectNames = ReadonlyMap<string, ReadonlyMap<string, string>>

function nameIn(names: SubjectNames, { subject_kind: kind, subject_id: id }: EntryRow) {
  const subjectName = names.get(kind)?.get(id) ?? null
  return { subjectName, mayBeOpened: subjectName !== null || !names.has(kind) }
}

async function subjectNames(
  around: Surroundings,
  db: Kysely<unknown>,
  rows: readonly EntryRow[],
): Promise<SubjectNames> {
  const names = new Map<string, ReadonlyMap<string, string>>()
  for (const [kind, known] of Object.entries(around.known())) {
    const ids = unique(rows.filter(row => row.subject_kind === kind).map(row => row.subject_id))
    if (ids.length > 0) names.set(kind, await known.names(db, ids))
  }
  return names
}
