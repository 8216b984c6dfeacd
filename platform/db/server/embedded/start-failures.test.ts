import { describe, expect, it } from 'vitest'
import { DatabaseStartError } from '../database-start-error.ts'
import { explainOutput, explainSystemError, otherMajorVersion } from './start-failures.ts'

describe('what the server printed becomes a sentence', () => {
  it.each([
    ['FATAL:  could not write to file "pg_wal/xlogtemp.7": No space left on device', 'disk-full'],
    ['PANIC:  could not write to file "base/5/2619": Disk quota exceeded', 'disk-full'],
    ['initdb: error: could not change permissions of directory: Operation not permitted', 'wrong-permissions'],
    ['FATAL:  data directory "/d" has invalid permissions', 'wrong-permissions'],
    ['FATAL:  data directory "/d" has wrong ownership', 'wrong-permissions'],
    ['FATAL:  could not open file "global/pg_control": Permission denied', 'wrong-permissions'],
    ['FATAL:  could not map anonymous shared memory: Cannot allocate memory', 'not-enough-shared-memory'],
    ['FATAL:  could not create shared memory segment: No space left on device', 'not-enough-shared-memory'],
    ['FATAL:  could not create semaphores: No space left on device', 'not-enough-shared-memory'],
    ['ERROR:  could not resize shared memory segment "/PostgreSQL.1": No space', 'not-enough-shared-memory'],
    ['postgres: error while loading shared libraries: libicui18n.so.60: cannot open', 'binary-unusable'],
    ["postgres: /lib/libc.so.6: version `GLIBC_2.27' not found", 'binary-unusable'],
  ])('%s', (output, code) => {
    const explained = explainOutput(`LOG:  starting\n${output}\n`, '/data')
    expect(explained?.code).toBe(code)
    expect(explained?.message).toBe(`${explained?.texts['zh-CN']}\n${explained?.texts.en}`)
    expect(explained?.texts['zh-CN']).toMatch(/请/)
    expect(explained?.texts.en).toMatch(/try again|start again|Install|Give/)
  })

  it('says nothing about what it does not know', () => {
    expect(explainOutput('LOG:  starting PostgreSQL 18.4\nFATAL:  something else', '/data')).toBeUndefined()
  })
})

describe('what the operating system refused becomes a sentence', () => {
  it.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EACCES', 'wrong-permissions'],
    ['EROFS', 'wrong-permissions'],
  ])('%s', (code, expected) => {
    const error = Object.assign(new Error(code), { code, path: '/data/cluster/secrets.json' })
    const explained = explainSystemError(error, '/data')
    expect(explained).toBeInstanceOf(DatabaseStartError)
    expect(explained).toMatchObject({ code: expected, cause: error })
  })

  it('gives a fault back as it is', () => {
    const fault = new TypeError('ours')
    expect(explainSystemError(fault, '/data')).toBe(fault)
  })
})

it('tells a newer data directory from an older one', () => {
  expect(otherMajorVersion('/data', 19, 18)).toMatchObject({ code: 'newer-data-directory' })
  expect(otherMajorVersion('/data', 17, 18)).toMatchObject({ code: 'older-data-directory' })
})
