import { buffer } from 'node:stream/consumers'
import type { Db } from '../../db/server/unit-of-work.ts'
import type { JobHandler } from '../../jobs/server/job.ts'
import type { Instant } from '../../kernel/common/instant.ts'
import type { FileTables } from './file-store.ts'
import { keepRead, type WaitingPaper, waitingPapers } from './paper-text-store.ts'
import { readApart } from './reading/read-apart.ts'
import type { PhotoStorage } from './storage.ts'

export const readPapersJob = 'files.read-papers'

/** One run goes on so long, then leaves the rest to the next. */
const mostMilliseconds = 240_000
const atOnce = 20

/**
 * Reads what is written in papers, one after another and each in a process of its own: the one that has just come, and by
 * the clock all that wait (those from before there was a reader, those whose worker went away). A paper that cannot be
 * fetched does not keep the others waiting; the job then fails, so that the administrator hears of it.
 */
export function readPapers(storage: () => PhotoStorage): JobHandler {
  return {
    name: readPapersJob,
    cron: '*/10 * * * *',
    retries: 3,
    async run({ db, now, data }) {
      const fileId = (data as { readonly fileId?: string } | null)?.fileId
      const until = performance.now() + mostMilliseconds
      const failed = new Map<string, unknown>()
      for (;;) {
        const limit = failed.size + atOnce
        const waiting = (await waitingPapers(db.read<FileTables>(), { fileId, limit })).filter(
          paper => !failed.has(paper.fileId),
        )
        if (waiting.length === 0 || performance.now() > until) break
        for (const paper of waiting) {
          await readOne(db, storage(), { ...paper, now }).catch((error: unknown) => failed.set(paper.fileId, error))
        }
      }
      const [first] = failed
      if (first)
        throw new Error(`${failed.size} papers could not be fetched or read, first ${first[0]}`, { cause: first[1] })
    },
  }
}

async function readOne(
  db: Db,
  storage: PhotoStorage,
  { fileId, media, now }: WaitingPaper & { readonly now: Instant },
): Promise<void> {
  const read = await readApart(await buffer(storage.read(fileId, 'paper')), media)
  await db.unitOfWork<FileTables, void>(tx => keepRead(tx, fileId, { ...read, now }))
}
