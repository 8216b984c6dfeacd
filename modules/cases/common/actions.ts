import { type CaseStatus, caseStatuses } from './case-file.ts'
import type { Condition } from './conditions.ts'

/** The words of this module and what each lets a person do, as the security administrator reads it. */
export const casesPermissions = {
  'cases.read': { 'zh-CN': '查看案卷', en: 'See cases' },
  'cases.report': {
    'zh-CN': '以工作人员身份上报、现场处理简易案卷',
    en: 'Report cases as staff, settle simple ones on the spot',
  },
  'cases.accept': {
    'zh-CN': '认领、受理、不予受理、核实、并入重复案卷',
    en: 'Claim, accept or refuse reports, have them checked, join duplicates',
  },
  'cases.file': { 'zh-CN': '立案、指定受理岗位', en: 'File cases under a class, give them to a post' },
  'cases.dispatch': {
    'zh-CN': '派遣、拆分、裁定、审批延期和挂起',
    en: 'Dispatch and split cases, rule on disputes, answer extensions and suspensions',
  },
  'cases.handle': {
    'zh-CN': '处置、退回、申请延期、挂起、申诉',
    en: 'Handle or return cases, ask for time, a rest, or an appeal',
  },
  'cases.approve': { 'zh-CN': '本单位审批延期申请', en: 'Approve the own unit’s requests for more time' },
  'cases.verify': { 'zh-CN': '现场核实、核查', en: 'Check and verify on the spot' },
  'cases.close': { 'zh-CN': '结案、返工、初审申诉', en: 'Close cases, send them back, review appeals first' },
  'cases.supervise': {
    'zh-CN': '催办、作废、强制结案、复审申诉',
    en: 'Urge, void and force-close cases, review appeals last',
  },
  'cases.leave-out': {
    'zh-CN': '申请、审批统计剔除，恢复计入',
    en: 'Ask or agree that rates leave a case out, have it counted again',
  },
  'cases.instruct': { 'zh-CN': '批示', en: 'Give instructions on cases' },
  'cases.move-level': { 'zh-CN': '上报上级、下派下级', en: 'Raise cases a level, or assign them down' },
  'cases.rate': { 'zh-CN': '评价自己反映的问题、要求重新办理', en: 'Rate what one reported, or reopen it' },
  'cases.see-units': { 'zh-CN': '查看可派遣的单位', en: 'See which units take cases' },
  'cases.edit-texts': { 'zh-CN': '维护常用语', en: 'Keep the standard texts' },
  'cases.see-reporter': {
    'zh-CN': '查看反映人的姓名和电话（须写明理由，留痕）',
    en: 'See the name and phone of a reporter (with a reason, on record)',
  },
} as const

export type CasesPermission = keyof typeof casesPermissions

export interface ActionRule {
  readonly from: readonly CaseStatus[]
  readonly permission: CasesPermission
  /** All of these must be so … */
  readonly when?: readonly Condition[]
  /** … and none of these. */
  readonly unless?: readonly Condition[]
  /** Where the permission must hold: at the level that works on it, the post that checks, the units that help. */
  readonly at?: 'level' | 'check' | 'assistants'
  /** Somebody else's claim stands in the way. */
  readonly respectsClaim?: boolean
}

const atCentre = ['reported', 'accepted'] as const
const open = ['reported', 'accepted', 'filed', 'dispatched', 'handled', 'verified'] as const
const resting = ['suspended', 'disputed'] as const

/**
 * Who may do what, when. Read by the server before it writes, by the office to draw buttons, and by the field app
 * while it is offline; there is no second copy.
 */
