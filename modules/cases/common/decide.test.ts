import { nationalClasses } from '#modules/catalogue/common/index.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Actor, Grant } from '#platform/authz/common/grants.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { type CaseAction, caseActionNames, caseActions, nextAction } from './actions.ts'
import { type CaseEvent, type CaseFile, type CaseReported, type CaseStatus, caseStatuses } from './case-file.ts'
import * as decide from './decide.ts'
import { conditions } from './conditions.ts'
import * as leaving from './procedure/leaving-out.ts'
import * as oversight from './procedure/oversight.ts'
import * as relief from './procedure/relief.ts'
import { usualProcedure } from './procedure/settings.ts'
import * as side from './procedure/side-steps.ts'
import { startsWith } from './procedure/timers.ts'
import { applyCaseEvent, beginCase, reduceCase } from './reduce.ts'

const now = '2026-09-15T02:00:00.000Z'
const settings = usualProcedure
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

const until = '2026-10-15T02:00:00.000Z'
const granted = { isGranted: true, note: null }
const other = { ...base, id: 'other', number: '370113-2026-000002' }

/** Every action by its own name, with whatever else it needs. */
const attempts: Record<CaseAction, (caseFile: CaseFile, by: decide.Deciding) => unknown> = {
  accept: (caseFile, by) => decide.decideAccept(caseFile, by),
  refuse: (caseFile, by) => decide.decideRefuse(caseFile, by, '不属于本辖区'),
  join: (caseFile, by) => decide.decideJoin(caseFile, by, other),
  file: (caseFile, by) =>
    decide.decideFile(caseFile, by, { classKind: 'event', classCode: '06010', title: null }, nationalClasses),
  dispatch: (caseFile, by) => decide.decideDispatch(caseFile, by, { unitId: 'unit-1', note: null }),
  return: (caseFile, by) => decide.decideReturn(caseFile, by, '不归我们管'),
  handle: (caseFile, by) => decide.decideHandle(caseFile, by, { note: '已清理', photos: [], verifierPostId: 'post-1' }),
  verify: (caseFile, by) => decide.decideVerify(caseFile, by, { passed: true, note: null, photos: [] }),
  close: (caseFile, by) => decide.decideClose(caseFile, by, null),
  rework: (caseFile, by) => decide.decideRework(caseFile, by, '没有清干净'),
  rate: (caseFile, by) => decide.decideRate(caseFile, by, { stars: 5, solved: true, comment: null }, false),
  claim: (caseFile, by) => side.decideClaim(caseFile, by),
  release: (caseFile, by) => side.decideRelease(caseFile, by),
  assign: (caseFile, by) => side.decideAssign(caseFile, by, 'post-3'),
  'ask-check': (caseFile, by) => side.decideAskCheck(caseFile, by, { checkerPostId: 'post-4', note: null }),
  'report-check': (caseFile, by) => side.decideReportCheck(caseFile, by, { isTrue: true, note: '属实', photos: [] }),
  'ask-verifier': (caseFile, by) => side.decideAskVerifier(caseFile, by, 'post-5'),
  'handle-on-spot': (caseFile, by) =>
    side.decideHandleOnSpot(caseFile, by, {
      classKind: 'event',
      classCode: '06010',
      className: { 'zh-CN': '暴露垃圾', en: 'Exposed rubbish' },
      note: '已清',
      photos: ['after-1'],
    }),
  split: (caseFile, by) => side.decideSplit(caseFile, by, [{ caseId: 'child', number: '370113-2026-000003' }]),
  link: (caseFile, by) => side.decideLink(caseFile, by, { ...other, id: 'third' }),
  unlink: (caseFile, by) => side.decideUnlink(caseFile, by, 'other'),
  'assist-done': (caseFile, by) => side.decideAssistDone(caseFile, by, '已配合'),
  dispute: (caseFile, by) => relief.decideDispute(caseFile, by, '属水务'),
  rule: (caseFile, by) => relief.decideRule(caseFile, by, { unitId: 'unit-2', reason: '按职责', asRule: false }),
  'ask-extension': (caseFile, by) => relief.decideAskExtension(caseFile, by, { reason: '缺料', isOverdue: false }),
  'answer-extension': (caseFile, by) => relief.decideAnswerExtension(caseFile, by, granted),
  'confirm-extension': (caseFile, by) => relief.decideConfirmExtension(caseFile, by, granted),
  'ask-suspension': (caseFile, by) => relief.decideAskSuspension(caseFile, by, { reason: '等种植季节', until }),
  'answer-suspension': (caseFile, by) => relief.decideAnswerSuspension(caseFile, by, granted),
  resume: (caseFile, by) => relief.decideResume(caseFile, by, null),
  appeal: (caseFile, by) => relief.decideAppeal(caseFile, by, '暴雨'),
  'review-appeal': (caseFile, by) => relief.decideReviewAppeal(caseFile, by, granted),
  'confirm-appeal': (caseFile, by) => relief.decideConfirmAppeal(caseFile, by, granted),
  'ask-leave-out': (caseFile, by) =>
    leaving.decideAskLeaveOut(caseFile, by, { reason: '重复反映', note: '同一人第三次' }),
  'answer-leave-out': (caseFile, by) => leaving.decideAnswerLeaveOut(caseFile, by, granted),
  'count-again': (caseFile, by) => leaving.decideCountAgain(caseFile, by, '查实不是重复'),
  reopen: (caseFile, by) => oversight.decideReopen(caseFile, by, '又坏了', false),
  urge: (caseFile, by) => oversight.decideUrge(caseFile, by, '请抓紧'),
  instruct: (caseFile, by) => oversight.decideInstruct(caseFile, by, '今天办结'),
  void: (caseFile, by) => oversight.decideVoid(caseFile, by, '误报'),
  'force-close': (caseFile, by) => oversight.decideForceClose(caseFile, by, '已拆迁'),
  raise: (caseFile, by) => oversight.decideRaise(caseFile, by, '社区办不了'),
  'assign-down': (caseFile, by) => oversight.decideAssignDown(caseFile, by, '社区能办'),
}

