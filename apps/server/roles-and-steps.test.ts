import { expect, test } from 'vitest'
import {
  allowedActions,
  beginCase,
  type CaseAction,
  caseActionNames,
  caseActions,
  type CaseFile,
  caseStatuses,
} from '#modules/cases/common/index.ts'
import type { Actor, Grant } from '#platform/authz/common/grants.ts'
import { type RoleTemplate, roleTemplates } from './roles.ts'

const at = '2026-09-15T02:00:00.000Z'
const reported = beginCase({
  ...{ type: 'case.reported', at, by: 'lin', postId: null, caseId: 'one', number: '370113-2026-000001' },
  ...{ source: 'resident', title: null, description: '门口有垃圾', photos: [], madeAt: null, clockOffSeconds: null },
  place: {
    ...{ point: null, accuracyMetres: null, frame: null, address: null, noGrid: false },
    ...{ gridPath: '1.2.3', gridNames: ['街道', '管理区', '社区'] },
  },
})

/** What can be so besides the status; in each, whoever is asked is the one who asks here. */
const standings: readonly Partial<CaseFile['procedure']>[] = [
  {},
  { claimedBy: 'post-1' },
  { check: { postId: 'post-1', askedAt: at } },
  { assistants: [{ unitId: 'unit-1', isDone: false }] },
  { dispute: { unitId: 'unit-1', reason: '属水务', by: 'handler' } },
  { extension: { reason: '缺料', by: 'handler', isApproved: false } },
  { extension: { reason: '缺料', by: 'handler', isApproved: true } },
  { suspension: { reason: '等季节', by: 'handler', until: at } },
  { suspendedUntil: at },
  { appeal: { reason: '暴雨', by: 'handler', supportedBy: null } },
  { appeal: { reason: '暴雨', by: 'handler', supportedBy: 'chief' } },
  { leaveOut: { reason: '重复反映', note: '第三次', by: 'another' } },
  { leftOut: { reason: '重复反映', note: '第三次', askedBy: 'another', by: 'chief', at } },
  { links: [{ caseId: 'other', number: '370113-2026-000002' }] },
  { returnedBy: 'unit-5' },
  { level: 'street', workPath: '1' },
  { level: 'district', workPath: null },
]
const cases = caseStatuses.flatMap(status =>
  standings.map((standing): CaseFile => {
    const asked = { unitId: 'unit-1', postId: 'post-1', ownerId: 'somebody' }
    return { ...reported, ...asked, status, procedure: { ...reported.procedure, ...standing } }
  }),
)

const within = {
  everywhere: { kind: 'everywhere' },
  district: { kind: 'above-grids' },
  place: { kind: 'subtree', path: '1' },
  unit: { kind: 'own-unit' },
  post: { kind: 'own-post' },
  own: { kind: 'own' },
} as const satisfies Record<string, Grant['within']>

const actorWith = (grants: readonly Grant[]): Actor => ({
  ...{ personId: 'somebody', postId: 'post-1', unitId: 'unit-1' },
  grants,
})
const holderOf = ({ permissions }: RoleTemplate) =>
  actorWith(permissions.map(({ permission, scope }) => ({ permission, within: within[scope] })))

const centre = ['acceptor', 'duty-chief', 'street-centre']
const chiefs = ['duty-chief', 'street-centre']
const dispatchers = ['dispatcher', 'street-centre']
const department = ['department-handler']
const keepers = ['supervisor', 'district-hub']
const levels = ['grid-lead', 'duty-chief', 'committee-member', 'street-centre', 'district-hub']

/** Who takes which step, written by hand from the seven steps of the procedure; held against roles and action table. */
const whoMay: Record<Exclude<CaseAction, 'handle-on-spot'>, readonly string[]> = {
  claim: centre,
  release: centre,
  assign: chiefs,
  accept: centre,
  refuse: centre,
  join: centre,
  'ask-check': centre,
  'report-check': ['grid-worker'],
  file: chiefs,
  dispatch: dispatchers,
  split: dispatchers,
  link: centre,
  unlink: centre,
  return: department,
  handle: department,
  'assist-done': department,
  dispute: department,
  rule: dispatchers,
  'ask-extension': department,
  'answer-extension': department,
  'confirm-extension': dispatchers,
  'ask-suspension': department,
  'answer-suspension': dispatchers,
  resume: department,
  verify: ['grid-worker'],
  'ask-verifier': chiefs,
  close: chiefs,
  rework: chiefs,
  appeal: department,
  'review-appeal': chiefs,
  'confirm-appeal': ['supervisor'],
  'ask-leave-out': keepers,
  'answer-leave-out': keepers,
  'count-again': keepers,
  rate: ['resident'],
  reopen: ['resident'],
  urge: ['supervisor'],
  instruct: ['street-centre', 'district-hub'],
  void: ['supervisor'],
  'force-close': ['supervisor'],
  raise: levels,
  'assign-down': levels,
}

/** What was raised above the grids is the hub's alone, in the steps that are taken at a level. */
function takers(action: Exclude<CaseAction, 'handle-on-spot'>, { procedure }: CaseFile): readonly string[] {
  const rule: { readonly permission: string; readonly at?: string } = caseActions[action]
  return rule.at === 'level' && procedure.level === 'district' ? ['district-hub'] : whoMay[action]
}
const onSpot = new Set(['grid-worker', 'building-head', 'cleaner'])

const somebodyWhoMayAll = actorWith(
  [...new Set(roleTemplates.flatMap(role => role.permissions.map(({ permission }) => permission)))].map(permission => ({
    permission,
    within: within.everywhere,
  })),
)

test.each(roleTemplates.map(role => [role.id, role] as const))('%s, at every case there can be', (id, role) => {
  const actor = holderOf(role)
  for (const caseFile of cases) {
    const possible = allowedActions(caseFile, somebodyWhoMayAll).filter(action => action !== 'handle-on-spot')
    const shouldBe = possible.filter(action => takers(action as keyof typeof whoMay, caseFile).includes(id))
    const may = allowedActions(caseFile, actor)
    const what = `${caseFile.status} ${JSON.stringify(caseFile.procedure)}`
    expect(
      may.filter(action => action !== 'handle-on-spot'),
      what,
    ).toEqual(shouldBe)
    if (onSpot.has(id)) expect(may.includes('handle-on-spot'), what).toBe(caseFile.status === 'reported')
  }
})

test('every step can be taken at some case, and by some role', () => {
  const taken = new Set(roleTemplates.flatMap(role => cases.flatMap(one => allowedActions(one, holderOf(role)))))
  expect([...taken].sort()).toEqual([...caseActionNames].sort())
})
