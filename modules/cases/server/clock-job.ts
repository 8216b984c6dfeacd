import type { Actor } from '#platform/authz/common/grants.ts'
import { type Command, fromWithin } from '#platform/commands/server/command.ts'
import { runCommand } from '#platform/commands/server/run-command.ts'
import type { JobHandler, JobWork } from '#platform/jobs/server/job.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { readTimer } from '#platform/worktime/common/index.ts'
import { ClockStore } from './clock-store.ts'
import type { Surroundings } from './surroundings.ts'
import type { CasesTables } from './tables.ts'
import { postsOfTheShift } from './who-is-on-duty.ts'

const everywhere = { kind: 'everywhere' } as const

/** Acts where a person need not: it goes through the same commands and the same table as everybody. */
export const clockActor: Actor = {
  personId: 'clock',
  postId: null,
  unitId: null,
  grants: ['cases.read', 'cases.handle', 'cases.file', 'cases.close'].map(permission => ({
    permission,
    within: everywhere,
  })),
}

type Around = Pick<Surroundings, 'staff' | 'clocks' | 'grids' | 'routing'>

/** What happens by itself: a rest ends on its day, an unclaimed report is given to a post, a vacant verifier replaced. */
export function clockJob(commands: readonly Command[], around: Around): JobHandler {
  return {
    name: 'cases.clock',
    cron: '* * * * *',
    run: async work => {
      await resumeDue(commands, work)
      await replaceVacant(commands, work, around)
      await assignUnclaimed(commands, work, around)
    },
  }
}

/** Refusals are left alone: somebody was quicker, and the next minute looks again. */
async function act(commands: readonly Command[], { db, now }: JobWork, name: string, input: object): Promise<void> {
  const command = commands.find(({ endpoint }) => endpoint.name === name)
  if (!command) throw new Error(`no command ${name}`)
  const call = { actor: clockActor, now, requestId: newId(), input, origin: fromWithin }
  await runCommand(db, async () => {}, command, call)
}

async function resumeDue(commands: readonly Command[], work: JobWork): Promise<void> {
  for (const { caseId, version } of await storeOf(work).suspendedUntil(work.now)) {
    await act(commands, work, 'cases.resume', { caseId, version })
  }
}

async function replaceVacant(commands: readonly Command[], work: JobWork, { staff }: Around): Promise<void> {
  const store = storeOf(work)
  const asked = await store.verifierPosts()
  if (asked.length === 0) return
  const posts = await staff.posts(work.db.read(), asked)
  const vacant = asked.filter(postId => !posts.get(postId)?.holderName)
  for (const { caseId, version } of await store.verifiedBy(vacant)) {
    await act(commands, work, 'cases.ask-verifier', { caseId, version })
  }
}

/** Claimed in time by whoever is quick; then it is given to the nearest post on duty, whoever holds that post now. */
async function assignUnclaimed(commands: readonly Command[], work: JobWork, around: Around): Promise<void> {
  const { clocks } = around
  for (const caseFile of await storeOf(work).unclaimed(work.now)) {
    const timer = caseFile.procedure.timers.find(({ name }) => name === 'claim')
    if (!timer || !readTimer(clocks.calendarAt(caseFile.place.gridPath), timer, work.now).isOverdue) continue
    const { point } = caseFile.place
    const [post] = await postsOfTheShift(work.db.read(), around, point, 'cases.accept', work.now)
    if (!post) continue
    const { id: caseId, version } = caseFile
    await act(commands, work, 'cases.assign', { caseId, version, toPostId: post.postId })
  }
}

function storeOf({ db }: JobWork): ClockStore {
  return new ClockStore(db.read<CasesTables>())
}