/** What a case can be besides its status, each made by hand. */
const facets = {
  plain: {},
  claimed: { claimedBy: 'post-of-another' },
  checking: { check: { postId: 'post-4', askedAt: now } },
  assisting: { assistants: [{ unitId: 'unit-7', isDone: false }] },
  returned: { returnedBy: 'unit-5' },
  disputed: { dispute: { unitId: 'unit-1', reason: '属水务', by: 'handler' } },
  'extension-asked': { extension: { reason: '缺料', by: 'handler', isApproved: false } },
  'extension-approved': { extension: { reason: '缺料', by: 'handler', isApproved: true } },
  'suspension-asked': { suspension: { reason: '等季节', by: 'handler', until } },
  suspended: { suspendedUntil: until },
  'appeal-asked': { appeal: { reason: '暴雨', by: 'handler', supportedBy: null } },
  'appeal-supported': { appeal: { reason: '暴雨', by: 'handler', supportedBy: 'chief' } },
  'leave-out-asked': { leaveOut: { reason: '重复反映', note: '第三次', by: 'another' } },
  'left-out': { leftOut: { reason: '重复反映', note: '第三次', askedBy: 'another', by: 'chief', at: now } },
  linked: { links: [{ caseId: 'other', number: other.number }] },
  'at-the-street': { level: 'street', workPath: '1' },
  'at-the-top': { level: 'district', workPath: null },
} as const satisfies Record<string, Partial<CaseFile['procedure']>>
type Facet = keyof typeof facets
const facetNames = Object.keys(facets) as Facet[]

