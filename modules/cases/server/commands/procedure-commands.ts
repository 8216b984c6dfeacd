import { type Command, command } from '#platform/commands/server/command.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import * as contract from '../../common/contract-procedure.ts'
import * as leaving from '../../common/procedure/leaving-out.ts'
import * as oversight from '../../common/procedure/oversight.ts'
import * as relief from '../../common/procedure/relief.ts'
import * as side from '../../common/procedure/side-steps.ts'
import { refuse } from '../../common/refusals.ts'
import { optionalText, requiredText } from '../../common/texts.ts'
import { attachPhotos } from '../attach-photos.ts'
import { type CasesWork, type Steps, subjectOf } from '../step.ts'
import type { Surroundings } from '../surroundings.ts'
import { takeUpAsRule } from '../ruling-as-rule.ts'
import { tellShift } from '../tell-shift.ts'
import { nearestVerifier } from '../who-checks.ts'
import { postsOfTheShift } from '../who-is-on-duty.ts'

type Around = Pick<Surroundings, 'grids' | 'staff' | 'routing'>

/** The steps of the procedure that are a text, a decision, and at most one question to somebody else. */
export function procedureCommands(steps: Steps, around: Around): readonly Command[] {
  return [
    ...poolCommands(steps, around),
    ...checkCommands(steps, around),
    ...jointCommands(steps, around),
    ...extensionCommands(steps),
    ...suspensionCommands(steps),
    ...appealCommands(steps),
    ...leavingOutCommands(steps),
    ...oversightCommands(steps),
  ]
}

function poolCommands(steps: Steps, around: Around): readonly Command[] {
  return [
    command(contract.claimCase, {
      subject: subjectOf,
      run: (work: CasesWork, input) => steps.take(work, input, side.decideClaim),
    }),
    command(contract.releaseCase, {
      subject: subjectOf,
      run: (work: CasesWork, input) => steps.take(work, input, side.decideRelease),
    }),
    command(contract.assignCase, {
      subject: subjectOf,
      run: (work: CasesWork, input) =>
        steps.take(work, input, async (caseFile, by) => {
          const event = side.decideAssign(caseFile, by, input.toPostId)
          if (isRefusal(event)) return event
          // A vacant post takes nothing on, and one that may not accept could do nothing with it.
          const { point } = caseFile.place
          const takers = await postsOfTheShift(work.tx, around, point, 'cases.accept', work.now)
          return takers.some(({ postId }) => postId === input.toPostId) ? event : refuse['unknown-post']()
        }),
    }),
  ]
}

function checkCommands(steps: Steps, around: Around): readonly Command[] {
  return [
    command(contract.askCheck, {
      subject: subjectOf,
      async run(work: CasesWork, input) {
        const note = optionalText('note', input.note)
        if (isRefusal(note)) return note
        return steps.take(work, input, async (caseFile, by) =>
          side.decideAskCheck(caseFile, by, { checkerPostId: await nearestVerifier(work, caseFile, around), note }),
        )
      },
    }),
    command(contract.reportCheck, {
      subject: subjectOf,
      async run(work: CasesWork, input) {
        const note = requiredText('note', input.note)
        if (isRefusal(note)) return note
        const { isTrue, photos } = input
        return steps.take(work, input, async (caseFile, by) => {
          const event = side.decideReportCheck(caseFile, by, { isTrue, note, photos })
          if (isRefusal(event)) return event
          return (await attachPhotos(work, caseFile.id, 'verify', photos)) ?? event
        })
      },
    }),
    command(contract.askVerifier, {
      subject: subjectOf,
      run: (work: CasesWork, input) =>
        steps.take(work, input, async (caseFile, by) => {
          const other = await nearestVerifier(work, caseFile, around, caseFile.postId)
          return side.decideAskVerifier(caseFile, by, other)
        }),
    }),
  ]
}

function jointCommands(steps: Steps, around: Around): readonly Command[] {
  const { staff, routing } = around
  return [
    command(contract.assistDone, {
      subject: subjectOf,
      async run(work: CasesWork, input) {
        const note = requiredText('note', input.note)
        return isRefusal(note) ? note : steps.take(work, input, (file, by) => side.decideAssistDone(file, by, note))
      },
    }),
    command(contract.linkCase, {
      subject: subjectOf,
      run: (work: CasesWork, input) =>
        steps.take(work, input, async (caseFile, by, cases) =>
          side.decideLink(caseFile, by, await cases.find(input.other)),
        ),
    }),
    command(contract.unlinkCase, {
      subject: subjectOf,
      run: (work: CasesWork, input) =>
        steps.take(work, input, (caseFile, by) => side.decideUnlink(caseFile, by, input.other)),
    }),
    command(contract.disputeCase, {
      subject: subjectOf,
      async run(work: CasesWork, input) {
        const reason = requiredText('reason', input.reason)
        if (isRefusal(reason)) return reason
        return steps.take(work, input, async (caseFile, by) => {
          const event = relief.decideDispute(caseFile, by, reason)
          if (isRefusal(event)) return event
          await tellShift(work, around, caseFile, { permission: 'cases.dispatch', kind: 'disputed-to-shift' })
          return event
        })
      },
    }),
    command(contract.ruleCase, {
      subject: subjectOf,
      async run(work: CasesWork, input) {
        const reason = requiredText('reason', input.reason)
        if (isRefusal(reason)) return reason
        const { unitId, asRule } = input
        return steps.take(work, input, async (caseFile, by) => {
          const event = relief.decideRule(caseFile, by, { unitId, reason, asRule })
          if (isRefusal(event)) return event
          const units = await staff.unitsHolding(work.tx, 'cases.handle')
          if (units.every(unit => unit.unitId !== unitId)) return refuse['unknown-unit']()
          if (asRule) await takeUpAsRule(work, routing, caseFile, { unitId, reason })
          return event
        })
      },
    }),
  ]
}

