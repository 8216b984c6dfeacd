import { expect, test } from 'vitest'
import type { acceptCase } from '#modules/cases/common/index.ts'
import { reportCase, showCase } from '#modules/cases/testing.ts'
import type { auditWords, findActors, listAuditEntries } from '#platform/audit/common/contract.ts'
import type { InputOf } from '#platform/contract/common/endpoint.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { buildTown, done } from '#testkit/town.ts'
import { demoSensorKey } from '#town/exchange/clients.ts'

const town = await buildTown()
const auditor = await town.as('audit-admin')
const acceptor = await town.as('acceptor')
const resident = await town.as('resident')

interface Me {
  readonly person: { readonly id: string; readonly name: string }
  readonly post: { readonly id: string; readonly title: string; readonly unitName: string } | null
}
const me = async (who: typeof acceptor) => done(await who.query('identity.me' as never, {} as never)) as unknown as Me
const entries = async (asked: InputOf<typeof listAuditEntries>) =>
  done(await auditor.query<typeof listAuditEntries>('audit.list-entries', asked)).rows
const found = async (asked: InputOf<typeof findActors>) =>
  done(await auditor.query<typeof findActors>('audit.find-actors', asked)).rows
const words = done(await auditor.query<typeof auditWords>('audit.words', {}))

test('who accepted a report, from which post, and who was refused: by its number', async () => {
  const { caseId, number } = await reportCase(town.nobody())
  const { version } = await showCase(acceptor, caseId)
  const accept = () => acceptor.command<typeof acceptCase>('cases.accept', { caseId, version }, { requestId: newId() })
  done(await accept())
  await accept()
  const { person, post } = await me(acceptor)
  const by = { actorId: person.id, actorKind: 'staff', actorName: person.name, postId: post!.id }
  const [refused, accepted, reported] = await entries({ subject: number })
  const about = { subjectKind: 'case', subjectId: caseId, subjectName: number }
  expect(reported).toMatchObject({ ...about, actorKind: 'nobody', actorName: null, post: null, outcome: 'done' })
  expect(accepted).toMatchObject({ ...about, ...by, command: 'cases.accept', outcome: 'done' })
  expect(accepted!.post).toEqual({ title: post!.title, unitName: post!.unitName })
  expect(refused).toMatchObject({ ...about, ...by, command: 'cases.accept' })
  expect(words['zh-CN'][`refusal.${refused!.outcome}`]).toMatch(/[\u4e00-\u9fff]/)
  expect(words.en['command.cases.accept']).toBe('Accept')
  expect((await entries({ subject: number, outcome: 'refused' })).map(({ id }) => id)).toEqual([refused!.id])
  expect((await entries({ actorId: person.id, command: 'cases.accept', subject: caseId })).length).toBe(2)
  expect(await entries({ subject: `${number}0` })).toEqual([])
})

test('a resident is a resident, never a name; other systems and the program are told apart', async () => {
  const { person } = await me(resident)
  const { caseId } = await reportCase(resident)
  expect((await entries({ subject: caseId })).at(0)).toMatchObject({ actorKind: 'resident', actorName: null })
  expect(await found({ typed: person.name, id: person.id })).toMatchObject([
    { id: person.id, kind: 'resident', name: null, login: null },
  ])
  const [signedIn] = await entries({ command: 'identity.sign-in', subject: person.id })
  expect(signedIn).toMatchObject({ subjectKind: 'person', subjectName: null, mayBeOpened: false })
  expect(await auditor.query('identity.show-person' as never, { personId: person.id } as never)).toMatchObject({
    code: 'identity/person-not-found',
  })
  expect(JSON.stringify([await entries({ actorId: person.id }), await found({ typed: person.name })])).not.toContain(
    person.name,
  )

  const place = { ...town.program.grids.root()!.labelPlace, frame: 'wgs84' }
  const sent = await town.app.inject({
    ...{ method: 'POST', url: '/api/exchange.report', headers: { authorization: `Bearer ${demoSensorKey}` } },
    payload: { eventId: 'audit-1', device: 'W-3', signal: '水位', description: '水位超过警戒线', place },
  })
  expect(sent.statusCode, sent.body).toBe(200)
  const [sensor] = await found({ typed: '河道' })
  expect(sensor).toMatchObject({ kind: 'client', login: null })
  const [told] = await entries({ actorId: sensor!.id })
  expect(told).toMatchObject({ actorKind: 'client', actorName: sensor!.name, post: null, command: 'exchange.report' })

  await town.db.pool.query(
    `insert into audit.entry
    (at, actor_id, command, subject_kind, subject_id, outcome, request_id) values
    ($1, 'clock', 'cases.resume', 'case', $2, 'done', 'r'), ($1, $3, 'cases.resume', 'case', 'no-id', 'done', 's')`,
    [town.clock.now(), caseId, newId()],
  )
  const [gone, clock] = await entries({ command: 'cases.resume', limit: 2 })
  expect(clock).toMatchObject({ actorId: 'clock', actorKind: 'program', subjectName: expect.any(String) })
  expect(gone).toMatchObject({ actorKind: 'unknown', actorName: null, subjectId: 'no-id', subjectName: null })
})

test('somebody is found by a part of the name, and what was done to them shows their name', async () => {
  const { person } = await me(acceptor)
  const [first] = await found({ typed: person.name.slice(0, 2) })
  expect(first).toMatchObject({ kind: 'staff', name: expect.stringContaining(person.name.slice(0, 2)) })
  expect(
    (await found({ typed: '', id: person.id })).some(({ id, name }) => id === person.id && name === person.name),
  ).toBe(true)
  const [signedIn] = await entries({ command: 'identity.sign-in', subject: person.id })
  expect(signedIn).toMatchObject({ subjectKind: 'person', subjectName: person.name })
})
