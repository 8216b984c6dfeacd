import { expect, test } from 'vitest'
import type { reportCase } from '#modules/cases/common/index.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { buildTown, done, type Neighbour } from '#testkit/town.ts'
import type { countInbox, listInbox } from '#platform/inbox/common/contract.ts'

const town = await buildTown()

async function everything(who: Neighbour, limit: number, shift: 'first' | 'all' = 'first') {
  const rows = []
  for (let cursor: string | undefined; ; ) {
    const page = done(await who.query<typeof listInbox>('inbox.list', { limit, shift, ...(cursor ? { cursor } : {}) }))
    rows.push(...page.rows)
    if (page.next === null) return rows
    cursor = page.next
  }
}

test('pages add up to the count, whatever their size, and nothing comes twice', async () => {
  const chief = await town.as('street-centre')
  const worker = await town.as('grid-worker')
  for (let i = 0; i < 7; i++) {
    done(
      await worker.command<typeof reportCase>('cases.report', {
        caseId: newId(),
        source: 'worker',
        description: `第 ${i} 件`,
      }),
    )
  }
  // What has just come in is first for those on shift, and no shift is this post's.
  const { total, ofTheShift } = done(await chief.query<typeof countInbox>('inbox.count', {}))
  expect(ofTheShift).toBeGreaterThanOrEqual(7)
  for (const limit of [1, 3, 100]) {
    const rows = await everything(chief, limit)
    expect(new Set(rows.map(row => `${row.subjectId} ${row.task}`)).size).toBe(rows.length)
    expect(rows).toHaveLength(total)
    const all = await everything(chief, limit, 'all')
    expect(new Set(all.map(row => `${row.subjectId} ${row.task}`)).size).toBe(total + ofTheShift)
    expect(all.filter(row => row.isOfTheShift)).toHaveLength(ofTheShift)
  }
})

test('urgent comes before old, old before new', async () => {
  await town.db.pool.query(`insert into inbox.item (subject_kind, subject_id, task, permission, grid_path, title, priority, since, due_at)
    values ('case', 'urgent', 'accept', 'cases.accept', '1', '急', 2, '2026-09-15T01:00:00Z', null),
      ('case', 'older', 'accept', 'cases.accept', '1', '旧', 0, '2020-01-01T01:00:00Z', null),
      ('case', 'due', 'accept', 'cases.accept', '1', '限', 0, '2026-09-15T01:00:00Z', '2026-09-15T02:00:00Z')`)
  const rows = await everything(await town.as('acceptor'), 100)
  const order = rows.map(row => row.subjectId).filter(id => ['urgent', 'older', 'due'].includes(id))
  expect(order).toEqual(['due', 'urgent', 'older'])
})

test('one inbox for all posts of a person, each item with the post it is for', async () => {
  const person = await town.as('many-posts')
  const { rows: posts } = await town.db.pool.query<{ post_id: string }>(
    `select p.post_id from identity.appointment p join identity.account a on a.person_id = p.person_id
     where a.login = 'many-posts' and p.until_at is null`,
  )
  expect(posts).toHaveLength(3)
  for (const [i, { post_id }] of posts.entries()) {
    await town.db.pool.query(
      `insert into inbox.item (subject_kind, subject_id, task, permission, post_id, title, since)
       values ('test', $1, 'look', 'grid.read', $2, '看', now())`,
      [`for post ${i}`, post_id],
    )
  }
  const rows = (await everything(person, 100)).filter(row => row.subjectKind === 'test')
  // Reading grids is granted everywhere to staff, so any post of theirs may do it: the first is named.
  expect(rows).toHaveLength(3)
  expect(posts.map(post => post.post_id)).toContain(rows[0]!.postId)
  // Each post could do all three, and there are still three.
  const { total, tasks, counts } = done(await person.query<typeof countInbox>('inbox.count', {}))
  expect(tasks.find(({ task }) => task === 'look')?.count).toBe(3)
  expect(counts.filter(({ task }) => task === 'look').map(({ count }) => count)).toEqual([3, 3, 3])
  expect(tasks.reduce((sum, { count }) => sum + count, 0)).toBe(total)
})

test('nobody has no inbox, and a resident sees nothing of the desks', async () => {
  expect(await town.nobody().query<typeof listInbox>('inbox.list', {})).toMatchObject({
    code: 'commands/sign-in-first',
  })
  expect(await everything(await town.as('resident'), 100)).toEqual([])
})