function extensionCommands(steps: Steps): readonly Command[] {
  return [
    command(contract.askExtension, {
      subject: subjectOf,
      async run(work: CasesWork, input) {
        const reason = requiredText('reason', input.reason)
        if (isRefusal(reason)) return reason
        return steps.take(work, input, (caseFile, by) => {
          const isOverdue = steps.isOverdue(caseFile, 'handle', by.now)
          return relief.decideAskExtension(caseFile, by, { reason, isOverdue })
        })
      },
    }),
    command(contract.answerExtension, {
      subject: subjectOf,
      async run(work: CasesWork, { isGranted, ...input }) {
        const note = optionalText('note', input.note)
        if (isRefusal(note)) return note
        return steps.take(work, input, (file, by) => relief.decideAnswerExtension(file, by, { isGranted, note }))
      },
    }),
    command(contract.confirmExtension, {
      subject: subjectOf,
      async run(work: CasesWork, { isGranted, ...input }) {
        const note = optionalText('note', input.note)
        if (isRefusal(note)) return note
        return steps.take(work, input, (file, by) => relief.decideConfirmExtension(file, by, { isGranted, note }))
      },
    }),
  ]
}

function suspensionCommands(steps: Steps): readonly Command[] {
  return [
    command(contract.askSuspension, {
      subject: subjectOf,
      async run(work: CasesWork, input) {
        const reason = requiredText('reason', input.reason)
        if (isRefusal(reason)) return reason
        const { until } = input
        return steps.take(work, input, (file, by) => relief.decideAskSuspension(file, by, { reason, until }))
      },
    }),
    command(contract.answerSuspension, {
      subject: subjectOf,
      async run(work: CasesWork, { isGranted, ...input }) {
        const note = optionalText('note', input.note)
        if (isRefusal(note)) return note
        return steps.take(work, input, (file, by) => relief.decideAnswerSuspension(file, by, { isGranted, note }))
      },
    }),
    command(contract.resumeCase, {
      subject: subjectOf,
      async run(work: CasesWork, input) {
        const note = optionalText('note', input.note)
        return isRefusal(note) ? note : steps.take(work, input, (file, by) => relief.decideResume(file, by, note))
      },
    }),
  ]
}

function appealCommands(steps: Steps): readonly Command[] {
  return [
    command(contract.appealCase, {
      subject: subjectOf,
      async run(work: CasesWork, input) {
        const reason = requiredText('reason', input.reason)
        return isRefusal(reason) ? reason : steps.take(work, input, (file, by) => relief.decideAppeal(file, by, reason))
      },
    }),
    command(contract.reviewAppeal, {
      subject: subjectOf,
      async run(work: CasesWork, { isGranted, ...input }) {
        const note = optionalText('note', input.note)
        if (isRefusal(note)) return note
        return steps.take(work, input, (file, by) => relief.decideReviewAppeal(file, by, { isGranted, note }))
      },
    }),
    command(contract.confirmAppeal, {
      subject: subjectOf,
      async run(work: CasesWork, { isGranted, ...input }) {
        const note = optionalText('note', input.note)
        if (isRefusal(note)) return note
        return steps.take(work, input, (file, by) => relief.decideConfirmAppeal(file, by, { isGranted, note }))
      },
    }),
  ]
}

function leavingOutCommands(steps: Steps): readonly Command[] {
  return [
    command(contract.askLeaveOut, {
      subject: subjectOf,
      async run(work: CasesWork, { reason, ...input }) {
        const note = requiredText('note', input.note)
        return isRefusal(note)
          ? note
          : steps.take(work, input, (file, by) => leaving.decideAskLeaveOut(file, by, { reason, note }))
      },
    }),
    command(contract.answerLeaveOut, {
      subject: subjectOf,
      async run(work: CasesWork, { isGranted, ...input }) {
        const note = optionalText('note', input.note)
        if (isRefusal(note)) return note
        return steps.take(work, input, (file, by) => leaving.decideAnswerLeaveOut(file, by, { isGranted, note }))
      },
    }),
    command(contract.countAgain, {
      subject: subjectOf,
      async run(work: CasesWork, input) {
        const reason = requiredText('reason', input.reason)
        return isRefusal(reason)
          ? reason
          : steps.take(work, input, (file, by) => leaving.decideCountAgain(file, by, reason))
      },
    }),
  ]
}

function oversightCommands(steps: Steps): readonly Command[] {
  const withNote = [
    [contract.urgeCase, oversight.decideUrge],
    [contract.instructCase, oversight.decideInstruct],
  ] as const
  const withReason = [
    [contract.voidCase, oversight.decideVoid],
    [contract.forceCloseCase, oversight.decideForceClose],
    [contract.raiseCase, oversight.decideRaise],
    [contract.assignDownCase, oversight.decideAssignDown],
  ] as const
  return [
    ...withNote.map(([endpoint, decide]) =>
      command(endpoint, {
        subject: subjectOf,
        async run(work: CasesWork, input) {
          const note = requiredText('note', input.note)
          return isRefusal(note) ? note : steps.take(work, input, (caseFile, by) => decide(caseFile, by, note))
        },
      }),
    ),
    ...withReason.map(([endpoint, decide]) =>
      command(endpoint as typeof contract.raiseCase, {
        subject: subjectOf,
        async run(work: CasesWork, input) {
          const reason = requiredText('reason', input.reason)
          return isRefusal(reason) ? reason : steps.take(work, input, (caseFile, by) => decide(caseFile, by, reason))
        },
      }),
    ),
  ]
}
