import type { Kysely } from 'kysely'
import { query } from '#platform/commands/server/command.ts'
import { type Instant, millisecondsOf } from '#platform/kernel/common/instant.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import type { CaseFile } from '../../common/case-file.ts'
import { followCase, followOwnCase } from '../../common/contract-queries.ts'
import { refuse } from '../../common/refusals.ts'
import { CaseStory, OwnReports } from '../case-story-store.ts'
import type { FollowDoor } from '../follow-door.ts'
import { namesIn } from '../names.ts'
import { presentFollow, type Told } from '../present-follow.ts'
import type { Surroundings } from '../surroundings.ts'
import type { CasesTables } from '../tables.ts'

type Around = Pick<Surroundings, 'staff' | 'passes' | 'procedure'>

export const followCaseQuery = (around: Around, door: FollowDoor) =>
  query<CasesTables, typeof followCase>(followCase, {
    async run({ read, now }, key) {
      const caseId = await door.open(read, key, now)
      return isRefusal(caseId) ? caseId : follow(around, read, caseId, now)
    },
  })

export const followOwnCaseQuery = (around: Around) =>
  query<CasesTables, typeof followOwnCase>(followOwnCase, {
    async run({ read, actor, now }, { caseId }) {
      const own = await new OwnReports(read, actor.personId).find(caseId)
      return own ? follow(around, read, caseId, now) : refuse['not-found']()
    },
  })

async function follow({ staff, passes, procedure }: Around, read: Kysely<CasesTables>, caseId: string, now: Instant) {
  const told = await tellingOf(read, caseId)
  if (!told) throw new Error(`case ${caseId} was there a moment ago`)
  const into = await lastJoined(read, told)
  const files = into ? [told.caseFile, into.caseFile] : [told.caseFile]
  const names = await namesIn(staff, read, files, [...told.history, ...(into?.history ?? [])])
  const passFor = (fileId: string) => passes.issue(fileId, now)
  const mayReopen = ({ procedure: { closedAt } }: CaseFile) =>
    closedAt !== null && millisecondsOf(now) - millisecondsOf(closedAt) <= procedure(closedAt).reopenDays * 86_400_000
  return presentFollow(told, into, { unitName: names.unit, passFor, mayRate: true, mayReopen })
}

async function tellingOf(read: Kysely<CasesTables>, caseId: string): Promise<Told | null> {
  const story = new CaseStory(read)
  const [caseFile, history] = await Promise.all([story.find(caseId), story.history(caseId)])
  return caseFile ? { caseFile, history } : null
}

/** The case in which the matter ended up: a case that others were joined into may itself have been joined. */
async function lastJoined(read: Kysely<CasesTables>, told: Told): Promise<Told | null> {
  let last: Told | null = null
  let next = told.caseFile.joinedInto
  // Joining goes to cases that are not joined, so there is no circle; the bound is against our own mistakes.
  for (let step = 0; next && step < 20; step++) {
    last = await tellingOf(read, next.caseId)
    next = last?.caseFile.joinedInto ?? null
  }
  return last
}
