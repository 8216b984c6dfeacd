import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { followedColumns, keptColumns } from './grid-columns.ts'

/** Names under which a grid's path is kept; `place_1` … are made from the path beside them. */
const namesOfPaths = /^(\w+_)?(path|grid|areas|under)$/

test('every column that names a grid follows it to its new path, or says why it keeps the old one', async () => {
  const schema = await readFile(new URL('../../schema.sql', import.meta.url), 'utf8')
  const columns = schema.split('\n').flatMap(line => {
    const [, column, name] = /^(\w+\.\w+\.(\w+)) text(?:\[\])?(?: |$)/.exec(line) ?? []
    return column && name && namesOfPaths.test(name) ? [column] : []
  })
  expect(columns).toContain('patrol.plan.grid_path')
  expect(columns.toSorted()).toEqual([...Object.keys(followedColumns), ...Object.keys(keptColumns)].toSorted())
})
