import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Actor, Grant } from '#platform/authz/common/grants.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { type CaseAction, caseActionNames, caseActions, nextAction } from './actions.ts'
import { type CaseEvent, type CaseFile, type CaseReported, type CaseStatus, caseStatuses } from './case-file.ts'
import * as decide from './decide.ts'
import { applyCaseEvent, beginCase, reduceCase } from './reduce.ts'

const now = '2026-09-15T02:00:00.000Z'
const caseId = '019a0000-0000-7000-8000-000000000001'

const reported: CaseReported = {
  type: 'case.reported',
  at: now,
  by: 'lin',
  postId: null,
  caseId,
  number: '370113-2026-000001',
  source: 'resident',
  title: null,
  description: '门口有垃圾',
  place: {
    point: { lon: 116.8, lat: 36.5 },
    accuracyMetres: 5,
    frame: 'wgs84',
    address: null,
    gridPath: '1.2.3',
    gridNames: ['街道', '管理区', '社区'],
    noGrid: false,
  },
  photos: ['before-1'],
  madeAt: null,
  clockOffSeconds: null,
}
const base = beginCase(reported)
const inStatus = (status: CaseStatus): CaseFile => ({ ...base, status, unitId: 'unit-1', postId: 'post-1', version: 5 })
const actorWith = (grants: readonly Grant[], more: Partial<Actor> = {}): Actor => ({
  personId: 'somebody',
  postId: 'post-9',
  unitId: 'unit-9',
  grants,
  ...more,
})
const everywhere = (permission: string): Grant => ({ permission, within: { kind: 'everywhere' } })

/** Every action by its own name, with whatever else it needs. */
const attempts: Record<CaseAction, (caseFile: CaseFile, by: decide.Deciding) => unknown> = {
  accept: (caseFile, by) => decide.decideAccept(caseFile, by),
  refuse: (caseFile, by) => decide.decideRefuse(caseFile, by, '不属于本辖区'),
  join: (caseFile, by) => decide.decideJoin(caseFile, by, { ...base, id: 'other' }),
  file: (caseFile, by) => decide.decideFile(caseFile, by, { classKind: 'event', classCode: '06010', title: null }),
  dispatch: (caseFile, by) => decide.decideDispatch(caseFile, by, { unitId: 'unit-1', note: null }),
  return: (caseFile, by) => decide.decideReturn(caseFile, by, '不归我们管'),
  handle: (caseFile, by) => decide.decideHandle(caseFile, by, { note: '已清理', photos: [], verifierPostId: 'post-1' }),
  verify: (caseFile, by) => decide.decideVerify(caseFile, by, { passed: true, note: null, photos: [] }),
  close: (caseFile, by) => decide.decideClose(caseFile, by, null),
  rework: (caseFile, by) => decide.decideRework(caseFile, by, '没有清干净'),
  rate: (caseFile, by) => decide.decideRate(caseFile, by, { stars: 5, solved: true, comment: null }, false),
}

/** The life of a case, written out once more by hand: what each action needs and where it leads. */
const life: Record<CaseAction, { from: CaseStatus[]; permission: string; to: CaseStatus | 'same' }> = {
  accept: { from: ['reported'], permission: 'cases.accept', to: 'accepted' },
  refuse: { from: ['reported', 'accepted'], permission: 'cases.accept', to: 'refused' },
  join: { from: ['reported', 'accepted'], permission: 'cases.accept', to: 'joined' },
  file: { from: ['accepted'], permission: 'cases.file', to: 'filed' },
  dispatch: { from: ['filed'], permission: 'cases.dispatch', to: 'dispatched' },
  return: { from: ['dispatched'], permission: 'cases.handle', to: 'filed' },
  handle: { from: ['dispatched'], permission: 'cases.handle', to: 'handled' },
  verify: { from: ['handled'], permission: 'cases.verify', to: 'verified' },
  close: { from: ['verified'], permission: 'cases.close', to: 'closed' },
  rework: { from: ['verified'], permission: 'cases.close', to: 'dispatched' },
  rate: { from: ['closed'], permission: 'cases.rate', to: 'same' },
}
const permissions = [...new Set(Object.values(caseActions).map(rule => rule.permission))]

