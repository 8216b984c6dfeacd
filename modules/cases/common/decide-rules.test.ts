import { expect, test } from 'vitest'
import { nationalClasses } from '#modules/catalogue/common/index.ts'
import type { Actor, Grant } from '#platform/authz/common/grants.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import type { CaseEvent, CaseFile, CaseStatus } from './case-file.ts'
import * as decide from './decide.ts'
import { usualProcedure as settings } from './procedure/settings.ts'
import { applyCaseEvent, beginCase } from './reduce.ts'

const now = '2026-09-15T02:00:00.000Z'
const base = beginCase({
  ...{ type: 'case.reported', at: now, by: 'lin', postId: null, caseId: 'one', number: '370113-2026-000001' },
  ...{ source: 'resident', title: null, description: '门口有垃圾', photos: [], madeAt: null, clockOffSeconds: null },
  place: {
    ...{ point: null, accuracyMetres: null, frame: null, address: null, noGrid: false },
    ...{ gridPath: '1.2.3', gridNames: ['街道', '管理区', '社区'] },
  },
})
const other = { ...base, id: 'other', number: '370113-2026-000002' }
const inStatus = (status: CaseStatus): CaseFile => ({ ...base, status, unitId: 'unit-1', postId: 'post-1', version: 5 })
const actorWith = (grants: readonly Grant[], more: Partial<Actor> = {}): Actor => ({
  ...{ personId: 'somebody', postId: 'post-9', unitId: 'unit-9', grants },
  ...more,
})
const everywhere = (permission: string): Grant => ({ permission, within: { kind: 'everywhere' } })

test('a near miss of a path is another place', () => {
  const nearby = ['1.2', '1.2.3', '1', '1.2.30', '1.20', '11', '1.2.3.1', '2']
  for (const path of nearby) {
    const actor = actorWith([{ permission: 'cases.accept', within: { kind: 'subtree', path } }])
    const answer = decide.decideAccept(base, { actor, now, settings, seen: 1 })
    expect(isRefusal(answer), path).toBe(!['1', '1.2', '1.2.3'].includes(path))
  }
})

test('only the post that was asked verifies', () => {
  const caseFile = inStatus('handled')
  const own: Grant = { permission: 'cases.verify', within: { kind: 'own-post' } }
  const by = (postId: string | null) => ({ actor: actorWith([own], { postId }), now, settings, seen: 5 })
  const passed = { passed: true, note: null, photos: [] }
  expect(isRefusal(decide.decideVerify(caseFile, by('post-1'), passed))).toBe(false)
  expect(decide.decideVerify(caseFile, by('post-2'), passed)).toMatchObject({ code: 'cases/not-allowed' })
  expect(decide.decideVerify({ ...caseFile, postId: null }, by(null), passed)).toMatchObject({
    code: 'cases/not-allowed',
  })
})

test('a failed verification needs a reason and sends the department again', () => {
  const caseFile = inStatus('handled')
  const by = { actor: actorWith([everywhere('cases.verify')]), now, settings, seen: 5 }
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
  const by = { actor: actorWith([everywhere('cases.accept')]), now, settings, seen: 1 }
  expect(decide.decideJoin(base, by, undefined)).toMatchObject({ code: 'cases/no-such-target' })
  expect(decide.decideJoin(base, by, base)).toMatchObject({ code: 'cases/joins-itself' })
  expect(decide.decideJoin(base, by, { ...other, status: 'joined' })).toMatchObject({ code: 'cases/target-ended' })
  expect(decide.decideJoin(base, by, { ...other, status: 'refused' })).toMatchObject({ code: 'cases/target-ended' })
  const event = decide.decideJoin(base, by, { ...other, status: 'closed' }) as CaseEvent
  expect(applyCaseEvent(base, event).joinedInto).toEqual({ caseId: 'other', number: '370113-2026-000002' })
})

test('a class must be in the catalogue; an old code is told with its successor', () => {
  const by = { actor: actorWith([everywhere('cases.file')]), now, settings, seen: 5 }
  const filing = (classKind: 'component' | 'event', classCode: string) =>
    decide.decideFile(inStatus('accepted'), by, { classKind, classCode, title: null }, nationalClasses)
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
  const by = (personId: string) => ({ actor: actorWith([own], { personId }), now, settings })
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
