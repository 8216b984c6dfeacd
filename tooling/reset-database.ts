import { rm } from 'node:fs/promises'
import { createInterface } from 'node:readline/promises'
import { readEnv } from '#apps/server/env.ts'
import { tell } from '#apps/server/tell.ts'
import { openDatabase } from '#platform/db/server/open-database.ts'

// `npm run db:reset`: removes our own database with everything in it, so that the next start is a first start.
const { WANGGE_DATA: folder, DATABASE_URL: url } = readEnv(process.env)
if (url) throw new Error('db:reset removes only our own database; unset DATABASE_URL')
const sure = process.argv.includes('--yes') || (await ask())
try {
  if (sure) await remove()
} catch (error) {
  tell(error)
  process.exitCode = 1
}

async function remove(): Promise<void> {
  // Opening it first makes sure that no program is using it.
  const database = await openDatabase({ dataDirectory: folder })
  await database.stop()
  await rm(folder, { recursive: true, force: true })
  console.log(`已清除 / removed: ${folder}`)
}

async function ask(): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await lines.question(`将删除 ${folder} 中的全部数据，输入 yes 确认 / type yes to remove everything: `)
  lines.close()
  return answer.trim() === 'yes'
}
