import { type Command, command, type Subject, type Work } from '#platform/commands/server/command.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { type Limit, lightsToKeep, readTimer, type Timer } from '#platform/worktime/common/index.ts'
import * as contract from '../common/contract.ts'
import { type OrderKind, orderNumber, type OrderStep, stateAfter } from '../common/order.ts'
import { refuse } from '../common/refusals.ts'
import { can } from '#platform/authz/common/grants.ts'
import { type OrderRow, OrderWriter, placedAt } from './order-store.ts'
import type { Surroundings } from './surroundings.ts'
import type { SupervisionTables } from './tables.ts'

type SupervisionWork = Work<SupervisionTables>

export const subjectOf = ({ orderId }: { readonly orderId: string }): Subject => ({ kind: 'order', id: orderId })

interface Issuing {
  readonly orderId: string
  readonly kind: OrderKind
  readonly demand: string
  readonly unitId?: string | undefined
  readonly caseId?: string | undefined
  readonly limit?: Limit | undefined
  readonly fromId?: string | undefined
}

export function orderCommands(around: Surroundings): readonly Command[] {
  const steps = [
    [contract.replyOrder, 'reply', 'supervision.reply'],
    [contract.acceptReply, 'accept', 'supervision.issue'],
    [contract.sendBack, 'send-back', 'supervision.issue'],
    [contract.endOrder, 'end', 'supervision.issue'],
  ] as const
  return [
    command(contract.issueOrder, {
      subject: subjectOf,
      run: (work: SupervisionWork, input) => issue(around, work, input, 'supervision.issue'),
    }),
    command(contract.instruct, {
      subject: subjectOf,
      run: (work: SupervisionWork, input) =>
        issue(around, work, { ...input, kind: 'instruction' }, 'supervision.instruct'),
    }),
    ...steps.map(([endpoint, step, permission]) =>
      command(endpoint as typeof contract.replyOrder, {
        subject: subjectOf,
        run: (work: SupervisionWork, input) => takeStep(around, work, step, permission, input),
      }),
    ),
  ]
}

async function issue(around: Surroundings, work: SupervisionWork, input: Issuing, permission: string) {
  const orders = new OrderWriter(work.tx, work.actor)
  const { orderId, kind, demand, caseId, fromId } = input
  if (await orders.take(orderId)) return refuse['order-id-taken']()
  const caseFile = caseId ? await around.cases.known(work.tx as never, work.actor, caseId) : undefined
  if (caseId && !caseFile) return refuse['no-such-case']()
  const unitId = input.unitId ?? caseFile?.unitId ?? ''
  const unitName = (await around.staff.units(work.tx as never, [unitId])).get(unitId)
  if (unitName === undefined) return refuse['no-such-unit']()
  const gridPath = caseFile?.place.gridPath ?? null
  const placed = { gridPath, unitId, postId: null, ownerId: work.actor.personId }
  if (!can(work.actor, permission, placed)) return refuse[caseId ? 'no-such-case' : 'no-such-unit']()
  if (fromId && !(await orders.take(fromId))) return refuse['no-such-order']()
  const year = Number(work.now.slice(0, 4))
  const number = orderNumber(kind, year, await orders.nextSerial(kind, year))
  const timer = {
    name: 'reply',
    limit: input.limit ?? around.settings(work.now).limits[kind],
    startedAt: work.now,
    marks: [],
    ...lightsToKeep(around.lights(work.now)),
  }
  const dueAt = readTimer(around.clocks.calendarAt(gridPath), timer, work.now).dueAt
  const row: OrderRow = {
    ...{ id: orderId, number, kind, state: 'issued', demand, unit_id: unitId, unit_name: unitName },
    ...{ case_id: caseId ?? null, case_number: caseFile?.number ?? null, from_id: fromId ?? null },
    ...{ grid_path: gridPath, issued_by: work.actor.personId, issued_at: work.now, due_at: dueAt, replied_at: null },
    timer,
    entries: [{ step: 'issue', at: work.now, by: work.actor.personId, text: demand }],
  }
  await orders.add(row)
  await letKnow(around, work, row)
  if (caseId) {
    const noted = await around.cases.note(work as never, caseId, { kind, text: `${number} ${demand}`, ref: orderId })
    if (isRefusal(noted)) return refuse['no-such-case']()
  }
  for (const personId of await around.staff.atLevel(work.tx as never, 'handler', { unitId, gridPath })) {
    work.notify({ personId, kind: `order-${kind}`, subject: subjectOf({ orderId }), params: { number } })
  }
  return { orderId, number, dueAt }
}

