import type { InputOf, OutputOf } from '#platform/contract/common/endpoint.ts'
import type { OutboxItem } from '#platform/offline/field/index.ts'
import type { beginRound, checkPoint, endRound, myRounds, skipPoint } from '../common/contract.ts'
import { applyRoundEvent, coverageOf, type RoundEvent, type RoundStanding } from '../common/round.ts'

export type MyRound = OutputOf<typeof myRounds>['rounds'][number]

/** How far ahead a phone takes rounds along. */
export const daysAhead = 3

export const subjectOf = ({ roundId }: { readonly roundId: string }) => `patrol-round ${roundId}`

/** What a step that waits will be, as an event; null for what changes no standing. */
function eventOf({ command, input }: OutboxItem): RoundEvent | null {
  if (command === 'patrol.begin-round') return { type: 'round.begun', at: (input as InputOf<typeof beginRound>).at }
  if (command === 'patrol.skip-point') {
    const { at, pointId, reason, note = '' } = input as InputOf<typeof skipPoint>
    return { type: 'round.skipped', at, pointId, reason, note }
  }
  if (command === 'patrol.end-round') {
    const { at, note = '' } = input as InputOf<typeof endRound>
    return { type: 'round.ended', at, note }
  }
  if (command !== 'patrol.check-point') return null
  const { at, pointId, results, findings = [], note = '' } = input as InputOf<typeof checkPoint>
  const found = findings.map(({ caseId, item = null }) => ({ caseId, item, number: '' }))
  return { type: 'round.checked', at, pointId, results, findings: found, note }
}

/** The round as it will be once what waits has arrived, by the same reducer as on the server. */
export function roundAfter(round: MyRound, waiting: readonly OutboxItem[]): MyRound {
  const own = waiting.filter(item => item.subject === subjectOf(round))
  if (own.length === 0) return round
  const before: RoundStanding = {
    ...{ state: round.state, begunAt: round.begunAt, endedAt: round.endedAt, found: round.found },
    points: Object.fromEntries(round.points.map(({ pointId, state, at }) => [pointId, { state, at }])),
  }
  const known = new Set(round.points.map(point => point.pointId))
  const after = own.reduce((standing, item) => {
    const event = eventOf(item)
    if (!event || ('pointId' in event && !known.has(event.pointId))) return standing
    return applyRoundEvent(standing, event, round)
  }, before)
  return {
    ...round,
    ...{ state: after.state, begunAt: after.begunAt, endedAt: after.endedAt, found: after.found },
    coverage: coverageOf(after),
    points: round.points.map(point => ({ ...point, ...after.points[point.pointId] })),
  }
}
