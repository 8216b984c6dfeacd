import type { Transaction } from 'kysely'
import type { JobHandler } from '#platform/jobs/server/job.ts'
import { makeWords } from './call-store.ts'
import type { HotlineTables } from './tables.ts'

const atOnce = 500

/** Calls from before calls had words get theirs; once they all do it finds nothing, by an index that is empty then. */
export const wordsJob: JobHandler = {
  name: 'hotline.words',
  cron: '23 * * * *',
  async run({ db }) {
    for (let found = atOnce; found === atOnce; ) {
      found = await db.unitOfWork((tx: Transaction<HotlineTables>) => makeWords(tx, atOnce))
    }
  },
}
