import { isRefusal, type Refusal } from '#platform/kernel/common/refusal.ts'
import type { InputOf } from '#platform/contract/common/endpoint.ts'
import type { CaseEvent, CaseFile } from '../common/case-file.ts'
import type { handleCase, returnCase, verifyCase } from '../common/contract.ts'
import type {
  askExtension,
  askSuspension,
  assistDone,
  disputeCase,
  reportCheck,
  resumeCase,
} from '../common/contract-procedure.ts'
import { type Deciding, decideHandle, decideReturn, decideVerify } from '../common/decide.ts'
import * as relief from '../common/procedure/relief.ts'
import * as side from '../common/procedure/side-steps.ts'
import { optionalText, requiredText } from '../common/texts.ts'

/** The steps of a case that may wait on the phone, each with what it is told. */
export interface PhoneSteps {
  readonly 'cases.verify': InputOf<typeof verifyCase>
  readonly 'cases.report-check': InputOf<typeof reportCheck>
  readonly 'cases.handle': InputOf<typeof handleCase>
  readonly 'cases.return': InputOf<typeof returnCase>
  readonly 'cases.assist-done': InputOf<typeof assistDone>
  readonly 'cases.ask-extension': InputOf<typeof askExtension>
  readonly 'cases.ask-suspension': InputOf<typeof askSuspension>
  readonly 'cases.dispute': InputOf<typeof disputeCase>
  readonly 'cases.resume': InputOf<typeof resumeCase>
}
export type PhoneStep = keyof PhoneSteps

export interface Facts extends Omit<Deciding, 'seen'> {
  /** Only the calendar knows; as it stood when the phone last heard. */
  readonly isOverdue: boolean
}

type Rule<Step extends PhoneStep> = (
  caseFile: CaseFile,
  by: Deciding,
  input: PhoneSteps[Step],
  facts: Facts,
) => CaseEvent | Refusal

/** With text that is there, the rule of the server; else its refusal. */
function withText<T extends string | null>(text: T | Refusal, then: (text: T) => CaseEvent | Refusal) {
  return isRefusal(text) ? text : then(text)
}

const rules: { readonly [Step in PhoneStep]: Rule<Step> } = {
  'cases.verify': (file, by, { passed, note, photos = [] }) =>
    withText(optionalText('note', note), text => decideVerify(file, by, { passed, note: text, photos })),
  'cases.report-check': (file, by, { isTrue, note, photos = [] }) =>
    withText(requiredText('note', note), text => side.decideReportCheck(file, by, { isTrue, note: text, photos })),
  // Who verifies is chosen by the server: who is near and on duty when it arrives.
  'cases.handle': (file, by, { note, photos = [], materials = [] }) =>
    withText(requiredText('note', note), text =>
      decideHandle(file, by, { note: text, materials, photos, verifierPostId: file.postId }),
    ),
  'cases.return': (file, by, { reason }) =>
    withText(requiredText('reason', reason), text => decideReturn(file, by, text)),
  'cases.assist-done': (file, by, { note }) =>
    withText(requiredText('note', note), text => side.decideAssistDone(file, by, text)),
  'cases.ask-extension': (file, by, { reason }, { isOverdue }) =>
    withText(requiredText('reason', reason), text => relief.decideAskExtension(file, by, { reason: text, isOverdue })),
  'cases.ask-suspension': (file, by, { reason, until }) =>
    withText(requiredText('reason', reason), text => relief.decideAskSuspension(file, by, { reason: text, until })),
  'cases.dispute': (file, by, { reason }) =>
    withText(requiredText('reason', reason), text => relief.decideDispute(file, by, text)),
  'cases.resume': (file, by, { note }) =>
    withText(optionalText('note', note), text => relief.decideResume(file, by, text)),
}

export const phoneSteps = Object.keys(rules) as PhoneStep[]

export function isPhoneStep(command: string): command is PhoneStep {
  return command in rules
}

/** What becomes of the case by the server's own rules, as far as the phone knows it. */
export function decideOnPhone<Step extends PhoneStep>(
  step: Step,
  input: PhoneSteps[Step],
  caseFile: CaseFile,
  facts: Facts,
): CaseEvent | Refusal {
  const { actor, now, settings } = facts
  return rules[step](caseFile, { actor, now, settings, seen: input.version }, input, facts)
}
