import { classKinds } from '#modules/catalogue/common/index.ts'
import { z } from 'zod'
import { endpoint } from '#platform/contract/common/endpoint.ts'
import { anyStep, Done, photos, photoTrouble, reportCase, seen, text } from './contract.ts'
import { instantNear } from './device-time.ts'

/** The commands of the procedure beside the main path. A request that is answered: `isGranted`, with a note when not. */
const answer = { ...seen, isGranted: z.boolean(), note: text.optional() }
const withReason = z.object({ ...seen, reason: text })
const withNote = z.object({ ...seen, note: text })

export const claimCase = endpoint({
  name: 'cases.claim',
  kind: 'command',
  access: { permission: 'cases.accept' },
  summary: 'Takes a report from the pool for the caller’s post.',
  input: z.object(seen),
  output: Done,
  refusals: anyStep,
})

export const releaseCase = endpoint({
  name: 'cases.release',
  kind: 'command',
  access: { permission: 'cases.accept' },
  summary: 'Puts a claimed report back into the pool.',
  input: z.object(seen),
  output: Done,
  refusals: anyStep,
})

export const assignCase = endpoint({
  name: 'cases.assign',
  kind: 'command',
  access: { permission: 'cases.file' },
  summary: 'Gives a report from the pool to a post.',
  input: z.object({ ...seen, toPostId: z.string().min(1).max(100) }),
  output: Done,
  refusals: [...anyStep, 'cases/unknown-post'],
})

export const askCheck = endpoint({
  name: 'cases.ask-check',
  kind: 'command',
  access: { permission: 'cases.accept' },
  summary: 'Asks the nearest grid worker on duty whether what was reported is so.',
  input: z.object({ ...seen, note: text.optional() }),
  output: Done,
  refusals: [...anyStep, 'cases/nobody-to-check'],
})

export const reportCheck = endpoint({
  name: 'cases.report-check',
  kind: 'command',
  access: { permission: 'cases.verify' },
  summary: 'Answers what was found on the spot. Shows nothing about the reporter.',
  input: z.object({ ...seen, isTrue: z.boolean(), note: text, photos }),
  output: Done,
  refusals: [...anyStep, ...photoTrouble],
})

export const askVerifier = endpoint({
  name: 'cases.ask-verifier',
  kind: 'command',
  access: { permission: 'cases.close' },
  summary: 'Asks another post on duty to verify, when the one that was asked cannot.',
  input: z.object(seen),
  output: Done,
  refusals: [...anyStep, 'cases/nobody-to-check'],
})

export const handleOnSpot = endpoint({
  name: 'cases.handle-on-spot',
  kind: 'command',
  access: { permission: 'cases.report' },
  summary: 'A simple case: reported, handled and closed in one step, with a photo from before and one from after.',
  input: reportCase.input.omit({ source: true, reporter: true }).extend({
    classKind: z.enum(classKinds),
    classCode: z.string().regex(/^\d{5}$/),
    note: text,
    afterPhotos: photos,
  }),
  output: reportCase.output,
  refusals: [
    ...reportCase.refusals,
    'cases/not-found',
    'cases/not-allowed',
    'cases/not-in-this-status',
    'cases/held-up',
    'cases/claimed-by-another',
    'cases/changed-meanwhile',
    'cases/photos-before-and-after',
    'cases/unknown-class',
    'cases/old-class-code',
  ],
  forgetAnswer: true,
})

export const assistDone = endpoint({
  name: 'cases.assist-done',
  kind: 'command',
  access: { permission: 'cases.handle' },
  summary: 'Says that an assisting unit has done its part.',
  input: withNote,
  output: Done,
  refusals: anyStep,
})

export const splitCase = endpoint({
  name: 'cases.split',
  kind: 'command',
  access: { permission: 'cases.dispatch' },
  summary:
    'Makes cases of their own of the parts of one. The parts are filed under the same class and wait for dispatch.',
  input: z.object({
    ...seen,
    parts: z
      .array(z.object({ caseId: z.uuid(), description: text }))
      .min(2)
      .max(20),
  }),
  output: Done,
  refusals: [...anyStep, 'cases/case-id-taken'],
})

