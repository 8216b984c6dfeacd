import { describe, expect, it } from 'vitest'
import { DatabaseStartError } from '../database-start-error.ts'
import { type DatabaseFacts, judgeDatabase } from './checks.ts'
import { lack } from './lack-texts.ts'
import { DatabaseUnsuitable, settingsIncomplete } from './lacks.ts'

const fit: DatabaseFacts = { version: '15.0', major: 15, standby: false, encoding: 'UTF8', ctype: 'C.UTF-8' }

describe('what is true of the database itself', () => {
  it('lets the oldest supported version and a newer one pass', () => {
    expect(judgeDatabase(fit)).toEqual([])
    expect(judgeDatabase({ ...fit, version: '19.1', major: 19 })).toEqual([])
    expect(judgeDatabase({ ...fit, ctype: 'zh_CN.UTF-8' })).toEqual([])
  })

  it.each([
    [{ version: '14.9', major: 14 }, 'old-version', '14.9'],
    [{ standby: true }, 'standby', 'standby'],
    [{ encoding: 'SQL_ASCII' }, 'not-utf8', 'SQL_ASCII'],
    [{ ctype: 'C' }, 'locale-without-chinese', 'lc_ctype C'],
    [{ ctype: 'POSIX' }, 'locale-without-chinese', 'POSIX'],
  ] as const)('%o', (facts, code, word) => {
    const [found, ...others] = judgeDatabase({ ...fit, ...facts })
    expect(others).toEqual([])
    expect(found?.code).toBe(code)
    expect(found?.text.en).toContain(word)
  })
})

it('tells all lacks at once, numbered, in both languages', () => {
  const refusal = new DatabaseUnsuitable([lack.standby(), lack.notUtf8('LATIN1')])
  expect(refusal).toBeInstanceOf(DatabaseStartError)
  expect(refusal.message).toMatch(
    /以下 2 项[^]*1\. 这是只读[^]*2\. 数据库编码是 LATIN1[^]*Mend these 2[^]*2\. The database is enc/,
  )
})

it('says which address is missing, and how to make both logins', () => {
  expect(settingsIncomplete('DATABASE_MIGRATOR_URL').message).toMatch(
    /缺少 DATABASE_MIGRATOR_URL[^]*create role wangge_owner[^]*DATABASE_MIGRATOR_URL is missing/,
  )
})
