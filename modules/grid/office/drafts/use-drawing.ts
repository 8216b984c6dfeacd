import { useMemo, useState } from 'react'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import type { Polygon, Position } from '#platform/kernel/common/geometry.ts'
import type { MapBounds, Sketch } from '#platform/map/ui/index.ts'
import { useDo } from '#platform/ui/office/ask.ts'
import type { BoundaryEdit } from '../../common/boundaries/edit.ts'
import type { draftCells, editDraft, showDraft, undoEdit } from '../../common/contract-drafts.ts'

export type ShownDraft = OutputOf<typeof showDraft>
export type ShownCell = OutputOf<typeof draftCells>['cells'][number]
export type Corner = readonly [number, number]
/** What a line in the making is for. */
export type LinePurpose = 'split' | 'draw' | 'stretch'

/** Two corners of the chosen grid, by their place in its list; the stretch runs from one to the other along the ring. */
interface StretchEnds {
  readonly from: number
  readonly to: number
}

/** What a person is doing on a draft: which grid, which corner, which line in the making. */
export function useDrawing(draft: ShownDraft, cells: readonly ShownCell[]) {
  const [path, setPath] = useState<string | null>(null)
  const [corner, setCorner] = useState<number | null>(null)
  const [line, setLine] = useState<readonly Corner[] | null>(null)
  const [purpose, setPurpose] = useState<LinePurpose>('split')
  const [stretch, setStretch] = useState<StretchEnds | null>(null)
  const [preview, setPreview] = useState<readonly Polygon[]>([])
  const [isAlone, setAlone] = useState(false)
  const [finding, setFinding] = useState<number | null>(null)
  const endLine = () => {
    setLine(null)
    setStretch(null)
  }
  const edit = useDo<typeof editDraft>('grid.edit-draft', { renews: ['grid.draft'], onDone: () => endLine() })
  const back = useDo<typeof undoEdit>('grid.undo-edit', { renews: ['grid.draft'] })
  const chosen = cells.find(cell => cell.path === path) ?? null
  const corners = useMemo(() => (chosen ? cornersOf(chosen) : []), [chosen])
  const every = useMemo(() => everyCorner(cells), [cells])
  const mayDraw = draft.acts.includes('draw')
  const send = (...edits: BoundaryEdit[]) => {
    back.forget()
    edit.send({ draftId: draft.draftId, after: draft.serial, edits })
  }
  const only = isAlone && path !== null ? { only: path } : {}
  const choose = (next: string | null) => {
    setPath(next)
    setCorner(null)
    endLine()
  }
  const moveCorner = (index: number, to: Position) => {
    const from = corners[index]
    if (from) send({ do: 'move-corner', from: [...from], to: [to[0], to[1]], ...only })
  }
  return {
    ...{ chosen, corner, corners, line, isAlone, finding, mayDraw, choose, setCorner, setLine, setAlone, setFinding },
    ...{ send, moveCorner, only, purpose, setPreview, stretch, setStretch },
    /** From the chosen corner to the next, until others are chosen. */
    beginStretch() {
      const from = corner ?? 0
      setPurpose('stretch')
      setLine(stretch === null ? [] : null)
      setStretch(stretch === null ? { from, to: (from + 1) % Math.max(1, corners.length) } : null)
    },
    beginLine(next: Exclude<LinePurpose, 'stretch'>) {
      setPurpose(next)
      setStretch(null)
      setLine(line !== null && purpose === next ? null : [])
    },
    undo: () => {
      edit.forget()
      back.send({ draftId: draft.draftId, after: draft.serial })
    },
    isSending: edit.isSending || back.isSending,
    trouble: edit.trouble ?? back.trouble,
    sketch: {
      areas: [...areasOf(cells, path, draft, finding), ...previewed(preview)],
      corners: mayDraw ? corners.map((at, i) => ({ at, isChosen: i === corner })) : [],
      marks: draft.findings.flatMap(({ place }, i) =>
        finding !== null && finding !== i ? [] : [{ at: [place.lon, place.lat] as const, isChosen: finding === i }],
      ),
      // A line that cuts a grid ends outside of it, not on its corners.
      snapTo: purpose === 'split' && line !== null ? [] : every,
      line: chosen && stretch && line ? alongStretch(chosen, stretch, line) : line,
      onArea: (id: string) => choose(cells.some(cell => cell.path === id) ? id : null),
      onCorner: setCorner,
      ...(mayDraw ? { onMoveCorner: moveCorner } : {}),
      onPoint: ([lon, lat]: Position) => setLine([...(line ?? []), [lon, lat]]),
    } satisfies Sketch,
  }
}

