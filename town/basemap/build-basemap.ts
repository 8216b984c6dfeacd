import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { readOpenCity } from '../geography/open-data/open-city.ts'
import { demoCentre } from '../geography/open-data/move.ts'
import { toDegrees } from '#platform/planar/common/point.ts'
import { layerNames, toLayers } from './layers.ts'
import { type Bounds, writePmtiles } from '#platform/map/server/pmtiles.ts'
import { cutTiles, zooms } from './tiles.ts'

/** Changes whenever the builder would make another file. */
const version = '1'

export const attribution = '© OpenStreetMap contributors (ODbL)，示范数据已平移改名'

/** Builds the demo's base map, a few seconds' work; a file that this version has built already stays as it is. */
export async function buildBasemap(file: string): Promise<void> {
  if (await isBuilt(file)) return
  const city = readOpenCity()
  const archive = writePmtiles({
    tiles: cutTiles(toLayers(city), boundsOf(city.roads)),
    bounds: boundsOf(city.roads),
    centre: { ...demoCentre, zoom: 14 },
    zooms,
    metadata: { name: 'Wangge demo', version, attribution, vector_layers: layerNames.map(id => ({ id, fields: {} })) },
  })
  await mkdir(dirname(file), { recursive: true })
  // Under another name first: a start that is broken off leaves no half a map.
  await writeFile(`${file}.part`, archive)
  await rename(`${file}.part`, file)
  await writeFile(stampOf(file), version)
}

const stampOf = (file: string) => `${file}.version`

async function isBuilt(file: string): Promise<boolean> {
  const built = await readFile(stampOf(file), 'utf8').catch(() => null)
  return (
    built === version &&
    (await readFile(file).then(
      () => true,
      () => false,
    ))
  )
}

function boundsOf(roads: ReturnType<typeof readOpenCity>['roads']): Bounds {
  let bounds: [number, number, number, number] = [180, 90, -180, -90]
  for (const point of roads.flatMap(road => road.lines.flat())) {
    const [lon, lat] = toDegrees(point)
    bounds = [Math.min(bounds[0], lon), Math.min(bounds[1], lat), Math.max(bounds[2], lon), Math.max(bounds[3], lat)]
  }
  return bounds
}