/** As the history of the case says it; the words of the paper. */
const stepWords: Readonly<Record<OrderStep, string>> = {
  reply: '回复',
  accept: '认可',
  'send-back': '退回',
  end: '结束',
}

async function takeStep(
  around: Surroundings,
  work: SupervisionWork,
  step: OrderStep,
  permission: string,
  { orderId, text }: { readonly orderId: string; readonly text: string },
) {
  const orders = new OrderWriter(work.tx, work.actor)
  const row = await orders.take(orderId)
  if (!row || !can(work.actor, permission, placedAt(row))) return refuse['no-such-order']()
  const state = stateAfter(row.kind, row.state, step)
  if (state === null) return refuse['other-state']()
  const isAnswer = step === 'reply'
  const timer = timerAfter(row.timer, step, work.now)
  const next: OrderRow = {
    ...row,
    state,
    timer,
    due_at: readTimer(around.clocks.calendarAt(row.grid_path), timer, work.now).dueAt ?? row.due_at,
    replied_at: isAnswer ? work.now : row.replied_at,
    entries: [...row.entries, { step, at: work.now, by: work.actor.personId, text }],
  }
  await orders.change(next)
  await letKnow(around, work, next)
  if (row.case_id !== null) {
    // Whoever may answer an order need not see its case; then the order alone tells it.
    const said = `${row.number} ${stepWords[step]}：${text}`
    await around.cases.note(work as never, row.case_id, { kind: row.kind, text: said, ref: orderId })
  }
  if (isAnswer) {
    const params = { number: row.number }
    work.notify({ personId: row.issued_by, kind: 'order-replied', subject: subjectOf({ orderId }), params })
  }
  return { orderId, state }
}

/** The limit stops with a reply; sent back, it goes on as if it had only rested: bad answers are not paid with time. */
function timerAfter(timer: Timer, step: OrderStep, at: string): Timer {
  if (step === 'reply') return { ...timer, marks: [...timer.marks, { at, kind: 'pause' }] }
  if (step === 'send-back') return { ...timer, marks: [...timer.marks, { at, kind: 'resume' }] }
  return timer.marks.some(({ kind }) => kind === 'stop')
    ? timer
    : { ...timer, marks: [...timer.marks, { at, kind: 'stop' }] }
}

/** Inbox, live pages and the clock follow the row. */
async function letKnow({ clocks }: Surroundings, work: SupervisionWork, row: OrderRow): Promise<void> {
  const subject = subjectOf({ orderId: row.id })
  await clocks.keep(work.tx as never, { ...subject, number: row.number }, row.grid_path, [row.timer], work.now)
  const task = { issued: 'reply', 'sent-back': 'reply', replied: 'approve', accepted: null, ended: null }[row.state]
  const placed = placedAt(row)
  const waiting = {
    ...{ title: row.demand.slice(0, 80), number: row.number, since: work.now, dueAt: row.due_at },
    ...{ placed, priority: row.kind === 'urge' ? 1 : 2 },
  }
  const permission = task === 'reply' ? 'supervision.reply' : 'supervision.issue'
  work.waits(subject, task === null ? [] : [{ task, permission, ...waiting }])
  work.tell({ subject, permission: 'supervision.board', placed })
  work.tell({ subject, permission: 'supervision.reply', placed })
}
