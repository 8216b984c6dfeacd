import type { Kysely } from 'kysely'
import { type Actor, can, holds } from '#platform/authz/common/grants.ts'
import { placedAt } from '#platform/authz/server/visible-where.ts'
import { type Query, query } from '#platform/commands/server/command.ts'
import { filesOf } from '#platform/files/server/attach.ts'
import { type Instant, instantOf, millisecondsOf } from '#platform/kernel/common/instant.ts'
import * as contract from '../common/contract.ts'
import { refuse } from '../common/refusals.ts'
import { faultOfObjecting, scoreOf } from '../common/score.ts'
import { standardIn } from '../common/standard.ts'
import { monthOf, subjectOf, whole } from './cleaning-commands.ts'
import { CleaningReader, deductionOf, type DeductionRow, type Tally } from './cleaning-store.ts'
import type { Section, Surroundings } from './surroundings.ts'
import type { CleaningTables } from './tables.ts'

const dayMilliseconds = 86_400_000
/** As far ahead as a cleaner sees the own shifts. */
const shiftDays = 7

export const cleaningQueries = (around: Surroundings): readonly Query[] => [
  myCleaning(around),
  listSections(around),
  showSection(around),
]

const myCleaning = (around: Surroundings) =>
  query<CleaningTables, typeof contract.myCleaning>(contract.myCleaning, {
    async run({ read, actor, now }) {
      const db = whole(read)
      const month = monthOf(now)
      const settings = around.settings(now)
      const own = actor.postId === null ? [] : await around.sections.ofPost(db, actor.postId, now)
      const reader = new CleaningReader(read)
      const ids = own.map(({ id }) => id)
      const tallies = await reader.tallies(ids, month)
      const until = instantOf(millisecondsOf(now) + shiftDays * dayMilliseconds)
      return {
        ...{ month, fullScore: settings.fullScore, standard: [...standardIn(settings)] },
        sections: own.map(section => ({
          ...{ sectionId: section.id, name: section.name, gridNames: [...around.places.names(section.gridPath)] },
          ...{ lengthMetres: Math.round(section.lengthMetres), areaSquareMetres: section.areaSquareMetres },
          score: scoreOf(settings.fullScore, [tallies.get(section.id)?.points ?? 0]),
        })),
        shifts: actor.postId === null ? [] : [...(await around.staff.shifts(db, actor.postId, now, until))],
        deductions: await present(around, read, { actor, now, sections: own }, await reader.deductionsOn(ids, month)),
      }
    },
  })

const listSections = (around: Surroundings) =>
  query<CleaningTables, typeof contract.listSections>(contract.listSections, {
    async run({ read, actor, now }, { gridPath, month = monthOf(now) }) {
      const db = whole(read)
      const settings = around.settings(now)
      const own = actor.grants.find(({ permission }) => permission === 'cleaning.read')?.within
      const path = gridPath ?? (own?.kind === 'subtree' ? own.path : (around.places.root()?.path ?? '1'))
      const seen = (await around.sections.within(db, path, now)).filter(section => mayRead(actor, section))
      const ids = seen.map(({ id }) => id)
      const tallies = await new CleaningReader(read).tallies(ids, month)
      const cleaners = await around.sections.cleaners(db, ids, now)
      return {
        ...{ month, fullScore: settings.fullScore, standard: [...standardIn(settings)] },
        sections: seen
          .map(one => lineOf(around, one, { full: settings.fullScore, tally: tallies.get(one.id), cleaners }))
          .toSorted((a, b) => b.open - a.open || a.score - b.score || a.name.localeCompare(b.name, 'zh-CN')),
        mayCheck: holds(actor, 'cleaning.check'),
      }
    },
  })

const showSection = (around: Surroundings) =>
  query<CleaningTables, typeof contract.showSection>(contract.showSection, {
    async run({ read, actor, now }, { sectionId, month = monthOf(now) }) {
      const db = whole(read)
      const section = await around.sections.find(db, sectionId, now)
      if (!section || !mayRead(actor, section)) return refuse['no-such-section']()
      const reader = new CleaningReader(read)
      const { fullScore } = around.settings(now)
      const tally = (await reader.tallies([sectionId], month)).get(sectionId)
      const cleaners = await around.sections.cleaners(db, [sectionId], now)
      const rows = await reader.deductionsOn([sectionId], month)
      return {
        ...{ month, fullScore, section: lineOf(around, section, { full: fullScore, tally, cleaners }) },
        deductions: await present(around, read, { actor, now, sections: [section] }, rows),
      }
    },
  })

export const mayRead = (actor: Actor, { gridPath }: Pick<Section, 'gridPath'>) =>
  can(actor, 'cleaning.read', { gridPath, unitId: null, postId: null, ownerId: null })

function lineOf(
  { places }: Surroundings,
  section: Section,
  given: { full: number; tally: Tally | undefined; cleaners: ReadonlyMap<string, readonly string[]> },
) {
  const { full, tally, cleaners } = given
  return {
    ...{ sectionId: section.id, name: section.name, gridName: places.names(section.gridPath).at(-1) ?? '' },
    ...{ point: section.point, areaSquareMetres: section.areaSquareMetres },
    cleaners: cleaners.get(section.id)?.length ?? 0,
    ...{ looks: tally?.looks ?? 0, deductions: tally?.deductions ?? 0, points: tally?.points ?? 0 },
    ...{ score: scoreOf(full, [tally?.points ?? 0]), open: tally?.open ?? 0 },
  }
}

/** Deductions with everything behind them, and what the reader may do about each. */
async function present(
  { sections: known, staff }: Surroundings,
  read: Kysely<CleaningTables>,
  { actor, now, sections }: { actor: Actor; now: Instant; sections: readonly Section[] },
  rows: readonly DeductionRow[],
): Promise<contract.DeductionView[]> {
  if (rows.length === 0) return []
  const db = whole(read)
  const events = await new CleaningReader(read).eventsOf(rows.map(({ id }) => id))
  const ids = [...new Set([...events.values()].flat().map(({ by_id }) => by_id))]
  const names = await staff.people(db, ids)
  const sectionIds = sections.map(({ id }) => id)
  const sweeping = await known.cleaners(db, sectionIds, now)
  const nameOf = new Map(sections.map(({ id, name }) => [id, name]))
  const shown: contract.DeductionView[] = []
  for (const row of rows) {
    const deduction = deductionOf(row)
    const isMine = actor.postId !== null && (sweeping.get(row.section_id) ?? []).includes(actor.postId)
    const photos = await filesOf(db, subjectOf(row.id))
    shown.push({
      ...{ deductionId: row.id, sectionId: row.section_id, sectionName: nameOf.get(row.section_id) ?? '' },
      ...{ item: row.item, at: row.at, pointsFirst: row.points_first, points: row.points, reason: row.reason },
      ...{ state: row.state, outcome: row.outcome, objectUntil: row.object_until },
      place: row.lon === null || row.lat === null ? null : { lon: row.lon, lat: row.lat },
      photos: photos.map(({ fileId }) => fileId),
      events: (events.get(row.id) ?? []).map(({ kind, at, by_id, text, points, outcome }) => ({
        ...{ kind, at, byName: names.get(by_id) ?? null, text, points, outcome },
      })),
      mayObject: isMine && holds(actor, 'cleaning.own') && faultOfObjecting(deduction, now, row.object_until) === null,
      mayDecide:
        row.state === 'objected' && row.owner_id !== actor.personId && can(actor, 'cleaning.decide', placedAt(row)),
    })
  }
  return shown
}