const other = z.object({ ...seen, other: z.uuid() })

export const linkCase = endpoint({
  name: 'cases.link',
  kind: 'command',
  access: { permission: 'cases.accept' },
  summary: 'Notes that two cases have to do with each other.',
  input: other,
  output: Done,
  refusals: [...anyStep, 'cases/no-such-target', 'cases/joins-itself', 'cases/already-linked'],
})

export const unlinkCase = endpoint({
  name: 'cases.unlink',
  kind: 'command',
  access: { permission: 'cases.accept' },
  summary: 'Takes such a note back.',
  input: other,
  output: Done,
  refusals: [...anyStep, 'cases/no-such-target'],
})

export const disputeCase = endpoint({
  name: 'cases.dispute',
  kind: 'command',
  access: { permission: 'cases.handle' },
  summary: 'Disputes that the case is this unit’s; the dispatcher rules on it within a limit.',
  input: withReason,
  output: Done,
  refusals: [...anyStep, 'cases/ruled-already'],
})

export const ruleCase = endpoint({
  name: 'cases.rule',
  kind: 'command',
  access: { permission: 'cases.dispatch' },
  summary: 'Rules whose the case is. With `asRule` the ruling is offered to the routing rules.',
  input: z.object({ ...seen, unitId: z.uuid(), reason: text, asRule: z.boolean().default(false) }),
  output: Done,
  refusals: [...anyStep, 'cases/unknown-unit'],
})

export const askExtension = endpoint({
  name: 'cases.ask-extension',
  kind: 'command',
  access: { permission: 'cases.handle' },
  summary: 'Asks for one more original limit, while the present one has not passed.',
  input: withReason,
  output: Done,
  refusals: [...anyStep, 'cases/too-late-to-extend', 'cases/extended-enough'],
})

export const answerExtension = endpoint({
  name: 'cases.answer-extension',
  kind: 'command',
  access: { permission: 'cases.approve' },
  summary: 'The first approval of an extension: by the unit itself, not by who asked.',
  input: z.object(answer),
  output: Done,
  refusals: [...anyStep, 'cases/not-your-own-request'],
})

export const confirmExtension = endpoint({
  name: 'cases.confirm-extension',
  kind: 'command',
  access: { permission: 'cases.dispatch' },
  summary: 'The second approval of an extension: by the dispatcher.',
  input: z.object(answer),
  output: Done,
  refusals: [...anyStep, 'cases/not-your-own-request'],
})

export const askSuspension = endpoint({
  name: 'cases.ask-suspension',
  kind: 'command',
  access: { permission: 'cases.handle' },
  summary: 'Asks that the case rest until a day, a year ahead at most, once.',
  input: z.object({ ...seen, reason: text, until: instantNear }),
  output: Done,
  refusals: [...anyStep, 'cases/suspension-date', 'cases/suspended-enough'],
})

export const answerSuspension = endpoint({
  name: 'cases.answer-suspension',
  kind: 'command',
  access: { permission: 'cases.dispatch' },
  summary: 'Lets a case rest: its clocks stop, and it goes on by itself on that day.',
  input: z.object(answer),
  output: Done,
  refusals: [...anyStep, 'cases/not-your-own-request', 'cases/suspension-date'],
})

export const resumeCase = endpoint({
  name: 'cases.resume',
  kind: 'command',
  access: { permission: 'cases.handle' },
  summary: 'Goes on with a resting case before its day.',
  input: z.object({ ...seen, note: text.optional() }),
  output: Done,
  refusals: anyStep,
})

export const appealCase = endpoint({
  name: 'cases.appeal',
  kind: 'command',
  access: { permission: 'cases.handle' },
  summary: 'Asks, once and after closing, that lateness be left out of the statistics.',
  input: withReason,
  output: Done,
  refusals: [...anyStep, 'cases/appealed-already'],
})

export const reviewAppeal = endpoint({
  name: 'cases.review-appeal',
  kind: 'command',
  access: { permission: 'cases.close' },
  summary: 'The first review of an appeal.',
  input: z.object(answer),
  output: Done,
  refusals: [...anyStep, 'cases/not-your-own-request'],
})

