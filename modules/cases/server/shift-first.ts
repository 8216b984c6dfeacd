import type { Actor, Grant } from '#platform/authz/common/grants.ts'
import { visibleWhere } from '#platform/authz/server/visible-where.ts'
import type { OfLine, WhoseFirst } from '#platform/inbox/server/whose-first.ts'
import type { JobHandler } from '#platform/jobs/server/job.ts'
import { type Instant, instantOf, millisecondsOf } from '#platform/kernel/common/instant.ts'
import { tellPages } from '#platform/live/server/tell.ts'
import type { CasesPermission } from '../common/actions.ts'
import { PoolReader } from './pool-store.ts'
import type { Surroundings } from './surroundings.ts'

/** The steps of the centre: whoever is on shift does them, not somebody named (派遣员不绑定个人，以当班为准). */
export const poolPermissions = [
  'cases.accept',
  'cases.file',
  'cases.dispatch',
  'cases.close',
] as const satisfies readonly CasesPermission[]

type Around = Pick<Surroundings, 'routing' | 'procedure'>

/**
 * New work of the pool is in the inbox of those on shift first; of others with the right when nobody there is on shift, or
 * after a while. What one post has claimed stays with that post until its limit has passed.
 */
export function shiftFirst({ routing, procedure }: Around): WhoseFirst {
  return async (read, everyPost, now) => {
    const isInPool = ({ grants }: Actor) => grants.some(({ permission }) => isOfPool(permission))
    if (!everyPost.some(isInPool)) return everyPost.map(actor => ({ actor, notYet: null }))
    const { postIds, grants } = await routing.shiftNow(read, poolPermissions, now)
    const since = instantOf(millisecondsOf(now) - procedure(now).shiftFirstMinutes * 60_000)
    const isOn = ({ postId }: Actor) => postId !== null && postIds.has(postId)
    return everyPost
      .toSorted((a, b) => Number(isOn(b)) - Number(isOn(a)))
      .map(actor => ({
        actor,
        notYet: isInPool(actor) ? notYet(actor, isOn(actor) ? [] : grants, { since, now }) : null,
      }))
  }
}

const isOfPool = (permission: string) => (poolPermissions as readonly string[]).includes(permission)

interface Times {
  /** What came after this is still the shift's. */
  readonly since: Instant
  readonly now: Instant
}

function notYet({ postId }: Actor, ahead: readonly Grant[], { since, now }: Times): OfLine {
  return eb => {
    const ofCases = eb('row.subject_kind', '=', 'case')
    const isClaimed = eb.and([eb('row.permission', '=', 'cases.accept'), eb('row.post_id', 'is not', null)])
    const claimedByAnother = eb.and([
      isClaimed,
      eb('row.post_id', '<>', postId ?? ''),
      eb.or([eb('row.due_at', 'is', null), eb('row.due_at', '>', now)]),
    ])
    const ofTheShift = eb.and([
      eb('row.since', '>', since),
      eb.not(isClaimed),
      eb.or(
        poolPermissions.map(permission =>
          eb.and([eb('row.permission', '=', permission), covers(ahead, permission)(eb)]),
        ),
      ),
    ])
    return eb.and([ofCases, eb.or([claimedByAnother, ofTheShift])])
  }
}

/** Whether somebody on shift may do it there. Of a place, not because it is theirs by name. */
function covers(grants: readonly Grant[], permission: string): OfLine {
  const nobodyInParticular = { personId: '', postId: null, unitId: null }
  const ofPlaces = grants.filter(({ within }) => ['everywhere', 'subtree', 'above-grids'].includes(within.kind))
  return eb =>
    // A line of the inbox has every column of a placed row under the same name.
    visibleWhere({ ...nobodyInParticular, grants: ofPlaces }, permission)(eb)
}

/** Told once more rather than not at all: a turn of the clock may be late. */
const lookBackMs = 2 * 60_000
const nowhere = { unitId: null, postId: null, ownerId: null }

/** Nobody does anything, and yet inboxes change: a shift begins or ends, or work has waited its while. */
export function turnsJob({ routing, procedure }: Around): JobHandler {
  return {
    name: 'cases.turns',
    cron: '* * * * *',
    async run({ db, now }) {
      const before = (at: Instant, by: number) => instantOf(millisecondsOf(at) - by)
      const grants = await routing.handedOver(db.read(), poolPermissions, before(now, lookBackMs), now)
      const ofShifts = grants.flatMap(({ permission, within }) => {
        if (within.kind !== 'subtree' && within.kind !== 'above-grids') return []
        const gridPath = within.kind === 'subtree' ? within.path : null
        return [{ subject: { kind: 'shift', id: gridPath ?? '' }, permission, placed: { ...nowhere, gridPath } }]
      })
      const until = before(now, procedure(now).shiftFirstMinutes * 60_000)
      const ofTime = await new PoolReader(db.read()).comingToAll(
        poolPermissions,
        { after: before(until, lookBackMs), until },
        { after: before(now, lookBackMs), until: now },
      )
      await db.unitOfWork(tx => tellPages(tx, [...ofShifts, ...ofTime], now))
    },
  }
}
