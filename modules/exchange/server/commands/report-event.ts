import { command, type Work } from '#platform/commands/server/command.ts'
import { type Instant, instantOf, millisecondsOf } from '#platform/kernel/common/instant.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { isTold } from '../../common/client.ts'
import * as contract from '../../common/contract.ts'
import { refuse } from '../../common/refusals.ts'
import { type ClientRow, findClient } from '../client-store.ts'
import { addEvent, countOfCase, type EventRow, findEvent, holdTurn, latestOf } from '../event-store.ts'
import type { CaseDesk, Surroundings } from '../surroundings.ts'
import { takePlace } from '../take-place.ts'
import type { ExchangeTables } from '../tables.ts'

export type ExchangeWork = Work<ExchangeTables>
// The other module's tables lie in the same transaction; its code alone knows their types.
export const whole = (work: ExchangeWork) => work as unknown as Work<unknown>

export const reportEvent = ({ cases, places }: Pick<Surroundings, 'cases' | 'places'>) =>
  command(contract.reportEvent, {
    subject: ({ eventId }) => ({ kind: 'exchange-event', id: eventId }),
    async run(work: ExchangeWork, { eventId, device, signal, happenedAt, ...told }) {
      const { tx, actor, now } = work
      const client = await findClient(tx, actor.personId)
      if (!client) return refuse['not-a-client']()
      await holdTurn(tx, client.id, ['event', eventId])
      const known = await findEvent(tx, client.id, eventId)
      if (known) return sent(known, false, await countOfCase(tx, known.case_id))
      const event = {
        ...{ client_id: client.id, event_id: eventId, at: now, happened_at: happenedAt ?? null },
        ...{ device: device || null, signal: signal || null },
      }
      const repeated = await openCaseOf(cases, work, client, event)
      if (repeated) return countOnto(cases, work, { ...event, ...repeated, is_repeat: true })
      const place = takePlace(told, client.grid_path, places)
      if (isRefusal(place)) return place
      const { description, photos } = told
      const opened = await cases.open(whole(work), {
        ...{ caseId: newId(), source: client.kind, title: told.title || null, description },
        ...{ place, foreignNumber: eventId, photos },
      })
      if (isRefusal(opened)) return opened
      work.about({ kind: 'case', id: opened.caseId })
      const row = { ...event, case_id: opened.caseId, case_number: opened.number, is_repeat: false }
      await addEvent(tx, row)
      return sent(row, true, 1)
    },
  })

/** The case of the same signal, when it is recent enough and still open. */
async function openCaseOf(
  cases: CaseDesk,
  { tx, now }: ExchangeWork,
  client: ClientRow,
  { device, signal }: Pick<EventRow, 'device' | 'signal'>,
) {
  if (device === null || client.repeat_minutes === 0) return null
  await holdTurn(tx, client.id, ['device', device, signal ?? ''])
  const since = minutesBefore(now, client.repeat_minutes)
  const last = await latestOf(tx, { clientId: client.id, device, signal, since })
  if (!last) return null
  const [standing] = await cases.byIds(tx as never, [last.case_id])
  return standing && !standing.isEnded ? { case_id: last.case_id, case_number: last.case_number } : null
}

async function countOnto(cases: CaseDesk, work: ExchangeWork, row: EventRow) {
  await addEvent(work.tx, row)
  const count = await countOfCase(work.tx, row.case_id)
  work.about({ kind: 'case', id: row.case_id })
  if (isTold(count)) {
    const text = [row.device, row.signal, `×${count}`].filter(Boolean).join(' ')
    await cases.note(whole(work), row.case_id, { kind: 'repeat', text, ref: null })
  }
  return sent(row, false, count)
}

function sent({ event_id: eventId, case_id: caseId, case_number: number }: EventRow, isNew: boolean, count: number) {
  return { eventId, caseId, number, isNew, count }
}

function minutesBefore(now: Instant, minutes: number): Instant {
  return instantOf(millisecondsOf(now) - minutes * 60_000)
}
