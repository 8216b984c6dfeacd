import type { Kysely } from 'kysely'
import { can, holds } from '#platform/authz/common/grants.ts'
import { type Query, query } from '#platform/commands/server/command.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { instantOf, millisecondsOf } from '#platform/kernel/common/instant.ts'
import * as contract from '../common/contract.ts'
import { roundsAhead } from '../common/plan.ts'
import { refuse } from '../common/refusals.ts'
import { coverageOf, type SkipReason } from '../common/round.ts'
import { readChecklists } from './checklist-store.ts'
import { planPlace, PlanReader } from './plan-store.ts'
import { RoundReader, type RoundRow, type StepRow, untouched } from './round-store.ts'
import type { PostFacts, Surroundings } from './surroundings.ts'
import type { PatrolTables } from './tables.ts'
import { ownFixes } from './track-store.ts'

const whole = (read: Kysely<PatrolTables>) => read as unknown as Kysely<unknown>

export function patrolQueries(around: Surroundings): readonly Query[] {
  return [
    listPlans(around),
    listWalkers(around),
    listChecklists,
    myRounds(around),
    myTrack(around),
    listRounds(around),
    showRound(around),
    coverage(around),
  ]
}

const listPlans = ({ places, staff }: Surroundings) =>
  query<PatrolTables, typeof contract.listPlans>(contract.listPlans, {
    async run({ read, actor, now }, { gridPath, ended }) {
      const plans = await new PlanReader(read, actor).list({ gridPath, endedBefore: ended ? null : dayOf(now) })
      const posts = await staff.posts(whole(read), [...new Set(plans.map(plan => plan.postId))])
      return {
        rows: plans.map(plan => ({
          ...{ ...plan, points: [...plan.points], gridNames: [...places.names(plan.gridPath)] },
          rhythm: { weekdays: [...plan.rhythm.weekdays], spans: [...plan.rhythm.spans] },
          ...{
            postTitle: posts.get(plan.postId)?.title ?? null,
            holderName: posts.get(plan.postId)?.holderName ?? null,
          },
          mayChange: can(actor, 'patrol.plan', planPlace(plan)),
        })),
      }
    },
  })

const listWalkers = ({ places, staff }: Surroundings) =>
  query<PatrolTables, typeof contract.listWalkers>(contract.listWalkers, {
    async run({ read, actor }) {
      const walkers = await staff.walkers(whole(read))
      return {
        posts: walkers
          .filter(post => can(actor, 'patrol.plan', planPlace(post)))
          .map(post => ({ ...post, gridNames: [...places.names(post.gridPath)] })),
      }
    },
  })

const listChecklists = query<PatrolTables, typeof contract.listChecklists>(contract.listChecklists, {
  async run({ read }) {
    return { rows: (await readChecklists(read)).map(list => ({ ...list, items: [...list.items] })) }
  },
})

const myRounds = (around: Surroundings) =>
  query<PatrolTables, typeof contract.myRounds>(contract.myRounds, {
    async run({ read, everyPost, now }, { days }) {
      const lists = await readChecklists(read)
      const rows: RoundRow[] = []
      for (const actor of everyPost.filter(one => one.postId !== null && holds(one, 'patrol.walk'))) {
        const plans = await new PlanReader(read, actor).ofPosts([actor.postId!], dayOf(now, -1))
        const ahead = plans.flatMap(plan => roundsAhead(plan, now, days).map(planned => ({ plan, planned })))
        const known = await new RoundReader(read, actor).known(ahead.map(({ planned }) => planned.roundId))
        rows.push(...ahead.map(({ plan, planned }) => known.get(planned.roundId) ?? untouched(planned, plan, lists)))
      }
      const sorted = rows.toSorted((a, b) => a.from_at.localeCompare(b.from_at) || a.id.localeCompare(b.id))
      const posts = await postsOf(around, read, sorted)
      return { rounds: sorted.map(row => presentWalked(around, row, posts)) }
    },
  })

