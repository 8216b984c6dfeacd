import { readEnv } from '#apps/server/env.ts'
import { tell } from '#apps/server/tell.ts'
import { type Verdict, verifyAudit } from '#platform/audit/server/verify.ts'
import { joinDatabase } from '#platform/db/server/open-database.ts'
import { connect } from '#platform/db/server/unit-of-work.ts'

// `npm run audit:verify`: walks the audit chain, beside the running program or alone, and names the first broken entry.
async function verify(): Promise<Verdict> {
  const env = readEnv(process.env)
  const database = await joinDatabase({
    dataDirectory: env.WANGGE_DATA,
    databaseUrl: env.DATABASE_URL,
    migratorUrl: env.DATABASE_MIGRATOR_URL,
  })
  const db = connect(database.appUrl, { connections: 1 })
  try {
    return await verifyAudit(db)
  } finally {
    await db.close()
    await database.stop()
  }
}

try {
  const verdict = await verify()
  if (verdict.whole) {
    console.log(`审计链完整 / the audit chain is whole: ${verdict.entries} entries, ${verdict.unsealed} not yet sealed`)
    console.log(`head ${verdict.head}`)
  } else {
    const { position, entryId, reason } = verdict
    console.log(`审计链断裂 / the audit chain is broken: entry ${entryId} (position ${position}), ${reason}`)
    process.exitCode = 1
  }
} catch (error) {
  tell(error)
  process.exitCode = 1
}
