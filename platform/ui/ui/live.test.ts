import { describe, expect, test } from 'vitest'
import { pauseBefore, readChange } from './live.ts'

describe('live news', () => {
  test('a change names a thing; the greeting and nonsense are no change', () => {
    expect(readChange('{"kind":"case","id":"7"}')).toEqual({ kind: 'case', id: '7' })
    expect(readChange('{}')).toBeNull()
    expect(readChange('{"kind":1,"id":"7"}')).toBeNull()
    expect(readChange('not json')).toBeNull()
  })

  test('pauses grow to a minute and never vanish', () => {
    expect(pauseBefore(0, 1)).toBe(1_000)
    expect(pauseBefore(3, 1)).toBe(8_000)
    expect(pauseBefore(50, 1)).toBe(60_000)
    expect(pauseBefore(0, 0)).toBe(500)
  })
})
