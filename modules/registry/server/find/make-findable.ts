import type { JobHandler } from '#platform/jobs/server/job.ts'
import { FindableWriter } from './findable-store.ts'

const rowsAtOnce = 500

export const findableJobs: readonly JobHandler[] = [
  {
    // Some rows at a time, so that nobody waits for long; a stopped run goes on with the next one.
    name: 'registry.make-findable',
    cron: '*/10 * * * *',
    async run({ db }) {
      while ((await db.unitOfWork(tx => new FindableWriter(tx as never).some(rowsAtOnce))) > 0);
    },
  },
]
