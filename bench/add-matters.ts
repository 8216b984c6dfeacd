import { setTimeout } from 'node:timers/promises'
import pg from 'pg'

/** Old matters of the ordinary kind, closed, over the town's grids and two years. As the owner, who may vacuum. */
const statement = `
  with grids as (select array_agg(path) as paths from grid.grid where valid_to is null)
  insert into cases.case_file (id, number, status, source, description, lon, lat, grid_path, grid_names, no_grid, class_kind,
    class_code, photos, rework_count, reported_at, since, version, words)
  select gen_random_uuid(), 'old-' || n, 'closed', 'worker', '旧案 ' || n, 113.7 + (n % 1000) / 20000.0, 34.76 + (n % 977) / 20000.0,
    paths[1 + n % cardinality(paths)], '{}', false, 'event', '06010', '[]', 0,
    now() - (n % 1000000) * interval '63 seconds', now(), 6, array_to_tsvector(array['旧案', '暴露', '垃圾', n::text])
  from generate_series(1, $1::int) n, grids`

export async function addMatters(url: string, count: number): Promise<void> {
  if (count === 0) return
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement, [count])
  await client.query('vacuum analyze cases.case_file')
  await jobsCaughtUp(client)
  await client.end()
}

/** Jobs that keep something of each matter. */
const followers = ['cases.weigh', 'supervision.facts']
const lookEveryMs = 500

/**
 * So many matters come at once in no place, so what the jobs that keep copies of matters do about them is not part of
 * what is measured: they are told to compare everything, as they do each night, and have done so before it begins.
 */
async function jobsCaughtUp(client: pg.Client): Promise<void> {
  await client.query('delete from live.follower')
  for (;;) {
    const { rows } = await client.query<{ waiting: number }>(
      `select count(*)::int as waiting from unnest($1::text[]) as awaited (name)
        where not exists (select from live.follower where follower.name = awaited.name)`,
      [followers],
    )
    if (rows[0]?.waiting === 0) break
    await setTimeout(lookEveryMs)
  }
  await client.query('vacuum analyze')
}
