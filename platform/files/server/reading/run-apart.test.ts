import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runApart } from './run-apart.ts'

const bounds = { memoryBytes: 1024 ** 3, milliseconds: 60_000, answerBytes: 10_000 }
const pry = join(import.meta.dirname, 'pry-trial.ts')
const given = { words: [], input: Buffer.alloc(0) }

test('a process apart reads no file of ours, writes and starts nothing, and sees nothing of our surroundings', async () => {
  const said = JSON.parse((await runApart(pry, given, bounds)) ?? '{}') as object
  expect(said).toEqual({ refused: ['read', 'write', 'start', 'evaluate'], surroundings: [] })
}, 90_000)

test('one that answers too much is ended, one that cannot be started is an error', async () => {
  expect(await runApart(pry, given, { ...bounds, answerBytes: 5 })).toBeNull()
  expect(await runApart(pry, given, { ...bounds, memoryBytes: 1024 })).toBeNull()
  await expect(runApart(join(import.meta.dirname, 'not-there.ts'), given, bounds)).rejects.toThrow('ended with 1')
}, 90_000)
