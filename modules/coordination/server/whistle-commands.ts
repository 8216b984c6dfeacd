import { can } from '#platform/authz/common/grants.ts'
import { type Command, command, type Subject, type Work } from '#platform/commands/server/command.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { lightsToKeep, readTimer, type Timer } from '#platform/worktime/common/index.ts'
import * as contract from '../common/contract.ts'
import { refuse } from '../common/refusals.ts'
import { type CallStep, departmentSteps, stateAfter, stepsWithWords, whistleNumber } from '../common/whistle.ts'
import { type CallRow, CallWriter, placedAt } from './call-store.ts'
import type { Surroundings } from './surroundings.ts'
import type { CoordinationTables } from './tables.ts'

type CoordinationWork = Work<CoordinationTables>

const subjectOf = (callId: string): Subject => ({ kind: 'whistle-call', id: callId })

export function whistleCommands(around: Surroundings): readonly Command[] {
  return [
    command<CoordinationTables, typeof contract.blow>(contract.blow, {
      subject: ({ whistleId }) => ({ kind: 'whistle', id: whistleId }),
      run: (work, input) => blow(around, work, input),
    }),
    command<CoordinationTables, typeof contract.takeStep>(contract.takeStep, {
      subject: ({ callId }) => subjectOf(callId),
      run: (work, input) => takeStep(around, work, input),
    }),
  ]
}

interface Blowing {
  readonly whistleId: string
  readonly what: string
  readonly place: string
  readonly caseId?: string | undefined
  readonly unitIds: readonly string[]
  readonly limit?: Timer['limit'] | undefined
}

async function blow(
  around: Surroundings,
  work: CoordinationWork,
  { whistleId, what, place, caseId, ...input }: Blowing,
) {
  if (what === '') return refuse['words-missing']()
  const calls = new CallWriter(work.tx, work.actor)
  if (await calls.hasWhistle(whistleId)) return refuse['whistle-id-taken']()
  const caseFile = caseId ? await around.cases.known(work.tx as never, work.actor, caseId) : undefined
  if (caseId && !caseFile) return refuse['no-such-case']()
  const gridPath = caseFile?.place.gridPath ?? around.groundOf(work.actor)
  const placed = { gridPath, unitId: null, postId: null, ownerId: work.actor.personId }
  if (!can(work.actor, 'coordination.blow', placed)) return refuse['no-such-case']()
  const unitIds = [...new Set(input.unitIds)]
  const units = await around.staff.units(work.tx as never, unitIds)
  if (unitIds.some(unitId => !units.has(unitId))) return refuse['no-such-unit']()
  const year = Number(work.now.slice(0, 4))
  const number = whistleNumber(year, await calls.nextSerial(year))
  const limit = input.limit ?? around.settings(work.now).arrival
  const kept = lightsToKeep(around.lights(work.now))
  const timer: Timer = { name: 'arrive', limit, startedAt: work.now, marks: [], ...kept }
  const dueAt = readTimer(around.clocks.calendarAt(gridPath), timer, work.now).dueAt
  for (const unitId of unitIds) {
    const row: CallRow = {
      ...{ id: newId(), whistle_id: whistleId, number, what, place, grid_path: gridPath },
      ...{ case_id: caseId ?? null, case_number: caseFile?.number ?? null },
      ...{ unit_id: unitId, unit_name: units.get(unitId) ?? unitId, owner_id: work.actor.personId },
      ...{ state: 'called', blown_at: work.now, due_at: dueAt, arrived_at: null, was_in_time: null },
      ...{ speed: null, result: null, timer },
    }
    await calls.add(row)
    await calls.tell(entryOf(work, row, 'blow', what))
    await letKnow(around, work, row)
    for (const personId of await around.staff.answering(work.tx as never, unitId)) {
      work.notify({ personId, kind: 'whistle', subject: subjectOf(row.id), params: { number, what } })
    }
  }
  if (caseId) {
    const text = `${number} 吹哨：${[...units.values()].join('、')}。${what}`
    const noted = await around.cases.note(work as never, caseId, { kind: 'whistle', text, ref: whistleId })
    if (isRefusal(noted)) return refuse['no-such-case']()
  }
  return { whistleId, number }
}

interface Stepping {
  readonly callId: string
  readonly step: CallStep
  readonly text: string
  readonly speed?: number | undefined
  readonly result?: number | undefined
}