export const caseActions = {
  claim: { from: atCentre, permission: 'cases.accept', at: 'level', unless: ['claimed'] },
  release: { from: atCentre, permission: 'cases.accept', at: 'level', when: ['claimed'], respectsClaim: true },
  assign: { from: atCentre, permission: 'cases.file', at: 'level' },
  accept: { from: ['reported'], permission: 'cases.accept', at: 'level', respectsClaim: true },
  refuse: { from: atCentre, permission: 'cases.accept', at: 'level', unless: ['checking'], respectsClaim: true },
  join: { from: atCentre, permission: 'cases.accept', at: 'level', respectsClaim: true },
  'ask-check': { from: atCentre, permission: 'cases.accept', at: 'level', unless: ['checking'], respectsClaim: true },
  'report-check': { from: atCentre, permission: 'cases.verify', at: 'check', when: ['checking'] },
  'handle-on-spot': { from: ['reported'], permission: 'cases.report' },
  file: { from: ['accepted'], permission: 'cases.file', at: 'level', unless: ['checking'] },
  dispatch: { from: ['filed'], permission: 'cases.dispatch', at: 'level' },
  split: { from: ['filed', 'dispatched'], permission: 'cases.dispatch', at: 'level', unless: resting },
  link: { from: [...open, 'closed'], permission: 'cases.accept' },
  unlink: { from: [...open, 'closed'], permission: 'cases.accept', when: ['linked'] },
  return: { from: ['dispatched'], permission: 'cases.handle', unless: resting },
  handle: { from: ['dispatched'], permission: 'cases.handle', unless: [...resting, 'assisting'] },
  'assist-done': {
    from: ['dispatched'],
    permission: 'cases.handle',
    at: 'assistants',
    when: ['assisting'],
    unless: ['suspended'],
  },
  dispute: { from: ['dispatched'], permission: 'cases.handle', unless: resting },
  rule: { from: ['dispatched'], permission: 'cases.dispatch', at: 'level', when: ['disputed'] },
  'ask-extension': {
    from: ['dispatched'],
    permission: 'cases.handle',
    unless: [...resting, 'extension-asked', 'extension-approved'],
  },
  'answer-extension': { from: ['dispatched'], permission: 'cases.approve', when: ['extension-asked'] },
  'confirm-extension': {
    from: ['dispatched'],
    permission: 'cases.dispatch',
    at: 'level',
    when: ['extension-approved'],
  },
  'ask-suspension': { from: ['dispatched'], permission: 'cases.handle', unless: [...resting, 'suspension-asked'] },
  'answer-suspension': { from: ['dispatched'], permission: 'cases.dispatch', at: 'level', when: ['suspension-asked'] },
  resume: { from: ['dispatched'], permission: 'cases.handle', when: ['suspended'] },
  verify: { from: ['handled'], permission: 'cases.verify' },
  'ask-verifier': { from: ['handled'], permission: 'cases.close', at: 'level' },
  close: { from: ['verified'], permission: 'cases.close', at: 'level' },
  rework: { from: ['verified'], permission: 'cases.close', at: 'level' },
  appeal: { from: ['closed'], permission: 'cases.handle', unless: ['appeal-asked', 'appeal-supported'] },
  'review-appeal': { from: ['closed'], permission: 'cases.close', when: ['appeal-asked'] },
  'confirm-appeal': { from: ['closed'], permission: 'cases.supervise', when: ['appeal-supported'] },
  // At any time: a report counts for the response rate as soon as its limit has passed.
  'ask-leave-out': { from: caseStatuses, permission: 'cases.leave-out', unless: ['leave-out-asked', 'left-out'] },
  'answer-leave-out': { from: caseStatuses, permission: 'cases.leave-out', when: ['leave-out-asked'] },
  'count-again': { from: caseStatuses, permission: 'cases.leave-out', when: ['left-out'] },
  rate: { from: ['closed'], permission: 'cases.rate', unless: ['rated'] },
  reopen: { from: ['closed'], permission: 'cases.rate' },
  urge: { from: open, permission: 'cases.supervise', unless: ['suspended'] },
  instruct: { from: open, permission: 'cases.instruct' },
  void: { from: ['reported', 'accepted', 'filed'], permission: 'cases.supervise', unless: ['returned'] },
  // 回退接收方不能执行下一阶段的主推进: who gets a case back sends it to a department anew, and may not end it past one.
  // (Practice of digital urban management in Yuncheng; refusing and joining end with filing, so they are barred already.)
  'force-close': {
    from: ['filed', 'dispatched', 'handled', 'verified'],
    permission: 'cases.supervise',
    unless: ['returned'],
  },
  raise: {
    from: ['reported', 'accepted', 'filed'],
    permission: 'cases.move-level',
    at: 'level',
    unless: ['at-the-top'],
  },
  'assign-down': {
    from: ['reported', 'accepted', 'filed'],
    permission: 'cases.move-level',
    at: 'level',
    unless: ['at-the-bottom'],
  },
} as const satisfies Record<string, ActionRule>

export type CaseAction = keyof typeof caseActions

export const caseActionNames = Object.keys(caseActions) as [CaseAction, ...CaseAction[]]

/** What a case in this status waits for: the step that moves it on. The same words are the inbox's tasks. */
export const nextAction = {
  reported: 'accept',
  accepted: 'file',
  filed: 'dispatch',
  dispatched: 'handle',
  handled: 'verify',
  verified: 'close',
  closed: null,
  refused: null,
  joined: null,
  voided: null,
} as const satisfies Record<CaseStatus, CaseAction | null>

export const tasks = [
  'accept',
  'file',
  'dispatch',
  'handle',
  'verify',
  'close',
] as const satisfies readonly CaseAction[]
export type CaseTask = (typeof tasks)[number]

/** Questions that wait beside the main step, each for the one who answers it. They are tasks of the inbox too. */
export const sideTasks = [
  { task: 'check', action: 'report-check', when: 'checking' },
  { task: 'assist', action: 'assist-done', when: 'assisting' },
  { task: 'rule', action: 'rule', when: 'disputed' },
  { task: 'answer-extension', action: 'answer-extension', when: 'extension-asked' },
  { task: 'confirm-extension', action: 'confirm-extension', when: 'extension-approved' },
  { task: 'answer-suspension', action: 'answer-suspension', when: 'suspension-asked' },
  { task: 'review-appeal', action: 'review-appeal', when: 'appeal-asked' },
  { task: 'confirm-appeal', action: 'confirm-appeal', when: 'appeal-supported' },
  { task: 'answer-leave-out', action: 'answer-leave-out', when: 'leave-out-asked' },
] as const satisfies readonly { readonly task: string; readonly action: CaseAction; readonly when: Condition }[]
