import type { Position } from '#platform/kernel/common/geometry.ts'
import type { MapDrawing } from '#platform/map/ui/index.ts'
import type { IntakeField } from '../../common/intake/columns.ts'

/** What is being drawn or put right by hand. */
export interface Pen {
  /** Of the thing that is put right; null for a new one. */
  readonly id: string | null
  readonly facts: Readonly<Partial<Record<IntakeField, string>>>
  /** A corner on each line, `lon,lat`; an empty line between the runs of a line. */
  readonly corners: string
}

/** The runs of corners that a text says; null where a line is no corner. */
export function runsIn(text: string): Position[][] | null {
  const runs: Position[][] = [[]]
  for (const line of text.split('\n')) {
    if (line.trim() === '') {
      if (runs.at(-1)!.length > 0) runs.push([])
      continue
    }
    const [lon, lat, ...more] = line
      .split(/[,，\s]+/)
      .filter(part => part !== '')
      .map(Number)
    if (lon === undefined || lat === undefined || more.length > 0) return null
    if (!Number.isFinite(lon) || !Number.isFinite(lat)) return null
    runs.at(-1)!.push([lon, lat])
  }
  return runs.filter(run => run.length > 0)
}

export function cornersOf(runs: readonly (readonly Position[])[]): string {
  return runs.map(run => run.map(([lon, lat]) => `${lon},${lat}`).join('\n')).join('\n\n')
}

export function withCorner(text: string, [lon, lat]: Position): string {
  const before = text.trimEnd()
  return `${before}${before === '' ? '' : '\n'}${lon.toFixed(7)},${lat.toFixed(7)}`
}

export function withoutLast(text: string): string {
  return text.trimEnd().split('\n').slice(0, -1).join('\n').trimEnd()
}

/** Half the size of the cross on a corner: about six metres. */
const crossDegrees = 6e-5

/** What is drawn so far, over everything else: its course, and a cross on each corner. */
export function drawingOf({ corners }: Pen, isArea: boolean): MapDrawing[] {
  const drawn = runsIn(corners) ?? []
  if (drawn.length === 0) return []
  const crosses = drawn.flat().flatMap(([lon, lat]): Position[][] => [
    [
      [lon - crossDegrees, lat],
      [lon + crossDegrees, lat],
    ],
    [
      [lon, lat - crossDegrees],
      [lon, lat + crossDegrees],
    ],
  ])
  const marks = lines('pen-corners', crosses)
  const runs = drawn.filter(run => run.length >= (isArea ? 3 : 2))
  if (runs.length === 0) return [marks]
  if (!isArea) return [lines('pen', runs), marks]
  const coordinates = runs.map(run => [[...run, run[0]!]])
  return [{ id: 'pen', title: '', tone: 'two', shape: { type: 'MultiPolygon', coordinates } }, marks]
}

const lines = (id: string, coordinates: Position[][]): MapDrawing => ({
  ...{ id, title: '', tone: 'two' },
  shape: { type: 'MultiLineString', coordinates },
})
