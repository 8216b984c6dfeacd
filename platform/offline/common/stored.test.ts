import { describe, expect, test } from 'vitest'
import { isAccepted } from './protocol.ts'
import { raise } from './stored.ts'

describe('what an older app stored', () => {
  const steps = {
    1: (old: unknown) => ({ words: old as string }),
    2: (old: unknown) => ({ ...(old as object), photos: [] }),
  }

  test('is brought up step by step, from wherever it stands', () => {
    expect(raise({ version: 1, value: '路灯不亮' }, 3, steps)).toEqual({ words: '路灯不亮', photos: [] })
    expect(raise({ version: 2, value: { words: 'x' } }, 3, steps)).toEqual({ words: 'x', photos: [] })
    expect(raise({ version: 3, value: { words: 'x' } }, 3, steps)).toEqual({ words: 'x' })
  })

  test('is as good as not there when a step is missing, or when it comes from a newer app', () => {
    expect(raise({ version: 0, value: 'x' }, 3, steps)).toBeUndefined()
    expect(raise({ version: 4, value: 'x' }, 3, steps)).toBeUndefined()
  })
})

describe('which protocols still get through', () => {
  test('the present one and the stated number before it', () => {
    const protocol = { now: 7, olderAccepted: 3 }
    expect([3, 4, 5, 6, 7, 8].map(one => isAccepted(one, protocol))).toEqual([false, true, true, true, true, false])
    expect([0, -1, 1.5, Number.NaN].map(one => isAccepted(one, { now: 1, olderAccepted: 3 }))).toEqual([
      false,
      false,
      false,
      false,
    ])
  })
})
