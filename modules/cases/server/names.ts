import type { ReadHandle } from '#modules/grid/server/index.ts'
import { nobody } from '#platform/authz/common/grants.ts'
import type { CaseEvent, CaseFile } from '../common/case-file.ts'
import { partOf } from '../common/procedure/all.ts'
import type { PostName, StaffDirectory } from './surroundings.ts'

/** The names that a page of cases mentions, fetched in one go. */
export interface Names {
  readonly person: (id: string | null) => string | null
  readonly post: (id: string | null) => PostName | null
  readonly unit: (id: string | null) => string | null
}

export async function namesIn(
  staff: StaffDirectory,
  db: ReadHandle,
  files: readonly CaseFile[],
  history: readonly CaseEvent[] = [],
): Promise<Names> {
  const persons = known(history.map(event => event.by).filter(id => id !== nobody.personId && id !== 'clock'))
  const mentioned = history.flatMap(event => [event.postId, ...(partOf(event).postIds?.(event) ?? [])])
  const sentTo = history.flatMap(event => partOf(event).unitIds?.(event) ?? [])
  const postIds = known([...files.map(file => file.postId), ...mentioned])
  const assistants = files.flatMap(file => file.procedure.assistants.map(one => one.unitId))
  const unitIds = known([...files.map(file => file.unitId), ...assistants, ...sentTo])
  // One after the other: a handle inside a unit of work is a single connection.
  const people = persons.length === 0 ? new Map<string, string>() : await staff.people(db, persons)
  const posts = postIds.length === 0 ? new Map<string, PostName>() : await staff.posts(db, postIds)
  const units = unitIds.length === 0 ? new Map<string, string>() : await staff.units(db, unitIds)
  return {
    person: id => (id === null ? null : (people.get(id) ?? null)),
    post: id => (id === null ? null : (posts.get(id) ?? null)),
    unit: id => (id === null ? null : (units.get(id) ?? null)),
  }
}

function known(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.filter(id => id !== null))]
}
