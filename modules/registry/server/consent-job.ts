import type { Actor } from '#platform/authz/common/grants.ts'
import { type Command, command, fromWithin } from '#platform/commands/server/command.ts'
import { runCommand } from '#platform/commands/server/run-command.ts'
import type { JobHandler } from '#platform/jobs/server/job.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { endUnfounded } from '../common/contract/protection.ts'
import { maybeUnfounded } from './care-store.ts'
import { type RegistryWork, tellOf, thingSubject } from './commands/thing-commands.ts'
import { endLostGround, groundLost } from './consent-work.ts'
import { consentsOf } from './protection-store.ts'
import type { Surroundings } from './surroundings.ts'
import type { RegistryTables } from './tables.ts'
import { ThingWriter } from './thing-store.ts'

const clock: Actor = {
  ...{ personId: 'clock', postId: null, unitId: null },
  grants: [{ permission: 'registry.protect', within: { kind: 'everywhere' } }],
}

/** Each night: who is on a list by a consent whose last day has passed is taken off it. */
export function consentJob(around: Surroundings): JobHandler {
  return {
    name: 'registry.end-unfounded-care',
    cron: '5 4 * * *',
    async run({ db, now }) {
      const read = db.read<RegistryTables>()
      const today = dayOf(now)
      const lost = new Set<string>()
      for (const row of await maybeUnfounded(read, today))
        if (groundLost(row, await consentsOf(read, row.person_id), today)) lost.add(row.person_id)
      for (const personId of lost) {
        const call = { actor: clock, now, requestId: newId(), input: { personId }, origin: fromWithin }
        await runCommand(db, async () => {}, endThem(around), call)
      }
    },
  }
}

const endThem = (around: Surroundings): Command =>
  command(endUnfounded, {
    subject: ({ personId }) => thingSubject({ thingId: personId }),
    async run(work: RegistryWork, { personId }) {
      const [row] = await new ThingWriter(work.tx, work.actor).takeAny([personId])
      if (!row) return { ended: [] }
      const { ended } = await endLostGround(around, work, row)
      tellOf(work, personId, row.grid_path)
      return { ended: ended.map(one => one.care_group) }
    },
  })
