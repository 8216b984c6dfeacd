import type { Actor } from '#platform/authz/common/grants.ts'
import { type Command, command, fromWithin } from '#platform/commands/server/command.ts'
import { runCommand } from '#platform/commands/server/run-command.ts'
import type { JobHandler } from '#platform/jobs/server/job.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { askReaders } from '../common/contract.ts'
import { refuse } from '../common/refusals.ts'
import { askWhoMustRead, type InstitutionsWork } from './ask-readers.ts'
import { InstitutionReader } from './institution-store.ts'
import type { Surroundings } from './surroundings.ts'
import type { InstitutionsTables } from './tables.ts'

const clock: Actor = {
  ...{ personId: 'clock', postId: null, unitId: null },
  grants: [{ permission: 'institutions.edit', within: { kind: 'everywhere' } }],
}

/** Each night: who came to a post after an institution was published is asked to read it; what has ended asks nobody. */
export function askJob(around: Surroundings): JobHandler {
  return {
    name: 'institutions.ask-readers',
    cron: '40 5 * * *',
    async run({ db, now }) {
      for (const { document } of await new InstitutionReader(db.read<InstitutionsTables>()).list()) {
        const input = { documentId: document.id }
        const call = { actor: clock, now, requestId: newId(), input, origin: fromWithin }
        await runCommand(db, async () => {}, ask(around), call)
      }
    },
  }
}

function ask(around: Surroundings): Command {
  return command(askReaders, {
    subject: ({ documentId }) => ({ kind: 'institution', id: documentId }),
    async run(work: InstitutionsWork, { documentId }) {
      const known = await new InstitutionReader(work.tx).find(documentId)
      return known ? { asked: await askWhoMustRead(around, work, known) } : refuse['not-found']()
    },
  })
}