describe.each(caseActionNames)('%s', action => {
  test.each(caseStatuses.flatMap(status => permissions.map(permission => [status, permission] as const)))(
    'on a case that is %s, by someone with %s',
    (status, permission) => {
      const caseFile = inStatus(status)
      const actor = actorWith([everywhere(permission)])
      const answer = attempts[action](caseFile, { actor, now, seen: caseFile.version })
      const { from, permission: needed, to } = life[action]
      const shouldBe =
        permission !== needed ? 'cases/not-allowed' : from.includes(status) ? 'done' : 'cases/not-in-this-status'
      expect(isRefusal(answer) ? answer.code : 'done').toBe(shouldBe)
      expect(decide.allowedActions(caseFile, actor).includes(action)).toBe(shouldBe === 'done')
      if (!isRefusal(answer)) {
        const after = applyCaseEvent(caseFile, answer as CaseEvent)
        expect(after.status).toBe(to === 'same' ? status : to)
        expect(after.version).toBe(caseFile.version + 1)
      }
    },
  )

  test('by someone without any grant', () => {
    for (const status of caseStatuses) {
      const answer = attempts[action](inStatus(status), { actor: actorWith([]), now, seen: 5 })
      expect(answer).toMatchObject({ code: 'cases/not-allowed' })
    }
  })

  test.runIf(action !== 'rate')('of a version that has passed', () => {
    const caseFile = inStatus(life[action].from[0]!)
    const actor = actorWith([everywhere(life[action].permission)])
    expect(attempts[action](caseFile, { actor, now, seen: 4 })).toMatchObject({
      code: 'cases/changed-meanwhile',
      detail: { status: caseFile.status, version: 5 },
    })
  })
})

test('the state of a case is told only to those who may act on it', () => {
  const answer = decide.decideAccept(inStatus('closed'), { actor: actorWith([]), now, seen: 1 })
  expect(answer).toMatchObject({ code: 'cases/not-allowed', detail: { action: 'accept' } })
})

test('a near miss of a path is another place', () => {
  const nearby = ['1.2', '1.2.3', '1', '1.2.30', '1.20', '11', '1.2.3.1', '2']
  for (const path of nearby) {
    const actor = actorWith([{ permission: 'cases.accept', within: { kind: 'subtree', path } }])
    const answer = decide.decideAccept(base, { actor, now, seen: 1 })
    expect(isRefusal(answer), path).toBe(!['1', '1.2', '1.2.3'].includes(path))
  }
})

test('only the post that was asked verifies', () => {
  const caseFile = inStatus('handled')
  const own: Grant = { permission: 'cases.verify', within: { kind: 'own-post' } }
  const by = (postId: string | null) => ({ actor: actorWith([own], { postId }), now, seen: 5 })
  const passed = { passed: true, note: null, photos: [] }
  expect(isRefusal(decide.decideVerify(caseFile, by('post-1'), passed))).toBe(false)
  expect(decide.decideVerify(caseFile, by('post-2'), passed)).toMatchObject({ code: 'cases/not-allowed' })
  expect(decide.decideVerify({ ...caseFile, postId: null }, by(null), passed)).toMatchObject({
    code: 'cases/not-allowed',
  })
})

test('a failed verification needs a reason and sends the department again', () => {
  const caseFile = inStatus('handled')
  const by = { actor: actorWith([everywhere('cases.verify')]), now, seen: 5 }
  const failed = { passed: false, photos: [] }
  expect(decide.decideVerify(caseFile, by, { ...failed, note: null })).toMatchObject({ code: 'cases/text-missing' })
  const event = decide.decideVerify(caseFile, by, { ...failed, note: '还有一半' })
  expect(applyCaseEvent(caseFile, event as CaseEvent)).toMatchObject({
    status: 'dispatched',
    unitId: 'unit-1',
    reworkCount: 1,
  })
})

