import type { Transaction } from 'kysely'
import type { JobHandler } from '#platform/jobs/server/job.ts'
import { minutesAfter } from '../common/lock-out.ts'
import type { IdentitySettings } from '../common/settings.ts'
import { DeviceWriter } from './stores/device-store.ts'
import { LockWriter } from './stores/lock-store.ts'
import { SessionWriter } from './stores/session-store.ts'
import type { IdentityTables } from './tables.ts'

/** 网络安全法 art. 21 asks for six months of logs; 200 days leave room for a late export. */
const daysOfSessions = 200

/** Forgets sessions that the log no longer needs and failures that no longer count. */
export function sweep(settings: IdentitySettings): JobHandler {
  return {
    name: 'identity.sweep',
    cron: '20 3 * * *',
    retries: 2,
    run: ({ db, now }) =>
      db.unitOfWork(async (tx: Transaction<IdentityTables>) => {
        await new SessionWriter(tx, settings).sweep(minutesAfter(now, -daysOfSessions * 24 * 60))
        await new DeviceWriter(tx).sweep(minutesAfter(now, -daysOfSessions * 24 * 60))
        await new LockWriter(tx, settings).sweep(minutesAfter(now, -7 * 24 * 60))
      }),
  }
}
