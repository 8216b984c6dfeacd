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
import { casesAccess } from '#modules/cases/testing.ts'
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

/** The roles of the logins by which the access table speaks, where the two are called otherwise. */
const roleOfLogin: Readonly<Record<string, string>> = {
  handler: 'department-handler',
  'grid-worker-next': 'grid-worker',
  committee: 'committee-member',
  'many-posts': 'grid-lead',
}
/** Where anyone may knock: by a code, or signed in as the one who reported it. */
const ofTheReporter: readonly CaseAction[] = ['rate', 'reopen']

/**
 * Who takes which step: whoever may knock at its door, by the table that people wrote by hand from the seven steps of the
 * procedure. Held against roles and action table here, and against the program by `access.api.test.ts`.
 */
function whoMay(action: CaseAction): readonly string[] {
  if (ofTheReporter.includes(action)) return ['resident']
  const logins: unknown = (casesAccess as Readonly<Record<string, unknown>>)[`cases.${action}`]
  if (!Array.isArray(logins)) throw new Error(`the access table names nobody for ${action}`)
  return logins.map((login: string) => roleOfLogin[login] ?? login)
}

/** What the hub does wherever a case stands. The steps of a centre it takes for what was raised to the district alone. */
const ofTheHub = ['cases.move-level', 'cases.instruct', 'cases.leave-out']

function takers(action: CaseAction, { procedure }: CaseFile): readonly string[] {
  const rule: { readonly permission: string; readonly at?: string } = caseActions[action]
  if (rule.at === 'level' && procedure.level === 'district') return ['district-hub']
  return whoMay(action).filter(role => role !== 'district-hub' || ofTheHub.includes(rule.permission))
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
    const shouldBe = possible.filter(action => takers(action, caseFile).includes(id))
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
