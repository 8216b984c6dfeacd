import { type Bounds, lowestWithAll, partsOf } from '#modules/grid/common/index.ts'
import { type Command, command, type Work } from '#platform/commands/server/command.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import type { Position } from '#platform/kernel/common/geometry.ts'
import { checkIntake, takeIntake } from '../../common/contract-intake.ts'
import type { Ground } from '../../common/intake/ground.ts'
import type { BuildingItem, IntakeBatch, Planned, PlannedRow } from '../../common/intake/item.ts'
import { planBuildings } from '../../common/intake/plan-buildings.ts'
import { planCourtyards } from '../../common/intake/plan-courtyards.ts'
import { planLines } from '../../common/intake/plan-lines.ts'
import { refuse } from '../../common/refusals.ts'
import { placeSubject } from '../commands.ts'
import { mayEditAt } from '../present.ts'
import type { Surroundings } from '../surroundings.ts'
import type { PlacesTables } from '../tables.ts'
import { IntakeStore } from './intake-store.ts'

type PlacesWork = Work<PlacesTables>

/** Under which an intake stands in the audit. */
const intakeSubject = 'place-intake'

/** A file of buildings, courtyards or lines: looked at, and taken in. Both plan alike, so that what was shown is what happens. */
export function intakeCommands(around: Surroundings): readonly Command[] {
  return [check(around), take(around)]
}

function check(around: Surroundings): Command {
  return command<PlacesTables, typeof checkIntake>(checkIntake, {
    subject: ({ intakeId }) => ({ kind: intakeSubject, id: intakeId }),
    async run(work, { batch }) {
      const { rows } = await planned(work, batch, around)
      return {
        counts: countsOf(rows),
        rows: rows.map(({ row, name, does, trouble, note, about }) => ({ row, name, does, trouble, note, about })),
      }
    },
  })
}

function take(around: Surroundings): Command {
  return command<PlacesTables, typeof takeIntake>(takeIntake, {
    subject: ({ intakeId }) => ({ kind: intakeSubject, id: intakeId }),
    async run(work, { intakeId, batch }) {
      const { rows, write } = await planned(work, batch, around)
      if (!rows.some(({ thing }) => thing !== null)) return refuse['nothing-to-take']()
      await write()
      const gridPath = lowestWithAll(rows.flatMap(({ thing }) => thing?.gridPath ?? []))
      const placed = { gridPath, unitId: null, postId: null, ownerId: null }
      work.tell({ subject: { kind: placeSubject, id: intakeId }, permission: 'places.read', placed })
      return { counts: countsOf(rows) }
    },
  })
}

interface Plan {
  readonly rows: readonly Planned<{ readonly gridPath: string }>[]
  readonly write: () => Promise<void>
}

async function planned(work: PlacesWork, batch: IntakeBatch, around: Surroundings): Promise<Plan> {
  const store = new IntakeStore(work.tx, dayOf(work.now))
  await store.hold()
  const ground = groundFor(work, around)
  switch (batch.kind) {
    case 'building': {
      const yards = await store.courtyardsNamed(batch.items.flatMap(({ courtyard }) => courtyard ?? []))
      const standing = await store.buildingsIn(boundsAround(batch.items))
      const rows = planBuildings(batch.items, standing, yards, ground)
      return { rows, write: () => store.takeBuildings(thingsOf(rows)) }
    }
    case 'courtyard': {
      const rows = planCourtyards(batch.items, await store.courtyardsNamed(namesOf(batch.items)), ground)
      return { rows, write: () => store.takeCourtyards(thingsOf(rows)) }
    }
    default: {
      const { kind, items } = batch
      const ids = items.flatMap(({ id }) => id ?? [])
      const rows = planLines(kind, items, await store.linesNamed(kind, namesOf(items), ids), ground)
      return { rows, write: () => store.takeLines(thingsOf(rows)) }
    }
  }
}

const thingsOf = <T>(rows: readonly Planned<T>[]): T[] => rows.flatMap(({ thing }) => (thing === null ? [] : [thing]))
const namesOf = (items: readonly { readonly name: string }[]) => items.map(({ name }) => name)

function groundFor({ actor, now }: PlacesWork, { grids, boundaryRules }: Surroundings): Ground {
  const cells = new Map<string, ReturnType<Ground['cellOf']>>()
  return {
    locate: place => grids.locate(place),
    cellOf(path) {
      const coordinates = grids.outlineOf(path)
      const cell = cells.get(path) ?? { path, parts: partsOf({ type: 'MultiPolygon', coordinates }) }
      cells.set(path, cell)
      return cell
    },
    nameOf: path => grids.find(path)?.name ?? path,
    mayEdit: path => mayEditAt(actor, [path]),
    toleranceMetres: boundaryRules(now).buildingToleranceCentimetres / 100,
  }
}

/** About a kilometre around: whoever has the same name in the same grid stands that near. */
const aroundDegrees = 0.01

function boundsAround(items: readonly BuildingItem[]): Bounds {
  const corners = items.flatMap(({ outline }): readonly Position[] => outline)
  const most = (of: 0 | 1, sign: 1 | -1) =>
    corners.reduce((found, corner) => Math.max(found, sign * corner[of]), -Infinity) * sign + sign * aroundDegrees
  return [most(0, -1), most(1, -1), most(0, 1), most(1, 1)]
}

function countsOf(rows: readonly PlannedRow[]) {
  const count = (does: PlannedRow['does']) => rows.filter(row => row.does === does).length
  return { add: count('add'), correct: count('correct'), same: count('same'), leftOut: count(null) }
}