test('joining leads to a case that stands', () => {
  const by = { actor: actorWith([everywhere('cases.accept')]), now, seen: 1 }
  const other = { ...base, id: 'other', number: '370113-2026-000002' }
  expect(decide.decideJoin(base, by, undefined)).toMatchObject({ code: 'cases/no-such-target' })
  expect(decide.decideJoin(base, by, base)).toMatchObject({ code: 'cases/joins-itself' })
  expect(decide.decideJoin(base, by, { ...other, status: 'joined' })).toMatchObject({ code: 'cases/target-ended' })
  expect(decide.decideJoin(base, by, { ...other, status: 'refused' })).toMatchObject({ code: 'cases/target-ended' })
  const event = decide.decideJoin(base, by, { ...other, status: 'closed' }) as CaseEvent
  expect(applyCaseEvent(base, event).joinedInto).toEqual({ caseId: 'other', number: '370113-2026-000002' })
})

test('a class must be in the catalogue; an old code is told with its successor', () => {
  const by = { actor: actorWith([everywhere('cases.file')]), now, seen: 5 }
  const filing = (classKind: 'component' | 'event', classCode: string) =>
    decide.decideFile(inStatus('accepted'), by, { classKind, classCode, title: null })
  expect(filing('event', '06031')).toMatchObject({ code: 'cases/unknown-class' })
  expect(filing('event', '01001')).toMatchObject({ code: 'cases/unknown-class' })
  expect(filing('event', '0110')).toMatchObject({ code: 'cases/old-class-code', detail: { now: ['06010 暴露垃圾'] } })
  expect(filing('event', '0501')).toMatchObject({ code: 'cases/old-class-code', detail: { now: [] } })
  expect(isRefusal(filing('component', '01001'))).toBe(false)
})

test('a case is rated once, by its owner or with the code, whoever holds that', () => {
  const closed = { ...inStatus('closed'), ownerId: 'lin' }
  const own: Grant = { permission: 'cases.rate', within: { kind: 'own' } }
  const given = { stars: 4, solved: true, comment: null }
  const by = (personId: string) => ({ actor: actorWith([own], { personId }), now })
  expect(decide.decideRate(closed, by('other'), given, false)).toMatchObject({ code: 'cases/not-allowed' })
  const event = decide.decideRate(closed, by('lin'), given, false) as CaseEvent
  const after = applyCaseEvent(closed, event)
  expect(after).toMatchObject({ status: 'closed', rating: given, since: closed.since })
  expect(decide.decideRate(after, by('lin'), given, false)).toMatchObject({ code: 'cases/already-rated' })
  expect(decide.decideRate(after, by('other'), given, true)).toMatchObject({ code: 'cases/already-rated' })
  expect(isRefusal(decide.decideRate(closed, by('other'), given, true))).toBe(false)
})

test('only staff may say that word came another way than from a resident', () => {
  const staff = actorWith([everywhere('cases.report')])
  expect(decide.decideSource('worker', staff)).toBeNull()
  expect(decide.decideSource('worker', { ...staff, postId: null })).toMatchObject({ code: 'cases/source-not-yours' })
  expect(decide.decideSource('worker', actorWith([]))).toMatchObject({ code: 'cases/source-not-yours' })
  expect(decide.decideSource('resident', actorWith([]))).toBeNull()
})

test('whatever is done, the case never loses its number, its place or its count of changes', () => {
  const everything = actorWith(permissions.map(everywhere))
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...caseActionNames), { maxLength: 30 }), actions => {
      let caseFile = base
      const history: CaseEvent[] = [reported]
      for (const action of actions) {
        const event = attempts[action](caseFile, { actor: everything, now, seen: caseFile.version })
        if (isRefusal(event)) continue
        history.push(event as CaseEvent)
        caseFile = applyCaseEvent(caseFile, event as CaseEvent)
      }
      expect(reduceCase(history)).toEqual(caseFile)
      expect(caseFile).toMatchObject({ number: base.number, place: base.place, version: history.length })
    }),
  )
})

test('every status either waits for somebody who may act, or is an end', () => {
  for (const status of caseStatuses) {
    const action = nextAction[status]
    if (action !== null) expect(caseActions[action].from).toContain(status)
  }
})
