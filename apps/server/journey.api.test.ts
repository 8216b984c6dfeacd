import { expect, test } from 'vitest'
import type * as cases from '#modules/cases/common/index.ts'
import type { listInbox } from '#platform/inbox/common/contract.ts'
import type { listNotices } from '#platform/notices/common/contract.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { verifyAudit } from '#platform/audit/server/verify.ts'
import { sealNewEntries } from '#platform/audit/server/seal.ts'
import { plainPhoto, sendPhoto } from '#testkit/photo.ts'
import { buildTown, done, type Neighbour } from '#testkit/town.ts'

const town = await buildTown()

async function photo(who: Neighbour): Promise<string> {
  const { status, body } = await sendPhoto(town, who, await plainPhoto())
  expect(status).toBe(200)
  return body.fileId!
}

const tasksOf = async (who: Neighbour, id: string) =>
  done(await who.query<typeof listInbox>('inbox.list', { limit: 100 }))
    .rows.filter(row => row.subjectId === id)
    .map(row => row.task)

test('from dumped rubbish to a rated case, through all hands', async () => {
  const worker = await town.as('grid-worker')
  const caseId = newId()
  const [place] = town.program.grids.all().filter(grid => grid.level === 4)
  const point = { ...place!.labelPlace, frame: 'wgs84' as const, accuracyMetres: 8 }

  const before = await photo(worker)
  const description = '菜市场后门有人倒了一堆建筑垃圾'
  const reported = done(
    await worker.command<typeof cases.reportCase>('cases.report', {
      caseId,
      source: 'worker',
      description,
      place: point,
      photos: [before],
    }),
  )
  expect(reported).toMatchObject({ gridPath: place!.path, noGrid: false, version: 1 })

  // A resident reports the same thing, gets a number and a code, and needs no account.
  const resident = town.nobody()
  const second = newId()
  const theirs = done(
    await resident.command<typeof cases.reportCase>('cases.report', {
      caseId: second,
      description: '楼下垃圾没人管',
      place: point,
      reporter: { name: '王大妈', phone: '19900001234' },
    }),
  )

  const acceptor = await town.as('acceptor')
  expect(await tasksOf(acceptor, caseId)).toEqual(['accept'])
  done(await acceptor.command<typeof cases.acceptCase>('cases.accept', { caseId, version: 1 }))
  const near = done(
    await acceptor.query<typeof cases.nearbyCases>('cases.nearby', { ...place!.labelPlace, caseId: second }),
  )
  expect(near.cases.map(found => found.caseId)).toContain(caseId)
  done(await acceptor.command<typeof cases.joinCase>('cases.join', { caseId: second, version: 1, into: caseId }))

  const chief = await town.as('duty-chief')
  done(
    await chief.command<typeof cases.fileCase>('cases.file', {
      caseId,
      version: 2,
      classKind: 'event',
      classCode: '06010',
    }),
  )
  const dispatcher = await town.as('dispatcher')
  const { units } = done(await dispatcher.query<typeof cases.listUnits>('cases.units', {}))
  const unitId = units.find(unit => unit.name === '环境卫生管理所')!.unitId
  done(await dispatcher.command<typeof cases.dispatchCase>('cases.dispatch', { caseId, version: 3, unitId }))

  const handler = await town.as('handler')
  expect(await tasksOf(handler, caseId)).toEqual(['handle'])
  const after = await photo(handler)
  const handled = done(
    await handler.command<typeof cases.handleCase>('cases.handle', {
      caseId,
      version: 4,
      note: '已清运',
      photos: [after],
      materials: [{ kind: '冲洗用水', amount: 1.5, unit: 'm3' }],
    }),
  )
  expect(handled.status).toBe('handled')

  // Whoever of the grid workers was asked: the nearest. In the small town the persona may be it or not.
  const shown = done(await chief.query<typeof cases.showCase>('cases.show', { caseId }))
  // Nobody at the centre verifies in the worker's place.
  expect(shown.allowed).not.toContain('verify')
  expect(shown.timeline.find(({ type }) => type === 'handled')?.materials).toEqual([
    { kind: '冲洗用水', amount: 1.5, unit: 'm3' },
  ])
  const verifier = await verifierOf(caseId)
  done(
    await verifier.command<typeof cases.verifyCase>('cases.verify', {
      caseId,
      version: 5,
      passed: true,
      photos: [await photo(verifier)],
    }),
  )
  done(await chief.command<typeof cases.closeCase>('cases.close', { caseId, version: 6 }))

  const followed = done(
    await resident.query<typeof cases.followCase>('cases.follow', {
      number: theirs.number,
      followCode: theirs.followCode,
    }),
  )
  expect(JSON.stringify(followed)).not.toContain('王大妈')
  const { number, followCode } = theirs
  const rating = { who: { number, followCode }, stars: 5, solved: true, comment: '清得干净' }
  expect(done(await resident.command<typeof cases.rateCase>('cases.rate', rating)).status).toBe('closed')
  expect(await resident.command<typeof cases.rateCase>('cases.rate', rating)).toMatchObject({
    code: 'cases/already-rated',
  })

  const story = done(await chief.query<typeof cases.showCase>('cases.show', { caseId }))
  expect(story.timeline.map(step => step.type)).toEqual([
    'reported',
    'accepted',
    'filed',
    'dispatched',
    'handled',
    'verified',
    'closed',
    'rated',
  ])
  await sealNewEntries(town.db)
  expect(await verifyAudit(town.db)).toMatchObject({ whole: true, unsealed: 0 })
})

/** Signs in whoever holds the post that the case waits for. */
async function verifierOf(caseId: string): Promise<Neighbour> {
  const { rows } = await town.db.pool.query<{ login: string }>(
    `select a.login from inbox.item i join identity.appointment p on p.post_id::text = i.post_id and p.until_at is null
       join identity.account a on a.person_id = p.person_id where i.subject_id = $1 and i.task = 'verify'`,
    [caseId],
  )
  expect(rows).toHaveLength(1)
  return town.as(rows[0]!.login)
}

test('a signed-in resident follows without a code, hears of each step, and rates', async () => {
  const resident = await town.as('resident')
  const caseId = newId()
  done(
    await resident.command<typeof cases.reportCase>('cases.report', {
      caseId,
      description: '路灯不亮',
      address: '文化路 3 号',
    }),
  )
  const acceptor = await town.as('acceptor')
  const refusal = { caseId, version: 1, reason: '该路灯已在检修计划内，明日恢复。' }
  done(await acceptor.command<typeof cases.refuseCase>('cases.refuse', refusal))
  const notices = done(await resident.query<typeof listNotices>('notices.list', {}))
  expect(notices.unread).toBeGreaterThan(0)
  expect(notices.rows[0]!.subjectId).toBe(caseId)
  const mine = done(await resident.query<typeof cases.myReports>('cases.my-reports', {}))
  expect(mine.rows.map(row => row.caseId)).toContain(caseId)
})