interface Life {
  readonly from: readonly CaseStatus[]
  readonly by: string
  readonly to: CaseStatus | 'same'
  /** Only then … */
  readonly only?: Facet | readonly Facet[]
  /** … and not while. */
  readonly not?: readonly Facet[]
  /** Another post's claim stands in the way. */
  readonly claim?: true
}
const pool: readonly CaseStatus[] = ['reported', 'accepted']
const early: readonly CaseStatus[] = ['reported', 'accepted', 'filed']
const running: readonly CaseStatus[] = [...early, 'dispatched', 'handled', 'verified']
const held: readonly Facet[] = ['suspended', 'disputed']

/** The life of a case, written out once more by hand: what each action needs and where it leads. */
const life: Record<CaseAction, Life> = {
  // the seven steps
  accept: { from: ['reported'], by: 'cases.accept', to: 'accepted', claim: true },
  refuse: { from: pool, by: 'cases.accept', to: 'refused', not: ['checking'], claim: true },
  join: { from: pool, by: 'cases.accept', to: 'joined', claim: true },
  file: { from: ['accepted'], by: 'cases.file', to: 'filed', not: ['checking'] },
  dispatch: { from: ['filed'], by: 'cases.dispatch', to: 'dispatched' },
  return: { from: ['dispatched'], by: 'cases.handle', to: 'filed', not: held },
  handle: { from: ['dispatched'], by: 'cases.handle', to: 'handled', not: [...held, 'assisting'] },
  verify: { from: ['handled'], by: 'cases.verify', to: 'verified' },
  close: { from: ['verified'], by: 'cases.close', to: 'closed' },
  rework: { from: ['verified'], by: 'cases.close', to: 'dispatched' },
  rate: { from: ['closed'], by: 'cases.rate', to: 'same' },
  // pool
  claim: { from: pool, by: 'cases.accept', to: 'same', not: ['claimed'] },
  release: { from: pool, by: 'cases.accept', to: 'same', only: 'claimed', claim: true },
  assign: { from: pool, by: 'cases.file', to: 'same' },
  // looking on the spot
  'ask-check': { from: pool, by: 'cases.accept', to: 'same', not: ['checking'], claim: true },
  'report-check': { from: pool, by: 'cases.verify', to: 'same', only: 'checking' },
  'ask-verifier': { from: ['handled'], by: 'cases.close', to: 'same' },
  'handle-on-spot': { from: ['reported'], by: 'cases.report', to: 'closed' },
  // several units, several cases
  'assist-done': { from: ['dispatched'], by: 'cases.handle', to: 'same', only: 'assisting' },
  split: { from: ['filed', 'dispatched'], by: 'cases.dispatch', to: 'same', not: held },
  link: { from: [...running, 'closed'], by: 'cases.accept', to: 'same' },
  unlink: { from: [...running, 'closed'], by: 'cases.accept', to: 'same', only: 'linked' },
  dispute: { from: ['dispatched'], by: 'cases.handle', to: 'same', not: held },
  rule: { from: ['dispatched'], by: 'cases.dispatch', to: 'same', only: 'disputed' },
  // more time, rest, excuse
  'ask-extension': {
    from: ['dispatched'],
    by: 'cases.handle',
    to: 'same',
    not: [...held, 'extension-asked', 'extension-approved'],
  },
  'answer-extension': { from: ['dispatched'], by: 'cases.approve', to: 'same', only: 'extension-asked' },
  'confirm-extension': { from: ['dispatched'], by: 'cases.dispatch', to: 'same', only: 'extension-approved' },
  'ask-suspension': { from: ['dispatched'], by: 'cases.handle', to: 'same', not: [...held, 'suspension-asked'] },
  'answer-suspension': { from: ['dispatched'], by: 'cases.dispatch', to: 'same', only: 'suspension-asked' },
  resume: { from: ['dispatched'], by: 'cases.handle', to: 'same', only: 'suspended' },
  appeal: { from: ['closed'], by: 'cases.handle', to: 'same', not: ['appeal-asked', 'appeal-supported'] },
  'review-appeal': { from: ['closed'], by: 'cases.close', to: 'same', only: 'appeal-asked' },
  'confirm-appeal': { from: ['closed'], by: 'cases.supervise', to: 'same', only: 'appeal-supported' },
  // left out of the rates by hand, at any time
  'ask-leave-out': {
    from: caseStatuses,
    by: 'cases.leave-out',
    to: 'same',
    not: ['leave-out-asked', 'left-out'],
  },
  'answer-leave-out': { from: caseStatuses, by: 'cases.leave-out', to: 'same', only: 'leave-out-asked' },
  'count-again': { from: caseStatuses, by: 'cases.leave-out', to: 'same', only: 'left-out' },
  // from above, and from the reporter
  reopen: { from: ['closed'], by: 'cases.rate', to: 'filed' },
  urge: { from: running, by: 'cases.supervise', to: 'same', not: ['suspended'] },
  instruct: { from: running, by: 'cases.instruct', to: 'same' },
  void: { from: early, by: 'cases.supervise', to: 'voided', not: ['returned'] },
  'force-close': {
    from: ['filed', 'dispatched', 'handled', 'verified'],
    by: 'cases.supervise',
    to: 'closed',
    not: ['returned'],
  },
  raise: { from: early, by: 'cases.move-level', to: 'same', not: ['at-the-top'] },
  'assign-down': { from: early, by: 'cases.move-level', to: 'same', only: ['at-the-street', 'at-the-top'] },
}
const permissions = [...new Set(Object.values(caseActions).map(rule => rule.permission))]

