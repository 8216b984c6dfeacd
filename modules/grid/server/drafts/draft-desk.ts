import type { Kysely } from 'kysely'
import { isInside } from '#platform/authz/common/grants.ts'
import { isRefusal, type Refusal } from '#platform/kernel/common/refusal.ts'
import { applyEdits } from '../../common/boundaries/apply-edit.ts'
import { areaOf, partsOf } from '../../common/boundaries/cell.ts'
import { checkBoundaries } from '../../common/boundaries/check.ts'
import { type Comparison, compareTrees } from '../../common/boundaries/compare.ts'
import { type DraftCell, type DraftTree, draftTreeOf, stepsIn } from '../../common/boundaries/draft-tree.ts'
import type { Finding } from '../../common/boundaries/finding.ts'
import { numberGrids } from '../../common/boundaries/numbering.ts'
import { schemeNamed } from '../../common/code-scheme.ts'
import { refuse } from '../../common/refusals.ts'
import { partsOfShape } from '../cells/shapes.ts'
import type { GridIndex } from '../grid-index.ts'
import { GridReader } from '../grid-store.ts'
import type { ReadHandle } from '../posts.ts'
import type { Surroundings } from '../surroundings.ts'
import type { GridTables } from '../tables.ts'
import { type JournalRow, liveSteps } from './draft-store.ts'

/** The tree in force, ready for drawing. */
interface Base {
  readonly version: number
  readonly tree: DraftTree
  readonly scheme: string
  readonly everUsed: readonly string[]
}

/** A journal carried out on the tree in force, or the step at which that is no longer possible. */
export interface Drawn {
  readonly base: Base
  readonly tree: DraftTree
  readonly stuckAt: number | null
}

const draftsKept = 8

/** Carries journals out on the tree in force. What was drawn is kept in memory, so that one more step costs one step. */
export class DraftDesk {
  readonly #index: GridIndex
  readonly #around: Surroundings
  #base: Base | null = null
  readonly #kept = new Map<string, { key: string; steps: number; tree: DraftTree }>()

  constructor(index: GridIndex, around: Surroundings) {
    this.#index = index
    this.#around = around
  }

  /** Asks the database whether the tree has changed. Not inside a unit of work: it reads beside it. */
  async refresh(): Promise<void> {
    await this.#index.reload()
  }

  get version(): number {
    return this.#index.version
  }

  async base(db: ReadHandle): Promise<Base> {
    if (this.#base?.version === this.#index.version) return this.#base
    const { cells, grids } = this.#index.shapes()
    const version = this.#index.version
    const past = await new GridReader(db as unknown as Kysely<GridTables>).everUsed()
    const drawn = grids.map(
      ({ path, name, kind, code }, position): DraftCell => ({
        ...{ path, name, kind, code },
        parts: partsOf({ type: 'MultiPolygon', coordinates: partsOfShape(cells.shapes, position) }),
      }),
    )
    this.#kept.clear()
    this.#base = {
      ...{ version, scheme: past.scheme, everUsed: past.codes },
      tree: draftTreeOf(drawn, stepsIn(past.paths)),
    }
    return this.#base
  }

  async draw(db: ReadHandle, draftId: string, journal: readonly JournalRow[]): Promise<Drawn> {
    const base = await this.base(db)
    const steps = liveSteps(journal)
    const keyUpTo = (count: number) =>
      steps
        .slice(0, count)
        .map(({ serial }) => serial)
        .join(' ')
    const kept = this.#kept.get(draftId)
    const isUsable = kept !== undefined && kept.steps <= steps.length && kept.key === keyUpTo(kept.steps)
    let tree = isUsable ? kept.tree : base.tree
    for (const { serial, edits } of steps.slice(isUsable ? kept.steps : 0)) {
      const next = applyEdits(tree, edits)
      if (isRefusal(next)) return { base, tree, stuckAt: serial }
      tree = next
    }
    this.#keep(draftId, { key: keyUpTo(steps.length), steps: steps.length, tree })
    return { base, tree, stuckAt: null }
  }

  #keep(draftId: string, drawn: { key: string; steps: number; tree: DraftTree }): void {
    this.#kept.delete(draftId)
    this.#kept.set(draftId, drawn)
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > draftsKept && oldest !== undefined) this.#kept.delete(oldest)
  }

  async findings(db: ReadHandle, { tree }: Drawn, now: string): Promise<Finding[]> {
    const bounds = this.#index.bounds()
    const buildings = bounds === null ? [] : await this.#around.buildings(db, bounds)
    return checkBoundaries([...tree.cells.values()], { buildings, rules: this.#around.rules(now) })
  }

  compare({ base, tree }: Drawn): Comparison {
    const codes = numberGrids(tree, schemeNamed(base.scheme), base.everUsed)
    return compareTrees(base.tree.cells, tree, codes)
  }
}

/** Ground outside of what the draft is for may get corners, and may not move. */
export function outsideOf(before: DraftTree, after: DraftTree, under: string): Refusal<'grid/not-your-ground'> | null {
  for (const [path, cell] of after.cells) {
    const was = before.cells.get(path)
    if (was === cell || isInside(path, under)) continue
    const isSame = was !== undefined && was.name === cell.name && Math.abs(areaOf(was.parts) - areaOf(cell.parts)) < 0.5
    if (!isSame) return refuse['not-your-ground']({ name: cell.name })
  }
  for (const [path, { name }] of before.cells) {
    if (!after.cells.has(path) && !isInside(path, under)) return refuse['not-your-ground']({ name })
  }
  return null
}
