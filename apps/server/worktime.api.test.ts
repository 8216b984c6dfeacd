import type { Transaction } from 'kysely'
import { expect, test } from 'vitest'
import type { listInbox } from '#platform/inbox/common/contract.ts'
import { reportCase } from '#modules/cases/testing.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { buildTown, done } from '#testkit/town.ts'
import type { explain, listMoved, listReplays, setDay, showCalendar } from '#platform/worktime/common/contract.ts'
import { TimerStore, WorkCalendars } from '#platform/worktime/server/index.ts'

const town = await buildTown()
const timers = new TimerStore(await WorkCalendars.open(town.db))
const jobs = town.program.modules.flatMap(module => module.jobs)
const run = (name: string, data: object) =>
  jobs.find(job => job.name === name)!.run({ db: town.db, now: town.clock.now(), data })

test('the keeper enters a holiday: the inbox follows, and everybody at a desk can read what moved', async () => {
  const worker = await town.as('grid-worker')
  const { caseId } = await reportCase(worker, { caseId: newId(), place: { lon: 113.7, lat: 34.76, frame: 'wgs84' } })
  const now = town.clock.now()
  const limit = { clock: 'work-day', amount: 2 } as const
  await town.db.unitOfWork((tx: Transaction<unknown>) =>
    timers.keepTimers(
      tx,
      { kind: 'case', id: caseId, number: 'W-1' },
      'default',
      [{ name: 'accept', limit, startedAt: now, marks: [] }],
      now,
    ),
  )
  const admin = await town.as('system-admin')
  const shown = done(
    await admin.query<typeof showCalendar>('worktime.show-calendar', { calendar: 'default', year: 2026 }),
  )
  expect(shown.days.find(entry => entry.day === '2026-10-01')).toMatchObject({ kind: 'rest', isInherited: false })
  const { replayId } = done(
    await admin.command<typeof setDay>('worktime.set-day', {
      calendar: 'default',
      version: shown.version,
      day: '2026-09-16',
      kind: 'rest',
      name: { 'zh-CN': '运动会', en: 'Games' },
    }),
  )
  await run('worktime.replay', { replayId })
  const acceptor = await town.as('acceptor')
  const inbox = done(await acceptor.query<typeof listInbox>('inbox.list', { task: 'accept', limit: 100 }))
  const line = inbox.rows.find(row => row.subjectId === caseId)
  expect(line).toMatchObject({ dueAt: '2026-09-18T02:00:00.000Z' })

  const dispatcher = await town.as('dispatcher')
  const replays = done(await dispatcher.query<typeof listReplays>('worktime.list-replays', {}))
  expect(replays.rows[0]).toMatchObject({ id: replayId, since: '2026-09-16', finishedAt: now })
  const moved = done(await dispatcher.query<typeof listMoved>('worktime.list-moved', { replayId }))
  expect(moved.rows.find(row => row.subjectId === caseId)).toMatchObject({
    name: 'accept',
    number: 'W-1',
    dueBefore: '2026-09-17T02:00:00.000Z',
    dueAfter: '2026-09-18T02:00:00.000Z',
  })

  const told = done(
    await worker.query<typeof explain>('worktime.explain', { subjectKind: 'case', subjectId: caseId, locale: 'zh-CN' }),
  )
  expect(told.timers.find(timer => timer.name === 'accept')?.lines.map(line => line.text)).toContain(
    '2026年9月16日（周三）运动会放假，不计。',
  )
  const stranger = await town.as('personnel')
  const answer = await stranger.query<typeof explain>('worktime.explain', { subjectKind: 'case', subjectId: caseId })
  expect(isRefusal(answer) && answer.code).toBe('worktime/not-found')
})