export type DrawingNow = ReturnType<typeof useDrawing>

/** What a file would bring, before it is taken. */
function previewed(polygons: readonly Polygon[]) {
  return polygons.map((polygon, i) => ({ id: `new ${i}`, polygon, look: 'chosen' as const }))
}

/** Every corner of every ring, without the one that closes it. */
function cornersOf({ polygon }: ShownCell): Corner[] {
  return ringsOf(polygon as Polygon).flatMap(ring => ring.slice(0, -1))
}

/** The corners of all grids, each once. */
function everyCorner(cells: readonly ShownCell[]): readonly Corner[] {
  const corners = cells.flatMap(cornersOf)
  return [...new Map(corners.map(corner => [corner.join(' '), corner])).values()]
}

export function ringsOf(polygon: Polygon): readonly (readonly Position[])[] {
  return polygon.type === 'Polygon' ? polygon.coordinates : polygon.coordinates.flat()
}

/** The corner that follows in its ring: an edge begins at each corner. */
export function nextCorner({ polygon }: ShownCell, index: number): Corner | null {
  let before = 0
  for (const ring of ringsOf(polygon as Polygon)) {
    const size = ring.length - 1
    if (index < before + size) return ring[index - before + 1] ?? null
    before += size
  }
  return null
}

/** The corners from one to the other in the order of their ring; null when they are not of one ring. */
export function stretchOf({ polygon }: ShownCell, from: number, to: number): Corner[] | null {
  let before = 0
  for (const ring of ringsOf(polygon as Polygon)) {
    const size = ring.length - 1
    const isHere = (index: number) => index >= before && index < before + size
    if (isHere(from) && isHere(to)) {
      const count = ((to - from + size) % size) + 1
      return Array.from({ length: count }, (_, i) => ring[(from - before + i) % size]!)
    }
    before += size
  }
  return null
}

/** The line in the making with the corners at which it has to begin and end. */
function alongStretch(chosen: ShownCell, { from, to }: StretchEnds, line: readonly Corner[]): readonly Corner[] {
  const old = stretchOf(chosen, from, to)
  return old ? [old[0]!, ...line, old.at(-1)!] : line
}

function areasOf(cells: readonly ShownCell[], path: string | null, draft: ShownDraft, finding: number | null) {
  const faults = draft.findings.flatMap(({ outline }, i) =>
    outline === null || (finding !== null && finding !== i) ? [] : [{ id: `fault ${i}`, outline }],
  )
  return [
    ...cells.map(cell => ({
      id: cell.path,
      polygon: cell.polygon as Polygon,
      look: cell.path === path ? ('chosen' as const) : cell.isLeaf ? ('plain' as const) : ('around' as const),
    })),
    ...faults.map(({ id, outline }) => ({
      ...{ id, look: 'fault' as const },
      polygon: { type: 'Polygon' as const, coordinates: [outline] },
    })),
  ]
}

/** Grids of one parent that have corners in common with this one, and can be joined to it: lowest ones to lowest ones. */
export function neighboursOf(chosen: ShownCell, cells: readonly ShownCell[]): ShownCell[] {
  const own = new Set(cornersOf(chosen).map(String))
  const parent = (path: string) => path.slice(0, path.lastIndexOf('.'))
  return cells.filter(
    cell =>
      cell.path !== chosen.path &&
      cell.isLeaf === chosen.isLeaf &&
      parent(cell.path) === parent(chosen.path) &&
      cornersOf(cell).filter(each => own.has(String(each))).length > 1,
  )
}

/** The box around some grids. */
export function boundsOf(cells: readonly ShownCell[]): MapBounds {
  const corners = cells.flatMap(({ polygon }) => ringsOf(polygon as Polygon).flat())
  const lons = corners.map(([lon]) => lon)
  const lats = corners.map(([, lat]) => lat)
  const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), 180)
  const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), -180)
  return [least(lons), least(lats), most(lons), most(lats)]
}
