import { expect, test } from 'vitest'
import type * as grid from '#modules/grid/common/index.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import type { putSetting } from '#platform/settings/common/index.ts'
import { buildTown, done } from '#testkit/town.ts'
import type * as contract from '../common/contract.ts'
import { cuttingSteps } from '../common/cutting-steps.ts'

const town = await buildTown()
const worker = await town.as('grid-worker')

const propose = async (more: object = {}) =>
  worker.query<typeof contract.proposeCutting>('posts.balance', { gridPath: '1', ...more })
const codeOf = (answer: unknown) => (isRefusal(answer) ? answer.code : 'done')

async function setNorm(least: number, most: number): Promise<void> {
  const admin = await town.as('system-admin')
  for (const [key, value] of Object.entries({ least, most })) {
    const input = { group: 'posts', key, seenVersion: 0, value, from: town.clock.now().slice(0, 10), reason: '试行' }
    done(await admin.command<typeof putSetting>('settings.put', input))
  }
  await expect.poll(async () => done(await propose()).norm, { timeout: 10_000 }).toEqual({ least, most })
}

test('small grids of a community are put together, never over its border, and nothing is changed', async () => {
  const before = town.program.grids.version
  const { norm, now, then, families } = done(await propose())
  expect(norm).toEqual({ least: 300, most: 500 })
  expect(now).toEqual({ grids: 10, outside: 10, unevenness: 1 })
  // Four, two and four cells of 144 homes, and a school's two without any.
  expect(families.map(({ grids }) => grids.map(({ households }) => households))).toEqual([
    ...[[288, 288], [288], [288, 288], [0, 0]],
  ])
  expect(then).toEqual({ grids: 5, outside: 5, unevenness: 1 })
  expect(families.flatMap(({ grids }) => grids.map(({ why }) => why))).toEqual([
    ...['between', 'between', 'too-few', 'between', 'between', null, null],
  ])
  expect(town.program.grids.version).toBe(before)
  const four = done(await propose({ parts: 4 }))
  expect(four.then.grids).toBe(4)
})

test('one grid within the norm, or what is not there, is no matter for a cutting', async () => {
  expect(codeOf(await propose({ gridPath: '1.1.1.1' }))).toBe('posts/nothing-to-cut')
  expect(codeOf(await propose({ gridPath: '8' }))).toBe('posts/not-found')
})

test('grids above the norm are cut between their houses; the draft of it passes the check and is submitted', async () => {
  await setNorm(50, 80)
  const { families, now, then } = done(await propose())
  expect(now).toMatchObject({ grids: 10, outside: 10 })
  // 144 homes of four houses become two grids of two houses.
  expect(then).toEqual({ grids: 20, outside: 0, unevenness: 1 })
  const fresh = families.flatMap(({ grids }) => grids).filter(({ keeps }) => keeps === null)
  expect(fresh).toHaveLength(10)

  const street = await town.as('street-centre')
  const draftId = newId()
  done(await street.command<typeof grid.beginDraft>('grid.begin-draft', { draftId, name: '重划', reason: '户数过多' }))
  const edits = cuttingSteps(families)
  expect(edits.map(edit => edit.do)).toEqual(['recut', 'recut', 'recut'])
  const { serial } = done(await street.command<typeof grid.editDraft>('grid.edit-draft', { draftId, after: 0, edits }))
  const draft = done(await street.query<typeof grid.showDraft>('grid.draft', { draftId }))
  expect(draft.findings).toEqual([])
  expect(draft.edits[0]!.steps[0]).toEqual({ do: 'recut', name: families[0]!.name })
  const { comparison } = draft
  expect(comparison.fresh).toHaveLength(10)
  expect(comparison.gone).toEqual([])
  expect(comparison.redrawn).toHaveLength(10)
  for (const one of comparison.fresh) expect(one.cutFrom).not.toBeNull()
  const { moves } = done(await street.query<typeof grid.draftMoves>('grid.draft-moves', { draftId }))
  expect(moves.find(({ kind }) => kind === 'households')!.total).toBe(720)
  done(await street.command<typeof grid.submitDraft>('grid.submit-draft', { draftId, after: serial }))
})

test('parts that do not share out the ground of their grids are no step of a draft', async () => {
  const { families } = done(await propose())
  const [first] = cuttingSteps(families)
  if (first?.do !== 'recut') throw new Error('a community to cut')
  const street = await town.as('street-centre')
  const draftId = newId()
  done(await street.command<typeof grid.beginDraft>('grid.begin-draft', { draftId, name: '试', reason: '试' }))
  const draw = (edit: grid.BoundaryEdit) =>
    street.command<typeof grid.editDraft>('grid.edit-draft', { draftId, after: 0, edits: [edit] })
  expect(codeOf(await draw({ ...first, parts: first.parts.slice(1) }))).toBe('grid/ground-not-shared-out')
  expect(codeOf(await draw({ ...first, paths: first.paths.slice(1) }))).toBe('grid/not-found')
  expect(codeOf(await draw({ ...first, paths: [...first.paths, '1.2.2'] }))).toBe('grid/grid-has-grids-below')
  expect(codeOf(await draw({ ...first, paths: [...first.paths, '1.2.1.1'] }))).toBe('grid/not-of-one-parent')
})
