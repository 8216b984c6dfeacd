import { expect, test } from 'vitest'
import { closeCase, handleCase, showCase, verifyCase } from '#modules/cases/testing.ts'
import { instantOf, millisecondsOf } from '#platform/kernel/common/instant.ts'
import { freshDatabase } from '#testkit/database.ts'
import { usualSupervision } from '../common/ladder.ts'
import { openSupervision } from '../testing.ts'

const { db } = await freshDatabase()
const { house, answers, around, boss, asks, facts } = await openSupervision(db)
const everywhere = { kind: 'everywhere' } as const

test('the three rates: who counts, by when they were answered, and what fairly satisfied is worth, as the place has set it', async () => {
  const { caseId: unanswered } = await house.caseThatIs('reported')
  const closed: string[] = []
  for (const stars of [5, 3, 1]) {
    const { caseId } = await house.caseThatIs('closed')
    closed.push(caseId)
    answers.set(caseId, { stars, solved: stars > 1 })
  }
  house.later(2 * 24 * 60)
  await facts()
  const period = {
    from: instantOf(millisecondsOf(house.now) - 4 * 86_400_000),
    until: house.now,
    dayEnds: house.now,
  }
  type Rates = { rates: { key: string; met: number; partly: number; all: number }[] }
  const rates = async () => {
    const { rates: found } = (await asks('supervision.board', period)) as never as Rates
    return Object.fromEntries(found.map(({ key, met, partly, all }) => [key, { met, partly, all }]))
  }
  const before = await rates()
  expect(before['resolution']).toEqual({ met: 2, partly: 0, all: 3 })
  expect(before['satisfaction']).toEqual({ met: 1, partly: 1, all: 3 })
  const response = async (part: string) => {
    const { rows } = await asks('supervision.board-cases', { ...period, figure: 'response', part })
    return (rows as { caseId: string }[]).map(({ caseId }) => caseId)
  }
  expect(await response('met')).toEqual(expect.arrayContaining(closed))
  expect(await response('unmet')).toContain(unanswered)
  const usual = around.settings
  const narrow = { ...usualSupervision.rates, respondTo: [], leaveOut: [...usualSupervision.rates.leaveOut, 'forced'] }
  Object.assign(around, { settings: () => ({ ...usualSupervision, satisfiedFrom: 3, rates: narrow }) })
  await db.pool.query("update supervision.case_fact set left_out_for = 'forced' where case_id = $1", [closed[0]])
  const after = await rates()
  expect(after['response']).toEqual({ met: 0, partly: 0, all: 0 })
  expect(after['satisfaction']).toEqual({ met: 1, partly: 0, all: 2 })
  Object.assign(around, { settings: usual })
})

test('what is left out by hand counts for none of the three rates, is listed with who and why, and stays late and repeated', async () => {
  const { caseId } = await house.caseThatIs('dispatched')
  house.later(20 * 24 * 60)
  const steps = house.as(house.cast.handler)
  await handleCase(steps, caseId)
  await verifyCase(house.as(house.cast.verifier), caseId)
  await closeCase(house.as(house.cast.chief), caseId)
  answers.set(caseId, { stars: 1, solved: false })
  const period = {
    from: instantOf(millisecondsOf(house.now) - 20 * 86_400_000),
    until: instantOf(millisecondsOf(house.now) + 86_400_000),
    dayEnds: house.now,
  }
  type Board = { rates: { key: string; met: number; all: number }[]; repeated: { cases: { caseId: string }[] }[] }
  const board = async () => (await asks('supervision.board', period)) as never as Board
  const all = ({ rates }: Board) => Object.fromEntries(rates.map(({ key, all: count }) => [key, count]))
  const repeated = (shown: Board) => shown.repeated.flatMap(({ cases }) => cases.map(one => one.caseId))
  const leftOut = async (actor = boss) => (await asks('supervision.left-out', period, actor)) as { rows: object[] }
  await facts()
  const before = await board()
  expect(await leftOut()).toMatchObject({ total: 0, rows: [] })
  const [asker, second] = ['asker', 'second'].map(name =>
    house.as(
      house.actor(
        name,
        ['cases.read', 'cases.leave-out'].map(permission => ({ permission, within: everywhere })),
      ),
    ),
  )
  const seen = async () => ({ caseId, version: (await showCase(asker!, caseId)).version })
  const wish = { reason: '重复反映', note: '第三次' }
  await asker!.command('cases.ask-leave-out' as never, { ...(await seen()), ...wish } as never)
  await facts()
  expect(all(await board())).toEqual(all(before))
  await second!.command('cases.answer-leave-out' as never, { ...(await seen()), isGranted: true } as never)
  await facts()
  const after = await board()
  const less = { response: 1, resolution: 1, satisfaction: 1 } as Record<string, number>
  expect(all(after)).toEqual(
    Object.fromEntries(Object.entries(all(before)).map(([key, count]) => [key, count - (less[key] ?? 0)])),
  )
  // It is as late as before, and as much of a complaint.
  const lateBefore = before.rates.find(({ key }) => key === 'closed-on-time')!
  expect(after.rates.find(({ key }) => key === 'closed-on-time')).toEqual(lateBefore)
  expect(repeated(before)).toContain(caseId)
  expect(repeated(after)).toEqual(repeated(before))
  expect(await leftOut()).toMatchObject({
    total: 1,
    rows: [
      {
        ...{ caseId, ...wish, askedByName: 'asker', agreedByName: 'second', wasLate: true },
        rates: ['response', 'resolution', 'satisfaction'],
      },
    ],
  })
  const elsewhere = house.actor('elsewhere', [
    { permission: 'supervision.board', within: { kind: 'subtree', path: '9' } },
  ])
  expect(await leftOut(elsewhere)).toMatchObject({ total: 0, rows: [] })
  await second!.command('cases.count-again' as never, { ...(await seen()), reason: '查实是两件事' } as never)
  await facts()
  expect(all(await board())).toEqual(all(before))
  expect(await leftOut()).toMatchObject({ total: 0 })
})
