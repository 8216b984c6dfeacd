import { expect, test } from 'vitest'
import { StatementNames } from './statement-names.ts'

test('a statement that comes back gets a name of its own and keeps it', () => {
  const names = new StatementNames('step', 250)
  const asked = (text: string) => [1, 2, 3, 4].map(() => names.of(text))
  expect(asked('select 1')).toEqual([undefined, undefined, 'step_1', 'step_1'])
  expect(asked('select 2')).toEqual([undefined, undefined, 'step_2', 'step_2'])
})

test('there are never more names than there is room for, however many texts come', () => {
  const names = new StatementNames('step', 250)
  const given = Array.from({ length: 2000 }, (_, i) => [1, 2, 3].map(() => names.of(`select ${i}`)).at(-1))
  expect(given.filter(name => name !== undefined)).toHaveLength(250)
  expect(names.of('select 0')).toBe('step_1')
})
