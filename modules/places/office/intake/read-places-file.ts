import { type FileTrouble, type RawFile, readGroundFile } from '#modules/grid/office/index.ts'
import type { IntakeKind } from '../../common/intake/item.ts'

/** The rows of a file as a kind needs them: buildings are areas, courtyards places or areas, all else lines. */
export async function readPlacesFile(kind: IntakeKind, file: File): Promise<RawFile | FileTrouble> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (kind === 'building') return readGroundFile(file.name, bytes, 'area')
  if (kind !== 'courtyard') return readGroundFile(file.name, bytes, 'line')
  const places = await readGroundFile(file.name, bytes, 'place')
  const hasPlaces = typeof places === 'string' || places.shapes.some(({ parts }) => parts !== null)
  return hasPlaces ? places : readGroundFile(file.name, bytes, 'area')
}
