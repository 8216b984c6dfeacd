import { sql } from 'kysely'
import { defineModule, type Module } from '../../commands/server/define-module.ts'
import type { JobHandler } from '../../jobs/server/job.ts'
import type { LiveFeed } from './feed.ts'
import { followAfresh } from './follow-changes.ts'
import { openStream } from './stream.ts'

/** Old news is of no use: a page that was away longer loads afresh. */
const sweepOldNews: JobHandler = {
  name: 'live.sweep-old-news',
  cron: '17 * * * *',
  async run({ db, now }) {
    await db.unitOfWork(tx =>
      sql`delete from live.change where at < ${now}::timestamptz - interval '1 day'`.execute(tx),
    )
  },
}

/** A safety net: once a night whoever follows changes compares everything, in case one came without news. */
const compareEachNight: JobHandler = {
  name: 'live.compare-each-night',
  cron: '40 2 * * *',
  run: ({ db }) => db.unitOfWork(followAfresh),
}

/** News to open pages, as it happens. */
export function liveModule(feed: LiveFeed): Module {
  return defineModule({
    name: 'live',
    folder: new URL('../', import.meta.url),
    commands: [],
    queries: [],
    permissions: {},
    messages: { 'zh-CN': {}, en: {} },
    auditWords: { 'zh-CN': {}, en: {} },
    jobs: [sweepOldNews, compareEachNight],
    sees: {},
    routes: (app, doors) => openStream(app, doors, feed),
  })
}
