import type { Position } from '#platform/kernel/common/geometry.ts'
import { boundsHave, type MapBounds, type MapDrawing, type MapPoint } from '#platform/map/ui/index.ts'
import type { IntakeBatch } from '../../common/intake/item.ts'
import type { CheckedRows } from './Checked.tsx'

/** Areas and lines of a file; what is left out has the tone of a gap once that is known. */
export function drawingsOf(batch: IntakeBatch | null, checked: CheckedRows | null): MapDrawing[] {
  if (!batch || batch.kind === 'courtyard') return []
  const left = leftOutRows(checked)
  return batch.items.map(item => ({
    ...{ id: String(item.row), title: item.name, tone: left.has(item.row) ? 'gap' : 'three' },
    shape:
      'outline' in item
        ? { type: 'MultiPolygon', coordinates: [[item.outline]] }
        : { type: 'MultiLineString', coordinates: item.coordinates },
  }))
}

export function pointsOf(batch: IntakeBatch | null, checked: CheckedRows | null): MapPoint[] {
  if (batch?.kind !== 'courtyard') return []
  const left = leftOutRows(checked)
  return batch.items.map(({ row, name, place: [lon, lat] }) => ({
    ...{ id: String(row), place: { lon, lat }, title: name },
    ...(left.has(row) ? { shape: 'cross', tone: 'over' } : { shape: 'square', tone: 'on-time' }),
  }))
}

/** The box around what lies in the place that the system is for, or around everything when nothing does. */
export function boundsOfItems(batch: IntakeBatch, here: MapBounds): MapBounds {
  const all =
    batch.kind === 'courtyard'
      ? batch.items.map(({ place }): Position => place)
      : batch.items.flatMap((item): Position[] => ('outline' in item ? item.outline : item.coordinates.flat()))
  const inside = all.filter(([lon, lat]) => boundsHave(here, { lon, lat }))
  const corners = inside.length > 0 ? inside : all
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [lon, lat] of corners) {
    box[0] = Math.min(box[0], lon)
    box[1] = Math.min(box[1], lat)
    box[2] = Math.max(box[2], lon)
    box[3] = Math.max(box[3], lat)
  }
  return box
}

const leftOutRows = (checked: CheckedRows | null) =>
  new Set(checked?.rows.flatMap(({ row, does }) => (does === null ? [row] : [])))
