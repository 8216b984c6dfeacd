import { defineModule, type Module } from '../../commands/server/define-module.ts'
import type { JobHandler } from '../../jobs/server/job.ts'
import { instantOf, millisecondsOf } from '../../kernel/common/instant.ts'
import { fileMessages } from '../common/messages.ts'
import { FileReader, FileWriter } from './file-store.ts'
import { type FileHouse, openFiles } from './routes.ts'
import { readPapers } from './read-papers-job.ts'
import type { PhotoStorage } from './storage.ts'
import { UploadWriter } from './upload-store.ts'
import { openUploads } from './uploads.ts'

const dayMilliseconds = 86_400_000

/** Photos of reports that were never sent, and halves of photos. A phone that comes later sends them again. */
function sweepUnattached(storage: () => PhotoStorage): JobHandler {
  return {
    name: 'files.sweep-unattached',
    cron: '30 3 * * *',
    async run({ db, now }) {
      const before = instantOf(millisecondsOf(now) - 2 * dayMilliseconds)
      const ids = await new FileReader(db.read()).unattached(before, 5000)
      await db.unitOfWork(tx => new FileWriter(tx).remove(ids))
      for (const id of ids) await storage().remove(id)
      await db.unitOfWork(tx => new UploadWriter(tx).forgetBegunBefore(before))
    },
  }
}

/** Photos and papers: what is really in them, who may see them. */
export function filesModule(house: () => FileHouse): Module {
  return defineModule({
    name: 'files',
    folder: new URL('../', import.meta.url),
    commands: [],
    queries: [],
    permissions: {},
    messages: fileMessages,
    auditWords: { 'zh-CN': {}, en: {} },
    jobs: [sweepUnattached(() => house().storage), readPapers(() => house().storage)],
    sees: {},
    async routes(app, doors) {
      await openFiles(app, doors, house)
      await openUploads(app, doors, house)
    },
  })
}
