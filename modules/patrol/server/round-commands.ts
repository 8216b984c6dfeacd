import { holds } from '#platform/authz/common/grants.ts'
import { type Command, command, type Work } from '#platform/commands/server/command.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { toldAt } from '#platform/kernel/common/told-at.ts'
import type { z } from 'zod'
import * as contract from '../common/contract.ts'
import type { PatrolPoint } from '../common/plan.ts'
import { refuse } from '../common/refusals.ts'
import type { Finding } from '../common/round.ts'
import type { RoundRow } from './round-store.ts'
import { type PatrolWork, roundToWalk, subjectOf, tell } from './round-work.ts'
import type { Surroundings } from './surroundings.ts'
import { keepFixes } from './track-store.ts'

export function roundCommands(around: Surroundings): readonly Command[] {
  return [beginRound(around), checkPoint(around), skipPoint(around), endRound(around), keepTrack(around)]
}

const subject = ({ roundId }: { readonly roundId: string }) => subjectOf(roundId)

const beginRound = (around: Surroundings) =>
  command(contract.beginRound, {
    subject,
    async run(work: PatrolWork, { roundId, at }) {
      const found = await roundToWalk(around, work, roundId)
      if (isRefusal(found)) return found
      return tell(work, found.rounds, found.row, { type: 'round.begun', at: toldAt(at, work.now) }, at)
    },
  })

const checkPoint = (around: Surroundings) =>
  command(contract.checkPoint, {
    subject,
    async run(work: PatrolWork, { roundId, pointId, at, results, findings, place, note }) {
      const found = await roundToWalk(around, work, roundId)
      if (isRefusal(found)) return found
      const { rounds, row } = found
      const point = row.points.find(one => one.pointId === pointId)
      if (!point) return refuse['no-such-point']()
      const items = new Map(
        row.checklists.find(list => list.checklistId === point.checklistId)?.items.map(item => [item.code, item.text]),
      )
      const named = [...results.map(one => one.item), ...findings.flatMap(one => one.item ?? [])]
      if (named.some(code => !items.has(code))) return refuse['no-such-item']()
      const opened = await openFindings(around, work, { row, point, items, findings, place })
      if (isRefusal(opened)) return opened
      const event = { type: 'round.checked' as const, at: toldAt(at, work.now), pointId, results, note }
      const told = await tell(work, rounds, row, { ...event, findings: opened }, at)
      return { ...told, cases: opened.map(({ caseId, number }) => ({ caseId, number })) }
    },
  })

interface Opening {
  readonly row: RoundRow
  readonly point: PatrolPoint
  readonly items: ReadonlyMap<string, string>
  readonly findings: z.output<typeof contract.checkPoint.input>['findings']
  readonly place: z.output<typeof contract.checkPoint.input>['place']
}

/** What is wrong becomes a case at once, in the same unit of work: it is told once and used twice. */
async function openFindings({ cases, places }: Surroundings, work: PatrolWork, opening: Opening) {
  const { row, point, items, findings } = opening
  if (findings.length === 0) return []
  if (!holds(work.actor, 'cases.report')) return refuse['may-not-report']()
  const input = opening.place ?? point.place
  const read = input ? places.read(input) : null
  if (isRefusal(read)) return read
  const gridPath = read?.path ?? row.grid_path
  const place = {
    ...{ point: read?.point ?? null, accuracyMetres: null, frame: null, address: point.name },
    ...{ gridPath, gridNames: [...places.names(gridPath)], noGrid: false },
  }
  const opened: Finding[] = []
  for (const { caseId, item, text, photos } of findings) {
    const title = item === null ? null : (items.get(item) ?? null)
    const made = await cases.open(work as unknown as Work<unknown>, {
      ...{ caseId, title: title && `${point.name}：${title}`.slice(0, 80), description: text, place, photos },
    })
    if (isRefusal(made)) return made
    opened.push({ item, ...made })
  }
  return opened
}

const skipPoint = (around: Surroundings) =>
  command(contract.skipPoint, {
    subject,
    async run(work: PatrolWork, { roundId, pointId, at, reason, note }) {
      const found = await roundToWalk(around, work, roundId)
      if (isRefusal(found)) return found
      if (!found.row.points.some(point => point.pointId === pointId)) return refuse['no-such-point']()
      const event = { type: 'round.skipped' as const, at: toldAt(at, work.now), pointId, reason, note }
      return tell(work, found.rounds, found.row, event, at)
    },
  })

const endRound = (around: Surroundings) =>
  command(contract.endRound, {
    subject,
    async run(work: PatrolWork, { roundId, at, note }) {
      const found = await roundToWalk(around, work, roundId)
      if (isRefusal(found)) return found
      return tell(work, found.rounds, found.row, { type: 'round.ended', at: toldAt(at, work.now), note }, at)
    },
  })

const keepTrack = (around: Surroundings) =>
  command(contract.keepTrack, {
    subject,
    async run(work: PatrolWork, { roundId, trackId, fixes }) {
      const found = await roundToWalk(around, work, roundId)
      if (isRefusal(found)) return found
      // Only while the round was walked: what was recorded before or after it is not kept.
      const { begunAt, endedAt } = found.row.standing
      const walked = fixes.filter(
        fix => begunAt !== null && fix.at >= begunAt && (endedAt === null || fix.at <= endedAt),
      )
      if (walked.length > 0) {
        const piece = { roundId, trackId, walkerId: work.actor.personId, heardAt: work.now, fixes: walked }
        await keepFixes(work.tx, around.secrets, piece)
      }
      return { kept: walked.length }
    },
  })