function expected(action: CaseAction, status: CaseStatus, facet: Facet, permission: string): string {
  const { from, by, only, not, claim } = life[action]
  if (permission !== by) return 'cases/not-allowed'
  if (!from.includes(status)) return 'cases/not-in-this-status'
  // Written as a bar in the table of the program: what is at the bottom cannot go down.
  const isMissing = only !== undefined && ![only].flat().includes(facet)
  if (isMissing) return action === 'assign-down' ? 'cases/held-up' : 'cases/not-in-this-status'
  if (not?.includes(facet)) return 'cases/held-up'
  return claim && facet === 'claimed' ? 'cases/claimed-by-another' : 'done'
}

describe.each(caseActionNames)('%s', action => {
  const states = caseStatuses.flatMap(status => facetNames.map(facet => [status, facet] as const))
  test.each(states)('on a case that is %s and %s, by everybody', (status, facet) => {
    const plain = inStatus(status)
    const procedure = { ...plain.procedure, closedAt: status === 'closed' ? now : null, ...facets[facet] }
    const caseFile: CaseFile = { ...plain, procedure }
    for (const permission of permissions) {
      const actor = actorWith([everywhere(permission)])
      const answer = attempts[action](caseFile, { actor, now, settings, seen: caseFile.version })
      const shouldBe = expected(action, status, facet, permission)
      expect(isRefusal(answer) ? answer.code : 'done', permission).toBe(shouldBe)
      expect(decide.allowedActions(caseFile, actor).includes(action)).toBe(shouldBe === 'done')
      if (isRefusal(answer)) continue
      const after = applyCaseEvent(caseFile, answer as CaseEvent)
      const { to } = life[action]
      expect(after.status).toBe(to === 'same' ? status : to)
      expect(after.version).toBe(caseFile.version + 1)
    }
  })

  test('by someone without any grant', () => {
    for (const status of caseStatuses) {
      const answer = attempts[action](inStatus(status), { actor: actorWith([]), now, settings, seen: 5 })
      expect(answer).toMatchObject({ code: 'cases/not-allowed' })
    }
  })

  test.runIf(action !== 'rate' && action !== 'reopen')('of a version that has passed', () => {
    const { from, only } = life[action]
    const plain = inStatus(from[0]!)
    const facet = only === undefined ? 'plain' : [only].flat()[0]!
    const caseFile: CaseFile = { ...plain, procedure: { ...plain.procedure, ...facets[facet] } }
    const actor = actorWith([everywhere(life[action].by)])
    expect(attempts[action](caseFile, { actor, now, settings, seen: 4 })).toMatchObject({
      code: 'cases/changed-meanwhile',
      detail: { status: caseFile.status, version: 5 },
    })
  })
})