export const confirmAppeal = endpoint({
  name: 'cases.confirm-appeal',
  kind: 'command',
  access: { permission: 'cases.supervise' },
  summary: 'The second review of an appeal: the case is left out of statistics, the fact that it was late stays.',
  input: z.object(answer),
  output: Done,
  refusals: [...anyStep, 'cases/not-your-own-request'],
})

export const askLeaveOut = endpoint({
  name: 'cases.ask-leave-out',
  kind: 'command',
  access: { permission: 'cases.leave-out' },
  summary:
    'Asks that the rates of response, resolution and satisfaction leave a case out, for one of the place’s reasons.',
  input: z.object({ ...seen, reason: z.string().min(1).max(20), note: text }),
  output: Done,
  refusals: [...anyStep, 'cases/unknown-leave-out-reason'],
})

export const answerLeaveOut = endpoint({
  name: 'cases.answer-leave-out',
  kind: 'command',
  access: { permission: 'cases.leave-out' },
  summary: 'Agrees to leave a case out, or does not; by somebody else than who asked. That it was late stays.',
  input: z.object(answer),
  output: Done,
  refusals: [...anyStep, 'cases/not-your-own-request'],
})

export const countAgain = endpoint({
  name: 'cases.count-again',
  kind: 'command',
  access: { permission: 'cases.leave-out' },
  summary: 'Has a case counted again that was left out of the rates.',
  input: withReason,
  output: Done,
  refusals: anyStep,
})

export const reopenCase = endpoint({
  name: 'cases.reopen',
  kind: 'command',
  access: 'public',
  summary:
    'The reporter asks, within a window after closing, that it be dealt with again; signed in or by the follow code.',
  input: z.object({
    who: z.union([
      z.object({ number: z.string().max(40), followCode: z.string().max(40) }),
      z.object({ caseId: z.uuid() }),
    ]),
    reason: text,
  }),
  output: Done,
  refusals: [
    'cases/not-found',
    'cases/not-allowed',
    'cases/not-in-this-status',
    'cases/held-up',
    'cases/claimed-by-another',
    'cases/reopen-window-over',
    'cases/wrong-code',
    'cases/too-many-wrong-codes',
    'cases/text-missing',
    'cases/text-too-long',
  ],
  callsAMinute: 20,
})

export const urgeCase = endpoint({
  name: 'cases.urge',
  kind: 'command',
  access: { permission: 'cases.supervise' },
  summary: 'Urges whoever has the case now.',
  input: withNote,
  output: Done,
  refusals: anyStep,
})

export const instructCase = endpoint({
  name: 'cases.instruct',
  kind: 'command',
  access: { permission: 'cases.instruct' },
  summary: 'A leader’s instruction on the case, kept in its history.',
  input: withNote,
  output: Done,
  refusals: anyStep,
})

export const voidCase = endpoint({
  name: 'cases.void',
  kind: 'command',
  access: { permission: 'cases.supervise' },
  summary: 'Declares a case void, with the reason; nothing is erased.',
  input: withReason,
  output: Done,
  refusals: anyStep,
})

export const forceCloseCase = endpoint({
  name: 'cases.force-close',
  kind: 'command',
  access: { permission: 'cases.supervise' },
  summary: 'Closes a case out of turn, with the reason.',
  input: withReason,
  output: Done,
  refusals: anyStep,
})

export const raiseCase = endpoint({
  name: 'cases.raise',
  kind: 'command',
  access: { permission: 'cases.move-level' },
  summary:
    'Hands a case up: community, street, district. All levels go on seeing it; the higher one does the centre’s steps.',
  input: withReason,
  output: Done,
  refusals: [...anyStep, 'cases/no-such-level'],
})

export const assignDownCase = endpoint({
  name: 'cases.assign-down',
  kind: 'command',
  access: { permission: 'cases.move-level' },
  summary: 'Hands a case down a level.',
  input: withReason,
  output: Done,
  refusals: [...anyStep, 'cases/no-such-level'],
})
