import type { RolePermission, Scope } from '#modules/identity/common/index.ts'
import type { NewRole } from '#modules/identity/server/index.ts'

/**
 * A kind of post and what it may do, as a new database gets it; one from before gets at its next start what was added here
 * since. The security administrator may change it afterwards.
 */
export interface RoleTemplate {
  readonly id: string
  readonly name: { readonly 'zh-CN': string; readonly en: string }
  readonly permissions: readonly RolePermission[]
}

/** Whoever holds a post reads what binds it, and is asked to; and may call for help, from wherever they are. */
const everyPost: readonly RolePermission[] = [
  { permission: 'help.call', scope: 'own' },
  { permission: 'help.read', scope: 'own' },
  { permission: 'institutions.read', scope: 'everywhere' },
  { permission: 'institutions.acknowledge', scope: 'own' },
]

function role(id: string, chinese: string, english: string, given: Partial<Record<Scope, readonly string[]>>) {
  const permissions = Object.entries(given).flatMap(([scope, words]) =>
    words.map(permission => ({ permission, scope: scope as Scope })),
  )
  const bound = id === 'resident' ? [] : everyPost
  return { id, name: { 'zh-CN': chinese, en: english }, permissions: [...permissions, ...bound] } satisfies RoleTemplate
}

/** Every member of staff finds colleagues and places. */
const staff = {
  everywhere: [
    'routing.see-shifts',
    'cases.see-units',
    'grid.read',
    'places.read',
    'posts.read',
    'identity.see-people',
    'worktime.read',
    'catalogue.read',
    'campaigns.know',
  ],
} as const

/** Seen in the place one answers for; the work itself goes to those whose it is. */
const watches = ['cases.read', 'cases.report']

/** A hotline desk is a unit: its calls are its own, wherever the matters lie. */
const hotlineDesk = ['hotline.answer', 'hotline.see-caller', 'hotline.call-back']

/** The centre knows where matters go. */
const sendsOn = { ...staff, everywhere: [...staff.everywhere, 'routing.read'] } as const

/** What one reported oneself is seen wherever it lies: outside one's own grid, or in none. */
const reports = { ...staff, own: ['cases.read'] } as const
const atCentre = { ...sendsOn, own: ['cases.read'] } as const

/** Where housing, shops and facilities are is needed by everybody who works on the ground. */
const seesPlaces = ['registry.read-places']
/** Whoever serves people knows them; every look at a person is on record. */
const seesPeople = [...seesPlaces, 'registry.read', 'registry.see-contact']
const keepsPeople = [...seesPeople, 'registry.write']
/** Each list of people who need care opens by a word of its own; the list of the ill is fewer people's. */
const careLists = [
  'registry.care-old-alone',
  'registry.care-disabled',
  'registry.care-children',
  'registry.care-veterans',
]

/** Whoever goes to people keeps a diary and answers it; what others wrote is for the community to read. */
const ownDiary = ['diary.read', 'diary.answer', 'diary.see-person']
const communityDiary = ['diary.write', ...ownDiary]

/** Whoever goes to people tells of it; what others wrote is for the community to read. */
const visits = ['visits.write', 'visits.read']

/** Whoever settles disputes on the spot writes them down; what others wrote is for the community to read. */
const mediates = ['mediation.write', 'mediation.read']

/** Patrols are walked by the post that a plan names; it sees its own rounds. */
const walks = ['patrol.walk', 'patrol.read']

/** Is told at once when somebody on the ground calls for help, and sees to it. */
const helps = ['help.read', 'help.answer']

/** A post may own a campaign or a task of a programme, and be ordered to put points right. */
const leadsCampaigns = ['campaigns.manage', 'campaigns.handle']
const surveys = ['campaigns.survey', 'campaigns.read']

/**
 * The posts of `mission.md`, People. Source of who does what: the seven steps of the national procedure
 * (docs/glossary.md names them); which post exists at which level is local practice, so all of it can be changed.
 */