const myTrack = ({ secrets, settings }: Surroundings) =>
  query<PatrolTables, typeof contract.myTrack>(contract.myTrack, {
    async run({ read, actor, everyPost, now }, { roundId }) {
      const known = await Promise.all(everyPost.map(one => new RoundReader(read, one).known([roundId])))
      if (!known.some(rows => rows.has(roundId))) return refuse['no-such-round']()
      const { fixes, latest } = await ownFixes(read, secrets, roundId, actor.personId)
      const keptMs = settings(now).trackDays * 86_400_000
      return { fixes: [...fixes], keptUntil: latest && instantOf(millisecondsOf(latest) + keptMs) }
    },
  })

const listRounds = (around: Surroundings) =>
  query<PatrolTables, typeof contract.listRounds>(contract.listRounds, {
    async run({ read, actor, now }, asked) {
      const { rows, next } = await new RoundReader(read, actor).list(asked, now)
      const posts = await postsOf(around, read, rows)
      return { rows: rows.map(row => present(around, row, posts)), next }
    },
  })

const showRound = (around: Surroundings) =>
  query<PatrolTables, typeof contract.showRound>(contract.showRound, {
    async run({ read, actor }, { roundId }) {
      const rounds = new RoundReader(read, actor)
      const row = await rounds.find(roundId)
      if (!row) return refuse['no-such-round']()
      const steps = await rounds.stepsOf(roundId)
      const names = await around.staff.people(whole(read), [...new Set(steps.map(step => step.by_id))])
      return {
        ...presentWalked(around, row, await postsOf(around, read, [row])),
        steps: steps.map(step => presentStep(step, names.get(step.by_id) ?? null)),
      }
    },
  })

const coverage = ({ places }: Surroundings) =>
  query<PatrolTables, typeof contract.coverage>(contract.coverage, {
    async run({ read, actor, now }, asked) {
      const rounds = new RoundReader(read, actor)
      const rows = await rounds.coverage(asked, now)
      const reasons = await rounds.reasons(asked, now)
      return {
        rows: rows.map(({ left_out: left, ...row }) => ({
          ...{ ...row, left, name: places.names(row.gridPath).at(-1) ?? row.gridPath },
          reasons: reasons
            .filter(one => one.gridPath === row.gridPath)
            .map(({ reason, count }) => ({ reason: reason as SkipReason, count })),
        })),
      }
    },
  })

type Posts = ReadonlyMap<string, PostFacts>

async function postsOf({ staff }: Surroundings, read: Kysely<PatrolTables>, rows: readonly RoundRow[]): Promise<Posts> {
  return rows.length === 0 ? new Map() : staff.posts(whole(read), [...new Set(rows.map(row => row.post_id))])
}

function present({ places }: Surroundings, row: RoundRow, posts: Posts): contract.Round {
  return {
    ...{ roundId: row.id, planId: row.plan_id, title: row.title, spanName: row.span_name, day: row.day },
    ...{ fromAt: row.from_at, untilAt: row.until_at, gridPath: row.grid_path },
    ...{ gridNames: [...places.names(row.grid_path)], postId: row.post_id },
    ...{ postTitle: posts.get(row.post_id)?.title ?? null, holderName: posts.get(row.post_id)?.holderName ?? null },
    ...{ state: row.state, begunAt: row.standing.begunAt, endedAt: row.standing.endedAt },
    ...{ coverage: coverageOf(row.standing), found: row.found },
  }
}

function presentWalked(around: Surroundings, row: RoundRow, posts: Posts): contract.WalkedRound {
  return {
    ...present(around, row, posts),
    points: row.points.map(point => ({
      ...point,
      ...(row.standing.points[point.pointId] ?? { state: 'left', at: null }),
    })),
    checklists: row.checklists.map(list => ({ ...list, items: [...list.items] })),
  }
}

function presentStep({ event, heard_at: heardAt }: StepRow, byName: string | null) {
  const isChecked = event.type === 'round.checked'
  return {
    ...{ type: event.type, at: event.at, heardAt, byName },
    pointId: 'pointId' in event ? event.pointId : null,
    results: isChecked ? [...event.results] : [],
    findings: isChecked ? [...event.findings] : [],
    reason: event.type === 'round.skipped' ? event.reason : null,
    note: 'note' in event ? event.note : '',
  }
}
