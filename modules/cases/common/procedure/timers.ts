import { type Limit, lightsToKeep, type Timer, type TimerMark } from '#platform/worktime/common/index.ts'
import { nextAction } from '../actions.ts'
import { type CaseEvent, type CaseFile, isEnded } from '../case-file.ts'
import type { TimerStart } from './event-part.ts'
import type { ProcedureSettings } from './settings.ts'

/** Limits of a stage: one of them runs, named like the task it is for. */
const stages = new Set(['accept', 'file', 'dispatch', 'handle', 'verify', 'close'])

/** The limits that begin with this event, as the settings are now. Written into the event, never asked for again. */
export function startsWith(
  before: CaseFile | null,
  after: CaseFile,
  event: CaseEvent,
  settings: ProcedureSettings,
): TimerStart[] {
  const { limits } = settings
  const handle = after.procedure.limit ?? limits.handle
  const starts: TimerStart[] = []
  const kept = lightsToKeep(settings.lights)
  const start = (name: string, limit: Limit | null) => limit !== null && starts.push({ name, limit, ...kept })
  if (event.type === 'case.reported') {
    start('whole', limits.whole)
    start('claim', limits.claim)
  }
  const task = nextAction[after.status]
  // Sent back to the same hands, the old limit runs on: bad work is not paid with time.
  const runsOn = event.type === 'case.reworked' || (event.type === 'case.verified' && !event.passed)
  const isNewHost = event.type === 'case.ruled' && before?.unitId !== after.unitId
  if (task !== null && !runsOn && (before?.status !== after.status || isNewHost)) {
    start(task, task === 'handle' ? handle : limits[task])
  }
  if (event.type === 'case.check-asked') start('check', limits.check)
  if (event.type === 'case.disputed') start('rule', limits.rule)
  if (event.type === 'case.dispatched') for (const id of event.assistUnitIds ?? []) start(`assist:${id}`, handle)
  if (event.type === 'case.verifier-asked') start('verify', limits.verify)
  if (event.type === 'case.reopened') start('whole', limits.whole)
  return starts
}

/** Which limits run after an event. From events alone: nothing here looks at a clock, a calendar or a setting. */
export function timersAfter(before: CaseFile, after: CaseFile, event: CaseEvent): readonly Timer[] {
  const { at } = event
  const ended = isEnded(after.status)
  const starting = new Set((event.starts ?? []).map(({ name }) => name))
  const task = nextAction[after.status]
  const kept = before.procedure.timers.flatMap((timer): Timer[] => {
    const { name } = timer
    if (starting.has(name)) {
      // The fact stays: whose time it was, and how it went.
      const isJudged = name === 'handle' || name === 'whole'
      return isJudged ? [retired(timer, name === 'handle' ? before.unitId : null, before.procedure.timers, at)] : []
    }
    if (ended || isOver(name, task, after)) return [withMark(timer, at, 'stop')]
    if (name === task) return [runningOn(timer, at)]
    return [timer]
  })
  const begun = (event.starts ?? []).map((start): Timer => ({ ...start, startedAt: at, marks: [] }))
  return [...kept, ...begun].map(timer => marked(timer, event))
}

function isOver(name: string, task: string | null, { status, procedure }: CaseFile): boolean {
  if (stages.has(name)) return name !== task
  if (name === 'claim') return procedure.claimedBy !== null || status !== 'reported'
  if (name === 'check') return procedure.check === null
  if (name === 'rule') return procedure.dispute === null
  if (name.startsWith('assist:'))
    return !procedure.assistants.some(one => !one.isDone && `assist:${one.unitId}` === name)
  return false
}

function isStopped(timer: Timer): boolean {
  return timer.marks.some(({ kind }) => kind === 'stop')
}

function withMark(timer: Timer, at: string, kind: 'pause' | 'resume' | 'stop' | 'exempt'): Timer {
  return isStopped(timer) && kind !== 'exempt' ? timer : { ...timer, marks: [...timer.marks, { at, kind }] }
}

/** Under a name of its own, since one of each name runs: the unit whose time it was, and which turn. */
function retired(timer: Timer, unitId: string | null, timers: readonly Timer[], at: string): Timer {
  const name = unitId === null ? timer.name : `${timer.name}:${unitId}`
  const turns = timers.filter(one => one.name.startsWith(`${name}:`) || (one.name === name && one !== timer)).length
  return { ...withMark(timer, at, 'stop'), name: turns === 0 && unitId !== null ? name : `${name}:${turns + 1}` }
}

/** The time between was not this stage's: what had been its end becomes a pause. */
function runningOn(timer: Timer, at: string): Timer {
  if (!isStopped(timer)) return timer
  const marks = timer.marks.map((mark): TimerMark => (mark.kind === 'stop' ? { at: mark.at, kind: 'pause' } : mark))
  return { ...timer, marks: [...marks, { at, kind: 'resume' }] }
}

function marked(timer: Timer, event: CaseEvent): Timer {
  const { at } = event
  if (isStopped(timer) && event.type !== 'case.exempted') return timer
  // It goes on by itself on that day, whether or not anybody looks.
  if (event.type === 'case.suspended')
    return { ...timer, marks: [...timer.marks, { at, kind: 'pause' }, { at: event.until, kind: 'resume' }] }
  if (event.type === 'case.resumed') return resumedAt(timer, at)
  const isJudged = timer.name === 'whole' || timer.name === 'handle'
  if (event.type === 'case.extended' && isJudged)
    return { ...timer, marks: [...timer.marks, { at, kind: 'extend', by: event.more }] }
  return event.type === 'case.exempted' && isJudged ? withMark(timer, at, 'exempt') : timer
}

function resumedAt(timer: Timer, at: string): Timer {
  const passed = timer.marks.filter(mark => mark.kind !== 'resume' || mark.at <= at)
  return passed.length === timer.marks.length ? timer : { ...timer, marks: [...passed, { at, kind: 'resume' }] }
}