test('the state of a case is told only to those who may act on it', () => {
  const answer = decide.decideAccept(inStatus('closed'), { actor: actorWith([]), now, settings, seen: 1 })
  expect(answer).toMatchObject({ code: 'cases/not-allowed', detail: { action: 'accept' } })
})

test('ten thousand random histories: the case is what its history says, and its clocks agree with where it stands', () => {
  const everything = actorWith(permissions.map(everywhere))
  const minutes = fc.integer({ min: 1, max: 60 * 24 * 20 })
  const walk = fc.array(
    fc.tuple(fc.constantFrom(...caseActionNames), minutes, fc.constantFrom('one', 'two', 'three')),
    {
      maxLength: 40,
    },
  )
  fc.assert(
    fc.property(walk, steps => {
      const born: CaseReported = { ...reported, starts: startsWith(null, base, reported, settings) }
      let caseFile = beginCase(born)
      const history: CaseEvent[] = [born]
      let at = Date.parse(now)
      for (const [action, later, personId] of steps) {
        at += later * 60_000
        const by = {
          actor: { ...everything, personId },
          now: new Date(at).toISOString(),
          settings,
          seen: caseFile.version,
        }
        const answer = attempts[action](caseFile, by)
        if (isRefusal(answer)) continue
        const decided = answer as CaseEvent
        const starts = startsWith(caseFile, applyCaseEvent(caseFile, decided), decided, settings)
        const event = { ...decided, starts }
        history.push(event)
        caseFile = applyCaseEvent(caseFile, event)
        clocksAgree(caseFile)
      }
      expect(reduceCase(history)).toEqual(caseFile)
      expect(caseFile).toMatchObject({ number: base.number, place: base.place, version: history.length })
    }),
    { numRuns: 10_000 },
  )
}, 120_000)

function clocksAgree({ status, procedure }: CaseFile): void {
  const { timers } = procedure
  expect(new Set(timers.map(({ name }) => name)).size).toBe(timers.length)
  const runs = timers.filter(({ marks }) => !marks.some(({ kind }) => kind === 'stop')).map(({ name }) => name)
  const task = nextAction[status]
  if (task === null) {
    expect(runs).toEqual([])
    return
  }
  // One stage runs, the whole runs, and beside them only what was really asked.
  expect(runs.filter(name => name in settings.limits && name !== 'claim')).toEqual(
    expect.arrayContaining(['whole', task]),
  )
  const stages = ['accept', 'file', 'dispatch', 'handle', 'verify', 'close']
  expect(runs.filter(name => stages.includes(name))).toEqual([task])
  expect(runs.includes('check')).toBe(procedure.check !== null)
  expect(runs.includes('rule')).toBe(procedure.dispute !== null)
  const now = timers.find(({ name }) => name === task)!
  const rests = now.marks.some(mark => mark.kind === 'resume' && mark.at === procedure.suspendedUntil)
  expect(rests).toBe(procedure.suspendedUntil !== null)
}

test('every condition of the table can be made, and is not so on a new case', () => {
  for (const [name, holds] of Object.entries(conditions)) {
    if (name !== 'at-the-bottom') expect(holds(base), name).toBe(false)
  }
})

test('every status either waits for somebody who may act, or is an end', () => {
  for (const status of caseStatuses) {
    const action = nextAction[status]
    if (action !== null) expect(caseActions[action].from).toContain(status)
  }
})
