import type { Transaction } from 'kysely'
import { type CaseFile, isEnded, nextAction } from '#modules/cases/common/index.ts'
import type { JobHandler } from '#platform/jobs/server/job.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import { followChanges } from '#platform/live/server/follow-changes.ts'
import { readTimer, type TimerLight, timerLights } from '#platform/worktime/common/index.ts'
import { type LeftOutFor, lightByCount } from '../common/ladder.ts'
import { escalateByCount, timesOf } from './escalate.ts'
import { keepFacts, readDueFacts, readFactsBeforeReplay } from './fact-store.ts'
import type { Surroundings } from './surroundings.ts'
import type { SupervisionTables } from './tables.ts'

const batch = 1000
/** Whatever is left waits for the next minute. */
const mostBatches = 200

/** Keeps what the board counts up with the cases, and with the time that passes over them. */
export function factsJob(around: Surroundings): JobHandler {
  return {
    name: 'supervision.facts',
    cron: '* * * * *',
    run: async ({ db, now }) => {
      await followChanges(
        db,
        {
          ...{ name: 'supervision.facts', subjectKind: 'case' },
          some: ids => keepChanged(db, around, ids, now),
          all: () => compareAll(db, around, now),
        },
        now,
      )
      for (let turn = 0; turn < mostBatches; turn += 1) {
        const ids = await readFactsBeforeReplay(db.read<SupervisionTables>(), batch)
        await keep(db, around, await around.cases.byIds(db.read(), ids), now)
        if (ids.length < batch) break
      }
      for (let turn = 0; turn < mostBatches; turn += 1) {
        const ids = await readDueFacts(db.read<SupervisionTables>(), now, batch)
        await keep(db, around, await around.cases.byIds(db.read(), ids), now)
        if (ids.length < batch) break
      }
    },
  }
}

type Db = Parameters<JobHandler['run']>[0]['db']

const facts = 'supervision.case_fact'

async function keepChanged(db: Db, around: Surroundings, ids: readonly string[], now: Instant): Promise<void> {
  for (let i = 0; i < ids.length; i += batch) {
    const part = { ids: ids.slice(i, i + batch) }
    await keep(db, around, await around.cases.notAsIn(db.read(), facts, part), now)
  }
}

async function compareAll(db: Db, around: Surroundings, now: Instant): Promise<void> {
  for (let after: string | null = null; ; ) {
    const cases: readonly CaseFile[] = await around.cases.notAsIn(db.read(), facts, { after, limit: batch })
    await keep(db, around, cases, now)
    after = cases.at(-1)?.id ?? null
    if (cases.length < batch) return
  }
}

async function keep(db: Db, around: Surroundings, cases: readonly CaseFile[], now: Instant): Promise<void> {
  if (cases.length === 0) return
  const said = await around.answers(
    db.read(),
    cases.map(({ id }) => id),
  )
  const rows = cases.map(caseFile => factOf(around, caseFile, said.get(caseFile.id) ?? caseFile.rating, now))
  await db.unitOfWork((tx: Transaction<SupervisionTables>) => keepFacts(tx, rows))
  await escalateByCount(around, db, cases, now)
}

function factOf(around: Surroundings, caseFile: CaseFile, said: Answered | null, now: Instant) {
  const { place, procedure, status } = caseFile
  const calendar = around.clocks.calendarAt(place.gridPath)
  const read = (name: string | null) => {
    const timer = name === null ? undefined : procedure.timers.find(one => one.name === name)
    return timer ? readTimer(calendar, timer, now) : null
  }
  const [accept, handle, whole, stage] = [read('accept'), read('handle'), read('whole'), read(nextAction[status])]
  const isOpen = !isEnded(status)
  // As it was promised on the day of the report.
  const { response } = around.settings(caseFile.reportedAt).rates
  return {
    ...{ case_id: caseFile.id, version: caseFile.version, number: caseFile.number, status },
    title: caseFile.title ?? caseFile.description.slice(0, 60),
    ...{ reported_at: caseFile.reportedAt, grid_path: place.gridPath, unit_id: caseFile.unitId },
    ...{ post_id: caseFile.postId, owner_id: caseFile.ownerId },
    ...{ lon: place.point?.lon ?? null, lat: place.point?.lat ?? null },
    ...{ is_open: isOpen, is_closed: status === 'closed' },
    ...{ source: caseFile.source, left_out_for: leftOutFor(caseFile), left_out: procedure.leftOut },
    respond_due: readTimer(
      calendar,
      { name: 'respond', limit: response, startedAt: caseFile.reportedAt, marks: [] },
      now,
    ).dueAt,
    // The first answer is that it was taken in, refused, joined to another, or settled on the spot.
    respond_done: accept?.endedAt ?? null,
    ...{ rework_count: caseFile.reworkCount, stars: said?.stars ?? null, solved: said?.solved ?? null },
    ...{ accept_due: accept?.dueAt ?? null, accept_done: accept?.endedAt ?? null },
    ...{ handle_due: handle?.dueAt ?? null, handle_done: handle?.endedAt ?? null },
    ...{ whole_due: whole?.dueAt ?? null, whole_done: whole?.endedAt ?? null },
    stage_due: isOpen ? (stage?.dueAt ?? null) : null,
    // By time or by count, whichever is worse.
    light: isOpen ? Math.max(rank(stage?.light), rank(lightByCount(around.settings(now), timesOf(caseFile)))) : 0,
    next_at: isOpen ? (stage?.nextAt ?? null) : null,
    read_at: now,
  }
}

const rank = (light: TimerLight = 'green') => timerLights.indexOf(light)

/** What was said when somebody asked counts before what was clicked. */
interface Answered {
  readonly stars: number
  readonly solved: boolean
}

function leftOutFor({ status, procedure }: CaseFile): LeftOutFor | null {
  if (status === 'refused' || status === 'joined' || status === 'voided') return status
  return procedure.isExempt ? 'exempt' : procedure.isForced ? 'forced' : null
}
