import pg from 'pg'
import { expect, test } from 'vitest'
import type { Actor } from '#platform/authz/common/grants.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { freshDatabase } from '#testkit/database.ts'
import { VisitReader } from './visit-store.ts'

const { db, ownerUrl } = await freshDatabase()

test('the latest visit to each is found, however often the others were visited since', async () => {
  const [often, once, never] = [newId(), newId(), newId()]
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  const visit = (things: readonly string[], times: number) =>
    owner.query(
      `insert into visits.visit
         (id, at, device_at, heard_at, thing_ids, kind, owner_id, grid_path, topic, meeting, consent, outcome, cases)
       select gen_random_uuid(), at, at, at, $1, 'care', 'x', '1.1', '', 'met', 'given', 'done', '[]'
       from (select timestamptz '2026-09-01' + (n - 1) * interval '1 minute' as at from generate_series(1, $2::int) n) one`,
      [things, times],
    )
  await visit([once], 1)
  await visit([often, newId()], 90)
  await owner.end()
  const grants = [{ permission: 'visits.read', within: { kind: 'everywhere' as const } }]
  const actor: Actor = { personId: 'y', postId: null, unitId: null, grants }
  const latest = await new VisitReader(db.read(), actor).latestOf([often, once, never])
  expect([...latest.keys()].toSorted()).toEqual([often, once].toSorted())
  expect(latest.get(often)?.at).toBe('2026-09-01T01:29:00.000Z')
  expect(latest.get(once)?.at).toBe('2026-09-01T00:00:00.000Z')
})
