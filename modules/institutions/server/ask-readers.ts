import type { Kysely } from 'kysely'
import type { Work } from '#platform/commands/server/command.ts'
import { dayBegins, dayOf } from '#platform/kernel/common/day-of.ts'
import { hasRead, standingOn, versionToRead } from '../common/institution.ts'
import { type Institution, InstitutionReader } from './institution-store.ts'
import type { ReaderPost, Surroundings } from './surroundings.ts'
import type { InstitutionsTables } from './tables.ts'

export type InstitutionsWork = Work<InstitutionsTables>

/** What waits for one person about one institution: `<document>.<person>`. */
export const readingSubject = 'institution-reading'

export const readingOf = (documentId: string, personId: string) => ({
  kind: readingSubject,
  id: `${documentId}.${personId}`,
})

/** Who must read a wording, each once, with the post for which they do. */
export async function readersOf(
  { staff }: Pick<Surroundings, 'staff'>,
  db: Kysely<unknown>,
  { reader_roles, reader_grid }: { readonly reader_roles: readonly string[]; readonly reader_grid: string | null },
): Promise<readonly (ReaderPost & { readonly holder: NonNullable<ReaderPost['holder']> })[]> {
  if (reader_roles.length === 0) return []
  const posts = await staff.withRoles(db, reader_roles, reader_grid)
  const byPerson = new Map<string, ReaderPost & { readonly holder: NonNullable<ReaderPost['holder']> }>()
  for (const post of posts) {
    const { holder } = post
    if (holder && !byPerson.has(holder.personId)) byPerson.set(holder.personId, { ...post, holder })
  }
  return [...byPerson.values()]
}

/**
 * One line in the inbox of each who must read and has not: no notice, no second line. Lines of those who need not any more
 * go away. Answers how many are asked.
 */
export async function askWhoMustRead(
  around: Surroundings,
  work: InstitutionsWork,
  { document, versions }: Institution,
): Promise<number> {
  const day = dayOf(work.now)
  // A wording to come is read before its day.
  const newest = versions.at(-1)
  const aim = newest && newest.inForceFrom > day ? newest.inForceFrom : day
  const wanted = versionToRead(versions, aim)
  if (!wanted || !newest) return 0
  const readers = await readersOf(around, work.tx as unknown as Kysely<unknown>, newest)
  const read = Map.groupBy(await new InstitutionReader(work.tx).readersOf(document.id), one => one.personId)
  const isOver = ['repealed', 'ended'].includes(standingOn(versions, document.repealed_from, aim))
  let asked = 0
  for (const { holder } of readers) {
    const known = (read.get(holder.personId) ?? []).map(({ version }) => version)
    const isDone = isOver || hasRead(versions, aim, known)
    if (!isDone) asked++
    work.waits(
      readingOf(document.id, holder.personId),
      isDone
        ? []
        : [
            {
              ...{ task: 'read', permission: 'institutions.acknowledge', priority: 0 },
              placed: { gridPath: null, unitId: null, postId: null, ownerId: holder.personId },
              ...{ title: newest.title, number: document.number, since: wanted.made_at },
              dueAt: dayBegins(dayOf(wanted.made_at), around.settings(work.now).readDays + 1),
            },
          ],
    )
  }
  return asked
}
