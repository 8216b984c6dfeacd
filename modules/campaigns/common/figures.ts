import { type Instant, millisecondsOf } from '#platform/kernel/common/instant.ts'
import { isInside } from '#platform/authz/common/grants.ts'
import { type LimitClock, readTimer, type WorkCalendar, workBetween } from '#platform/worktime/common/index.ts'
import { type CampaignPoint, type PointState, pointStates } from './point.ts'
import { type Quantity, sumQuantities } from './quantity.ts'

/** How a point stands against its limit. */
export const standings = ['none', 'running', 'overdue', 'in-time', 'late'] as const
export type Standing = (typeof standings)[number]

export interface DueReading {
  readonly dueAt: Instant | null
  readonly standing: Standing
}

/** Reported is judged by what was so when it was reported; what still runs, by the calendar of today. */
export function dueOf(point: CampaignPoint, calendar: WorkCalendar, now: Instant): DueReading {
  if (point.result) return { dueAt: point.result.dueAt, standing: point.result.isLate ? 'late' : 'in-time' }
  if (point.timer === null) return { dueAt: null, standing: 'none' }
  const { dueAt } = readTimer(calendar, point.timer, now)
  return { dueAt, standing: dueAt !== null && dueAt < now ? 'overdue' : 'running' }
}

/** A point with how it stands: what figures and lists are made of. */
export interface StandingPoint extends DueReading {
  readonly point: CampaignPoint
}

/** Who has it: the key of the unit or post, null before the order. */
export const holderOf = ({ order }: Pick<CampaignPoint, 'order'>): string | null =>
  order?.unitId ?? order?.postId ?? null

/** What a figure counts, said once: the number and the list behind it are made by the same question. */
export interface PointFilter {
  readonly state?: PointState | undefined
  readonly standing?: Standing | undefined
  readonly gridPath?: string | undefined
  readonly holder?: string | undefined
  readonly work?: string | undefined
}

export function matches({ point, standing }: StandingPoint, filter: PointFilter): boolean {
  return (
    // What was dropped is shown to whoever asks for it by name.
    (filter.state === undefined ? point.state !== 'dropped' : point.state === filter.state) &&
    (filter.standing === undefined || standing === filter.standing) &&
    (filter.gridPath === undefined || isInside(point.gridPath, filter.gridPath)) &&
    (filter.holder === undefined || holderOf(point) === filter.holder) &&
    (filter.work === undefined || point.work === filter.work)
  )
}

export interface Figures {
  /** All but the dropped ones. */
  readonly points: number
  readonly byState: Record<PointState, number>
  readonly overdue: number
  readonly late: number
  /** Estimates of what is on the list; what is only surveyed is no plan yet. */
  readonly planned: Quantity[]
  readonly plannedFen: number
  /** Of what the owner has ticked off, and of nothing else. */
  readonly done: Quantity[]
  readonly spentFen: number
  /** From the first order to the last report, in hours of the clock on the wall; null while nothing is ticked off. */
  readonly hours: number | null
}

const isPlanned = ({ point }: StandingPoint) => point.listNumber !== null && point.state !== 'dropped'
const isDone = ({ point }: StandingPoint) => point.state === 'ticked-off'
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)

export function figuresOf(points: readonly StandingPoint[]): Figures {
  const planned = points.filter(isPlanned)
  const done = points.filter(isDone)
  const count = (state: PointState) => points.filter(({ point }) => point.state === state).length
  return {
    points: points.length - count('dropped'),
    byState: Object.fromEntries(pointStates.map(state => [state, count(state)])) as Record<PointState, number>,
    overdue: points.filter(({ standing }) => standing === 'overdue').length,
    late: points.filter(({ standing }) => standing === 'late').length,
    planned: sumQuantities(planned.flatMap(({ point }) => point.estimate)),
    plannedFen: sum(planned.map(({ point }) => point.estimateFen)),
    done: sumQuantities(done.flatMap(({ point }) => point.result?.lines ?? [])),
    spentFen: sum(done.map(({ point }) => point.result?.costFen ?? 0)),
    hours: hoursOf(done),
  }
}

function hoursOf(done: readonly StandingPoint[]): number | null {
  const begun = done.flatMap(({ point }) => (point.order ? [millisecondsOf(point.order.orderedAt)] : []))
  const ended = done.flatMap(({ point }) => (point.result ? [millisecondsOf(point.result.at)] : []))
  if (begun.length === 0 || ended.length === 0) return null
  const [first, last] = [Math.min(...begun), Math.max(...ended)]
  return Math.round(((last - first) / 3_600_000) * 10) / 10
}

export interface Group extends Figures {
  readonly key: string
  readonly name: string
}

/** Progress by grid of one depth: points above it (outside every such grid) stand under their own. */
export function byGrid(points: readonly StandingPoint[], depth: number): Group[] {
  const keyOf = ({ point }: StandingPoint) => point.gridPath.split('.').slice(0, depth).join('.')
  return groupsOf(points, keyOf, ({ point }) => point.gridNames[Math.min(depth, point.gridNames.length) - 1] ?? '')
}

export function byHolder(points: readonly StandingPoint[]): Group[] {
  const ordered = points.filter(({ point }) => point.order !== null)
  return groupsOf(
    ordered,
    ({ point }) => holderOf(point) ?? '',
    ({ point }) => point.order?.holderName ?? '',
  )
}

function groupsOf(
  points: readonly StandingPoint[],
  keyOf: (point: StandingPoint) => string,
  nameOf: (point: StandingPoint) => string,
): Group[] {
  const groups = new Map<string, StandingPoint[]>()
  for (const point of points) {
    const key = keyOf(point)
    const group = groups.get(key)
    if (group) group.push(point)
    else groups.set(key, [point])
  }
  return [...groups]
    .map(([key, some]) => ({ key, name: nameOf(some[0]!), ...figuresOf(some) }))
    .sort((a, b) => compareKeys(a.key, b.key))
}

/** `1.10` comes after `1.2`; keys that are no paths by their text. */
function compareKeys(a: string, b: string): number {
  const [left, right] = [a.split('.'), b.split('.')]
  for (const [at, step] of left.entries()) {
    const other = right[at]
    if (other === undefined) return 1
    if (step === other) continue
    const numbers = Number(step) - Number(other)
    return Number.isNaN(numbers) ? (step < other ? -1 : 1) : numbers
  }
  return left.length - right.length
}

/** One line of the 问责清单: who had what, by when, late by how much, and why. */
export interface Accountable extends StandingPoint {
  /** In the clock of the limit: minutes for the clocks of hours, days for those of days. */
  readonly lateBy: number
  readonly clock: LimitClock
}

/** Everything that was not done by its limit, whether it is done by now or not; the latest first. */
export function accountabilityOf(
  points: readonly StandingPoint[],
  calendarAt: (gridPath: string) => WorkCalendar,
  now: Instant,
): Accountable[] {
  return points
    .flatMap(standing => {
      const { point, dueAt } = standing
      const isMissed = standing.standing === 'overdue' || standing.standing === 'late'
      if (!isMissed || dueAt === null || point.timer === null) return []
      const { clock } = point.timer.limit
      const lateBy = workBetween(calendarAt(point.gridPath), dueAt, point.result?.at ?? now, clock)
      return [{ ...standing, clock, lateBy }]
    })
    .sort((a, b) => (a.dueAt! < b.dueAt! ? -1 : a.dueAt! > b.dueAt! ? 1 : 0))
}
