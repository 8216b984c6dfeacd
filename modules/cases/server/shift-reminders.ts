import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type Command, command } from '#platform/commands/server/command.ts'
import { runCommand } from '#platform/commands/server/run-command.ts'
import { endpoint } from '#platform/contract/common/endpoint.ts'
import type { TimerListener } from '#platform/worktime/server/index.ts'
import type { TimerLight } from '#platform/worktime/common/index.ts'
import { type CaseAction, caseActions } from '../common/actions.ts'
import type { CaseFile } from '../common/case-file.ts'
import { CaseReader } from './case-store.ts'
import { clockActor } from './clock-job.ts'
import { type CasesWork, subjectOf } from './step.ts'
import { postsOfTheShift, type WhoIsThere } from './who-is-on-duty.ts'

interface Reminder {
  readonly timer: string
  readonly from: TimerLight
  readonly kind: string
  readonly action: CaseAction
}

/** Before a limit of the pool runs out the shift is told, then whoever may give it to a post; then the clock does. */
const reminders: readonly Reminder[] = [
  { timer: 'claim', from: 'yellow', kind: 'remind-claim', action: 'claim' },
  { timer: 'claim', from: 'orange', kind: 'remind-assign', action: 'assign' },
  { timer: 'file', from: 'yellow', kind: 'remind-file', action: 'file' },
  { timer: 'dispatch', from: 'yellow', kind: 'remind-dispatch', action: 'dispatch' },
  { timer: 'close', from: 'yellow', kind: 'remind-close', action: 'close' },
]
const lights = ['green', 'yellow', 'orange', 'red'] as const satisfies readonly TimerLight[]

/** Sent by the clock alone; no module lists it, so nobody else can. */
const remindShift = endpoint({
  name: 'cases.remind-shift',
  kind: 'command',
  access: { permission: 'cases.read' },
  summary: 'The clock reminds whoever is on shift.',
  input: z.object({ caseId: z.string(), kind: z.string(), startedAt: z.string() }),
  output: z.object({ told: z.int() }),
  refusals: [],
})

const remindCommand = (around: WhoIsThere): Command =>
  command(remindShift, {
    subject: subjectOf,
    async run(work: CasesWork, { caseId, kind, startedAt }) {
      const reminder = reminders.find(one => one.kind === kind)
      const caseFile = await new CaseReader(work.tx, work.actor).find(caseId)
      if (!reminder || !caseFile || !isRunning(caseFile, reminder.timer, startedAt)) return { told: 0 }
      const people = await peopleOfTheShift(work, around, caseFile, reminder.action)
      const params = { number: caseFile.number }
      for (const personId of people) {
        work.notify({ personId, kind: `cases.${kind}`, subject: subjectOf({ caseId }), params })
      }
      return { told: people.length }
    },
  })

function isRunning({ procedure }: CaseFile, name: string, startedAt: string): boolean {
  return procedure.timers.some(
    timer => timer.name === name && timer.startedAt === startedAt && timer.marks.every(({ kind }) => kind !== 'stop'),
  )
}

/** All that are as near to it as the first: the desk of the place on its shift, not the next street's. */
async function peopleOfTheShift({ tx, now }: CasesWork, around: WhoIsThere, { place }: CaseFile, action: CaseAction) {
  const posts = await postsOfTheShift(tx, around, place.point, caseActions[action].permission, now)
  const [first] = posts
  const same = posts.filter(post => post.gridPath === first?.gridPath && post.isOnShift === first.isOnShift)
  // When all of them are off duty one is told, not everybody at home.
  const told = first?.isOnShift === false ? same.slice(0, 1) : same
  return [...new Set(told.map(({ personId }) => personId))]
}

/** Called by the clock of work time. The request's id comes from what it is about, so a repetition tells nobody twice. */
export function shiftReminders(around: WhoIsThere): TimerListener {
  const remind = remindCommand(around)
  return {
    subjectKind: 'case',
    async run(db, { name, startedAt, subject }, light, { now, isNewLight }) {
      if (!isNewLight) return
      for (const { timer, from, kind } of reminders) {
        if (timer !== name || lights.indexOf(light) < lights.indexOf(from)) continue
        const input = { caseId: subject.id, kind, startedAt }
        await runCommand(db, async () => {}, remind, { actor: clockActor, now, requestId: idOf(input), input })
      }
    },
  }
}

function idOf(input: object): string {
  const hex = createHash('sha256').update(JSON.stringify(input)).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
