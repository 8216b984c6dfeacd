import type { Kysely } from 'kysely'
import { isInside } from '#platform/authz/common/grants.ts'
import type { Db } from '#platform/db/server/unit-of-work.ts'
import type { Point } from '#platform/kernel/common/geometry.ts'
import { type Bounds, type Grid, parentOf, pathsDownTo } from '../common/grid.ts'
import { Cells } from './cells/cells.ts'
import { partsOfShape } from './cells/shapes.ts'
import { toDegrees, toUnits } from './cells/units.ts'
import type { GridHistory } from './grid-history.ts'
import { type GridInForce, GridReader } from './grid-store.ts'
import type { ReadHandle } from './posts.ts'
import type { GridTables } from './tables.ts'

interface Tree {
  readonly version: number
  readonly grids: readonly Grid[]
  readonly positions: ReadonlyMap<string, number>
  readonly children: ReadonlyMap<string, readonly Grid[]>
  readonly cells: Cells
}

/**
 * The tree of grids in the memory of this process: which grid a place lies in, by exact arithmetic, in about a
 * microsecond. Built at start, and again when the version in the database has grown.
 */
export class GridIndex {
  readonly #source: Source
  #tree: Tree
  #past: { readonly version: number; readonly history: GridHistory } | undefined
  #reloading: Promise<boolean> | undefined

  private constructor(source: Source, tree: Tree) {
    this.#source = source
    this.#tree = tree
  }

  static async open(db: Db): Promise<GridIndex> {
    return GridIndex.from(sourceOf(db))
  }

  /** For tests and for tools that have grids but no database. */
  static async from(source: Source): Promise<GridIndex> {
    const { version, grids } = await source.load()
    return new GridIndex(source, plant(version, grids))
  }

  /** The tree on any day, as the database has it now; read anew when its version has grown. */
  async history(db: ReadHandle): Promise<GridHistory> {
    const reader = new GridReader(db as unknown as Kysely<GridTables>)
    const version = await reader.version()
    if (this.#past?.version !== version) this.#past = { version, history: await reader.history() }
    return this.#past.history
  }

  /** Grows with every change of the tree. */
  get version(): number {
    return this.#tree.version
  }

  /** The path of the lowest grid that has the place, or null outside every grid. */
  locate({ lon, lat }: Point): string | null {
    const { cells, grids } = this.#tree
    const cell = cells.cellAt(toUnits(lon), toUnits(lat))
    return cell < 0 ? null : grids[cell]!.path
  }

  find(path: string): Grid | undefined {
    const { positions, grids } = this.#tree
    const position = positions.get(path)
    return position === undefined ? undefined : grids[position]
  }

  /** Names from the top down to the grid; empty for a path that is not in the tree. */
  names(path: string): string[] {
    return pathsDownTo(path).flatMap(step => this.find(step)?.name ?? [])
  }

  /** The grid at the top; the first of them where several places share one system. */
  root(): Grid | null {
    return this.#tree.grids[0] ?? null
  }

  /** Parents before children. */
  all(): readonly Grid[] {
    return this.#tree.grids
  }

  childrenOf(path: string): readonly Grid[] {
    return this.#tree.children.get(path) ?? []
  }

  /** The box around everything; null while there are no grids. */
  bounds(): Bounds | null {
    const tops = this.#tree.grids.filter(grid => parentOf(grid.path) === null)
    const [first, ...others] = tops.map(grid => grid.bounds)
    return first ? others.reduce<Bounds>(around, first) : null
  }

  under(path: string): readonly Grid[] {
    return this.#tree.grids.filter(grid => isInside(grid.path, path))
  }

  /** The boundary of a grid as the coordinates of a MultiPolygon; empty for a path that is not in the tree. */
  outlineOf(path: string): [lon: number, lat: number][][][] {
    const position = this.#tree.positions.get(path)
    return position === undefined ? [] : partsOfShape(this.#tree.cells.shapes, position)
  }

  /** Paths by the distance of the grids' centres: from the centre of the cell that has the place, or from the place. */
  pathsByDistance(point: Point, limit: number): string[] {
    const { cells, grids } = this.#tree
    const place = { x: toUnits(point.lon), y: toUnits(point.lat) }
    const cell = cells.cellAt(place.x, place.y)
    return cells.nearestTo(cell < 0 ? place : cell, limit).map(position => grids[position]!.path)
  }

  /** What the tile maker needs; positions are those of `all()`. */
  shapes(): { readonly cells: Cells; readonly grids: readonly Grid[] } {
    return this.#tree
  }

  /** Compares versions and builds anew when needed. Says whether it did. Calls made meanwhile share one build. */
  reload(): Promise<boolean> {
    this.#reloading ??= this.#reload().finally(() => {
      this.#reloading = undefined
    })
    return this.#reloading
  }

  async #reload(): Promise<boolean> {
    if ((await this.#source.version()) === this.#tree.version) return false
    const { version, grids } = await this.#source.load()
    this.#tree = plant(version, grids)
    return true
  }
}

export interface Source {
  readonly load: () => Promise<{ version: number; grids: readonly GridInForce[] }>
  readonly version: () => Promise<number>
}

function sourceOf(db: Db): Source {
  const reader = () => new GridReader(db.read<GridTables>())
  return {
    version: () => reader().version(),
    async load() {
      // The version first: a change between the two is then seen by the next reload, not lost.
      const version = await reader().version()
      return { version, grids: await reader().inForce() }
    },
  }
}

function plant(version: number, sources: readonly GridInForce[]): Tree {
  const children = new Map<string, Grid[]>()
  const parents = new Set(sources.flatMap(({ path }) => parentOf(path) ?? []))
  const cells = new Cells(
    sources.map(source => source.polygon),
    sources.map(source => source.level),
    sources.map(source => !parents.has(source.path)),
  )
  const grids = sources.map(({ polygon: _, ...source }, position) => ({ ...source, bounds: boundsOf(cells, position) }))
  for (const grid of grids) {
    const parent = parentOf(grid.path)
    if (parent === null) continue
    const brothers = children.get(parent)
    if (brothers) brothers.push(grid)
    else children.set(parent, [grid])
  }
  return { version, grids, positions: new Map(grids.map((grid, position) => [grid.path, position])), children, cells }
}

function boundsOf({ shapes }: Cells, position: number): Bounds {
  const [west = 0, south = 0, east = 0, north = 0] = shapes.boxes.subarray(position * 4, position * 4 + 4)
  return [toDegrees(west), toDegrees(south), toDegrees(east), toDegrees(north)]
}

function around(a: Bounds, b: Bounds): Bounds {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]
}
