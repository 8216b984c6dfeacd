import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { freshDatabase } from '#testkit/database.ts'
import { describeSchema } from './describe-schema.ts'

const { ownerUrl } = await freshDatabase()

test('the migrations, from zero, arrive at the schema in schema.sql (npm run schema writes it)', async () => {
  const written = readFileSync(new URL('../../../schema.sql', import.meta.url), 'utf8')
  expect(await describeSchema(ownerUrl)).toBe(written)
})

test('every table says in a sentence what it is for', async () => {
  const text = await describeSchema(ownerUrl)
  const comments = text.split('-- comments\n')[1]!.split('\n\n')[0]!.split('\n')
  expect(comments.length).toBeGreaterThan(10)
  for (const comment of comments) expect(comment).toMatch(/: [A-Z'].{20,}\.$/)
})
