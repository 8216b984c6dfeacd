import { expect, test } from 'vitest'
import { Memory } from './memory.ts'

const about = (...kinds: string[]) => kinds.map(kind => ({ subject: { kind } }))

test('only what the changes are about is read anew, once, and has been read when it is said', async () => {
  const read: string[] = []
  const later = (kind: string) => async () => {
    await Promise.resolve()
    read.push(kind)
  }
  const memory = new Memory({ settings: later('settings'), standard: later('standard') }, () => {})
  await memory.changed(about('case', 'settings', 'settings'))
  expect(read).toEqual(['settings'])
})

test('a reading that began earlier never replaces a later one', async () => {
  let stored = 'old'
  let kept = ''
  const answers: (() => void)[] = []
  const reload = async () => {
    const seen = stored
    await new Promise<void>(resolve => answers.push(resolve))
    kept = seen
  }
  const memory = new Memory({ settings: reload }, () => {})
  const first = memory.changed(about('settings'))
  await Promise.resolve()
  stored = 'new'
  const second = memory.changed(about('settings'))
  answers[0]!()
  await first
  await Promise.resolve()
  answers[1]!()
  await second
  expect(kept).toBe('new')
})

test('what cannot be read is reported, and read again at the next change', async () => {
  const failed: string[] = []
  let isBroken = true
  let reads = 0
  const reload = () => {
    if (isBroken) throw new Error('no connection')
    reads++
  }
  const memory = new Memory({ settings: reload }, kind => failed.push(kind))
  await memory.changed(about('settings'))
  isBroken = false
  await memory.changed(about('settings'))
  expect([failed, reads]).toEqual([['settings'], 1])
})