async function takeStep(around: Surroundings, work: CoordinationWork, input: Stepping) {
  const { callId, step, text } = input
  const calls = new CallWriter(work.tx, work.actor)
  const row = await calls.take(callId)
  const permission = departmentSteps.has(step) ? 'coordination.answer' : 'coordination.blow'
  if (!row || !can(work.actor, permission, placedAt(row))) return refuse['no-such-call']()
  const state = stateAfter(row.state, step)
  if (state === null) return refuse['other-state']()
  const isRating = step === 'rate'
  if (stepsWithWords.has(step) && text === '') return refuse['words-missing']()
  if (isRating && (input.speed === undefined || input.result === undefined)) return refuse['words-missing']()
  const calendar = around.clocks.calendarAt(row.grid_path)
  const timer = timerAfter(row.timer, step, work.now)
  const isThere = step === 'arrive'
  const next: CallRow = {
    ...{ ...row, state, timer, due_at: readTimer(calendar, timer, work.now).dueAt ?? row.due_at },
    arrived_at: isThere ? work.now : step === 'deny' ? null : row.arrived_at,
    was_in_time: isThere ? row.due_at === null || work.now <= row.due_at : step === 'deny' ? null : row.was_in_time,
    ...(isRating ? { speed: input.speed ?? null, result: input.result ?? null } : {}),
  }
  await calls.change(next)
  await calls.tell(entryOf(work, row, step, text))
  await letKnow(around, work, next)
  await notifyOther(around, work, next, step)
  if (row.case_id !== null) {
    // Whoever answers a whistle need not see its case; then the call alone tells it.
    const said = [`${row.number} ${row.unit_name}${stepWords[step]}`, text].filter(Boolean).join('：')
    await around.cases.note(work as never, row.case_id, { kind: 'whistle', text: said, ref: row.whistle_id })
  }
  return { callId, state }
}

/** As the history of the case says it. */
const stepWords: Readonly<Record<CallStep, string>> = {
  come: '已出发',
  arrive: '报告到场',
  excuse: '不能到场',
  confirm: '到场已确认',
  deny: '未见到场',
  cancel: '吹哨已取消',
  rate: '应哨已评价',
}

function entryOf({ actor, now }: CoordinationWork, { id }: CallRow, step: string, text: string) {
  return { call_id: id, step, at: now, by_id: actor.personId, post_id: actor.postId, text }
}

/** Being there stops the clock for as long as the street believes it; denied, it goes on as if it had never stopped. */
function timerAfter(timer: Timer, step: CallStep, at: string): Timer {
  if (step === 'come' || step === 'rate') return timer
  if (step === 'arrive') return { ...timer, marks: [...timer.marks, { at, kind: 'pause' }] }
  if (step === 'deny') return { ...timer, marks: timer.marks.slice(0, -1) }
  return { ...timer, marks: [...timer.marks, { at, kind: 'stop' }] }
}

/** The street hears of the department's steps, the department of the street's. */
async function notifyOther(
  { staff }: Surroundings,
  work: CoordinationWork,
  row: CallRow,
  step: CallStep,
): Promise<void> {
  const kinds = {
    come: 'coming',
    arrive: 'arrived',
    excuse: 'excused',
    deny: 'denied',
    cancel: 'cancelled',
    rate: 'rated',
  }
  const kind = step === 'confirm' ? null : kinds[step]
  if (kind === null) return
  const toStreet = departmentSteps.has(step)
  const people = toStreet ? [row.owner_id] : await staff.answering(work.tx as never, row.unit_id)
  const params = { number: row.number, unit: row.unit_name }
  for (const personId of people) work.notify({ personId, kind: `call-${kind}`, subject: subjectOf(row.id), params })
}

/** Inbox, live pages and the clock follow the row. */
async function letKnow({ clocks }: Surroundings, work: CoordinationWork, row: CallRow): Promise<void> {
  const subject = subjectOf(row.id)
  await clocks.keep(work.tx as never, { ...subject, number: row.number }, row.grid_path, [row.timer], work.now)
  const placed = placedAt(row)
  const waiting = { title: row.what.slice(0, 80), number: row.number, since: work.now, placed }
  const isAwaited = row.state === 'called' || row.state === 'coming'
  const street = { arrived: 'confirm-arrival', confirmed: 'rate-call' } as Partial<Record<CallRow['state'], string>>
  const task = street[row.state]
  const items = [
    ...(isAwaited
      ? [{ ...waiting, task: 'arrive', permission: 'coordination.answer', dueAt: row.due_at, priority: 3 }]
      : []),
    ...(task ? [{ ...waiting, task, permission: 'coordination.blow', dueAt: null, priority: 1 }] : []),
  ]
  work.waits(subject, items)
  for (const permission of ['coordination.read', 'coordination.answer']) work.tell({ subject, permission, placed })
}
