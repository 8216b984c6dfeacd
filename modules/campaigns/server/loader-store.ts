import type { Insertable, Transaction } from 'kysely'
import type { Waiting } from '#platform/commands/server/command.ts'
import type { InboxTables } from '#platform/inbox/server/inbox-store.ts'
import { readTimer } from '#platform/worktime/common/index.ts'
import { type CampaignEvent, itemNumber, type NumberKind, reduceCampaign } from '../common/campaign.ts'
import { type CampaignPoint, type PointEvent, reducePoint } from '../common/point.ts'
import { type ProgrammeEvent, reduceProgramme, reduceTask, type TaskEvent } from '../common/programme.ts'
import { campaignRow, pointRow } from './campaign-store.ts'
import { campaignSubject, pointSubject, waitingForCampaign, waitingForPoint } from './campaign-work.ts'
import { taskSubject, waitingForTask } from './commands/programme-commands.ts'
import { addEvents } from './journal-store.ts'
import { programmeRow, taskRow } from './programme-store.ts'
import type { Surroundings } from './surroundings.ts'
import type { CampaignsTables } from './tables.ts'

/** A campaign with its whole history, as it comes from elsewhere. */
export interface LoadedCampaign {
  readonly history: readonly CampaignEvent[]
  readonly points: readonly (readonly PointEvent[])[]
  readonly orders: readonly CampaignsTables['campaigns.work_order'][]
}

export interface LoadedProgramme {
  readonly history: readonly ProgrammeEvent[]
  readonly tasks: readonly (readonly TaskEvent[])[]
}

type Tx = Transaction<unknown>
type Clocks = Surroundings['clocks']
const own = (tx: Tx) => tx as unknown as Transaction<CampaignsTables>

/** Writes campaigns with their points at once: for the made-up town and for moving in from another system. */
export async function addCampaigns(tx: Tx, clocks: Clocks, campaigns: readonly LoadedCampaign[]): Promise<void> {
  for (const { history, points, orders } of campaigns) {
    const campaign = reduceCampaign(history)
    await own(tx).insertInto('campaigns.campaign').values(campaignRow(campaign)).execute()
    await addHistory(tx, campaign.id, history)
    if (orders.length > 0)
      await own(tx)
        .insertInto('campaigns.work_order')
        .values([...orders])
        .execute()
    const ends = points.map(events => ({ events, point: reducePoint(events) }))
    if (ends.length > 0) {
      await own(tx)
        .insertInto('campaigns.point')
        .values(ends.map(({ point }) => pointRow(point)))
        .execute()
    }
    for (const { events, point } of ends) {
      await addHistory(tx, point.id, events)
      const since = events.at(-1)!.at
      const due = point.timer && readTimer(clocks.calendarAt(point.gridPath), point.timer, since).dueAt
      await addWaiting(tx, pointSubject(point.id), waitingForPoint(campaign, point, due, since))
      // What is ticked off stands in the history; only what still runs is watched.
      if (point.timer === null || point.state === 'ticked-off') continue
      const subject = { ...pointSubject(point.id), number: itemNumber(campaign.number, point.listNumber) }
      await clocks.keep(tx, subject, point.gridPath, [point.timer], since)
    }
    const counts = new Map<CampaignPoint['state'], number>()
    for (const { point } of ends) counts.set(point.state, (counts.get(point.state) ?? 0) + 1)
    if (campaign.state === 'running') {
      const waiting = waitingForCampaign(campaign, counts, history.at(-1)!.at)
      await addWaiting(tx, campaignSubject(campaign.id), waiting)
    }
  }
  await setCounter(
    tx,
    'campaign',
    campaigns.map(({ history }) => numberOf(history[0]!)),
  )
  await setCounter(
    tx,
    'order',
    campaigns.flatMap(({ orders }) => orders.map(({ number }) => number)),
  )
}

export async function addProgrammes(tx: Tx, programmes: readonly LoadedProgramme[]): Promise<void> {
  for (const { history, tasks } of programmes) {
    const programme = reduceProgramme(history)
    await own(tx).insertInto('campaigns.programme').values(programmeRow(programme)).execute()
    await addHistory(tx, programme.id, history)
    for (const events of tasks) {
      const task = reduceTask(events)
      await own(tx).insertInto('campaigns.task').values(taskRow(task)).execute()
      await addHistory(tx, task.id, events)
      await addWaiting(tx, taskSubject(task.id), waitingForTask(programme, task, events.at(-1)!.at))
    }
  }
  await setCounter(
    tx,
    'programme',
    programmes.map(({ history }) => numberOf(history[0]!)),
  )
}

async function addHistory(
  tx: Tx,
  subjectId: string,
  events: readonly (CampaignEvent | PointEvent | ProgrammeEvent | TaskEvent)[],
): Promise<void> {
  await addEvents(
    own(tx),
    events.map((event, at) => ({ subjectId, serial: at + 1, event })),
  )
}

const numberOf = (event: CampaignEvent | ProgrammeEvent): string => ('number' in event ? event.number : '')

/** So that the next number follows the loaded ones. */
async function setCounter(tx: Tx, kind: NumberKind, numbers: readonly string[]): Promise<void> {
  const last = new Map<number, number>()
  for (const number of numbers) {
    const [, year, serial] = /〔(\d+)〕(\d+)/.exec(number) ?? []
    last.set(Number(year), Math.max(last.get(Number(year)) ?? 0, Number(serial)))
  }
  if (last.size === 0) return
  await own(tx)
    .insertInto('campaigns.number_counter')
    .values([...last].map(([year, serial]) => ({ kind, year, last: serial })))
    .execute()
}

async function addWaiting(
  tx: Tx,
  subject: { readonly kind: string; readonly id: string },
  waiting: readonly Waiting[],
): Promise<void> {
  if (waiting.length === 0) return
  const rows = waiting.map(({ placed, dueAt, ...item }) => {
    const at = { grid_path: placed.gridPath, unit_id: placed.unitId, post_id: placed.postId, owner_id: placed.ownerId }
    // The prefixes of the path are worked out by the database.
    const row = { subject_kind: subject.kind, subject_id: subject.id, ...item, due_at: dueAt, ...at }
    return row as Insertable<InboxTables['inbox.item']>
  })
  await (tx as unknown as Transaction<InboxTables>).insertInto('inbox.item').values(rows).execute()
}