export const roleTemplates: readonly RoleTemplate[] = [
  role('resident', '居民', 'Resident', { own: ['cases.read', 'cases.rate'] }),
  role('grid-worker', '网格员', 'Grid worker', {
    ...staff,
    own: [...reports.own, ...ownDiary, 'visits.read', 'mediation.read'],
    place: [
      ...surveys,
      ...watches,
      'diary.write',
      ...keepsPeople,
      'registry.visit-care',
      'visits.write',
      'mediation.write',
    ],
    post: ['campaigns.handle', 'cases.read', 'cases.verify', ...walks],
  }),
  role('building-head', '楼门（院）长', 'Building head', {
    own: ['cases.read'],
    place: ['cases.report'],
    post: [...walks, 'relay.pass'],
  }),
  role('cleaner', '保洁员', 'Cleaner', {
    own: ['cases.read'],
    place: ['cases.report'],
    post: [...walks, 'cleaning.own'],
  }),
  role('grid-lead', '网格长', 'Grid lead', {
    ...reports,
    place: [
      ...mediates,
      ...helps,
      'relay.write',
      'cleaning.read',
      ...surveys,
      ...watches,
      'cases.move-level',
      'places.see-phones',
      'identity.substitute',
      ...communityDiary,
      ...keepsPeople,
      'registry.visit-care',
      'registry.settle',
      'registry.figures',
      'patrol.read',
      'patrol.plan',
      ...visits,
    ],
    post: [...leadsCampaigns, 'patrol.walk'],
  }),
  role('road-chief', '路长', 'Road chief', {
    ...reports,
    place: ['campaigns.read', ...watches, ...seesPlaces, 'patrol.read', 'cleaning.read', 'cleaning.check'],
    post: ['patrol.walk'],
  }),
  role('acceptor', '受理员', 'Acceptor', {
    ...atCentre,
    place: [...watches, 'cases.accept', 'cases.see-reporter'],
    unit: hotlineDesk,
  }),
  role('duty-chief', '值班长', 'Duty chief', {
    ...atCentre,
    place: [
      ...helps,
      ...watches,
      'cases.accept',
      'cases.file',
      'cases.close',
      'cases.move-level',
      'cases.see-reporter',
      'cases.edit-texts',
      'exchange.sheets',
    ],
    unit: [...hotlineDesk, 'hotline.edit-articles', 'routing.plan-shifts'],
  }),
  role('dispatcher', '派遣员', 'Dispatcher', { ...atCentre, place: [...watches, 'cases.dispatch'] }),
  role('department-handler', '处置人员', 'Department handler', {
    ...staff,
    post: [...leadsCampaigns],
    unit: [
      'campaigns.handle',
      'campaigns.read',
      'cases.read',
      'cases.handle',
      'cases.approve',
      'coordination.answer',
      'supervision.reply',
    ],
  }),
  role('window-clerk', '窗口人员', 'Window clerk', {
    ...staff,
    place: ['cases.report', ...keepsPeople, 'registry.see-identity', 'registry.print-looks'],
    own: ['cases.read'],
  }),
  role('civil-affairs-officer', '民政干事', 'Civil-affairs officer', {
    ...reports,
    place: [
      ...watches,
      ...communityDiary,
      ...seesPeople,
      'registry.see-identity',
      'registry.see-health',
      'registry.see-income',
      ...careLists,
      'registry.care-patients',
      'registry.export',
      'registry.figures',
      ...visits,
    ],
  }),
  role('committee-member', '居委会成员', 'Community committee member', {
    ...reports,
    post: [...leadsCampaigns],
    place: [
      ...mediates,
      ...helps,
      'relay.write',
      'cleaning.read',
      ...surveys,
      ...watches,
      'cases.move-level',
      ...communityDiary,
      ...keepsPeople,
      'registry.see-identity',
      'registry.settle',
      'registry.export',
      ...careLists,
      'registry.figures',
      'registry.print-looks',
      'patrol.read',
      'patrol.plan',
      ...visits,
    ],
  }),
  role('street-centre', '街道指挥中心', 'Street command centre', {
    ...atCentre,
    post: ['campaigns.manage'],
    unit: ['routing.plan-shifts'],
    place: [
      ...helps,
      'relay.write',
      'cleaning.read',
      'cleaning.decide',
      ...surveys,
      'campaigns.set-up',
      ...watches,
      'routing.edit',
      'grid.see-drafts',
      'grid.draw',
      'cases.accept',
      'cases.file',
      'cases.dispatch',
      'cases.close',
      'cases.edit-texts',
      'cases.move-level',
      'cases.instruct',
      'supervision.board',
      'coordination.blow',
      'coordination.read',
      'places.edit',
      'institutions.edit',
      'posts.edit',
      'identity.substitute',
      'places.see-phones',
      'supervision.issue',
      ...ownDiary,
      'patrol.read',
      'patrol.plan',
      'exchange.sheets',
      ...seesPlaces,
      'registry.read',
      'registry.figures',
    ],
  }),
  role('district-hub', '区级指挥中枢', 'District hub', {
    post: ['campaigns.manage'],
    // What was raised to the district waits here, and no street's own queue.
    district: ['cases.accept', 'cases.file', 'cases.dispatch', 'cases.close'],
    everywhere: [
      'cleaning.read',
      'cleaning.decide',
      'campaigns.read',
      'campaigns.set-up',
      ...sendsOn.everywhere,
      ...watches,
      'routing.edit',
      'routing.plan-shifts',
      'grid.see-drafts',
      'grid.draw',
      'grid.approve',
      'settings.read',
      'catalogue.edit',
      'cases.move-level',
      'cases.instruct',
      'cases.leave-out',
      'supervision.board',
      'coordination.blow',
      'coordination.read',
      'places.edit',
      'institutions.edit',
      'posts.edit',
      'identity.substitute',
      'places.see-phones',
      'supervision.issue',
      'supervision.instruct',
      'diary.read',
      'patrol.read',
      'exchange.sheets',
      ...seesPlaces,
      'registry.figures',
    ],
  }),
  // For a post at a district or a city, above the leads of its streets: settles who was entered in two of them.
  role('library-keeper', '基础库管理员', 'Library keeper', {
    ...staff,
    place: [...seesPeople, 'registry.see-identity', 'registry.settle', 'registry.figures'],
  }),
  role('supervisor', '督查', 'Supervisor', {
    everywhere: [
      'cleaning.read',
      'cleaning.check',
      'campaigns.read',
      ...sendsOn.everywhere,
      'cases.read',
      'grid.see-drafts',
      'settings.read',
      'cases.supervise',
      'cases.leave-out',
      'diary.read',
      'patrol.read',
      'hotline.figures',
      'supervision.board',
      'coordination.read',
      'supervision.issue',
    ],
  }),
  role('assessor', '考核', 'Assessor', {
    everywhere: ['campaigns.read', 'cleaning.read', ...staff.everywhere, 'cases.read'],
  }),
  role('personnel-officer', '人事', 'Personnel officer', {
    everywhere: [...staff.everywhere, 'posts.edit', 'identity.substitute'],
  }),
  role('system-administrator', '系统管理员', 'System administrator', {
    everywhere: [
      ...staff.everywhere,
      'identity.manage-accounts',
      'jobs.read',
      'jobs.retry',
      'settings.read',
      'settings.edit',
      'worktime.edit',
      'exchange.manage',
      'catalogue.edit',
    ],
  }),
  role('security-administrator', '安全管理员', 'Security administrator', {
    everywhere: [...staff.everywhere, 'identity.manage-access', 'registry.protect', 'keys.rotate'],
  }),
  role('audit-administrator', '审计管理员', 'Audit administrator', {
    everywhere: ['audit.read', 'identity.see-people', 'registry.see-looks'],
  }),
]

/** The same, as identity keeps them. */
export const shippedRoles: readonly NewRole[] = roleTemplates.map(({ id, name, permissions }) => {
  return { code: id, name: name['zh-CN'], permissions }
})
