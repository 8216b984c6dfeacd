import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { type Point, samePoint } from '#platform/planar/common/point.ts'
import { moveToDemoPlace, type TileNumber } from './move.ts'

export type Tags = Readonly<Record<string, string>>

interface FeatureBase {
  /** `way/243744336`: the same for all parts of an object that the tiles cut. */
  readonly key: string
  readonly tags: Tags
}

export interface PointFeature extends FeatureBase {
  readonly type: 'point'
  readonly points: readonly Point[]
}

export interface LineFeature extends FeatureBase {
  readonly type: 'line'
  readonly lines: readonly (readonly Point[])[]
}

export interface AreaFeature extends FeatureBase {
  readonly type: 'area'
  /** Open rings: outer ones anticlockwise, holes clockwise. */
  readonly rings: readonly (readonly Point[])[]
}

export type OpenFeature = PointFeature | LineFeature | AreaFeature

/**
 * The parts of all objects in the OpenStreetMap tiles that travel with `@mapbox/mvt-fixtures`, moved to the
 * demo place. An object that reaches over a tile's edge comes once per tile.
 */
export function readParts(): { readonly parts: OpenFeature[]; readonly tiles: TileNumber[] } {
  const folder = tileFolder()
  const names = readdirSync(folder)
    .filter(name => name.endsWith('.mvt'))
    .sort()
  return {
    parts: names.flatMap(name => readTile(join(folder, name), tileNumber(name))),
    tiles: names.map(tileNumber),
  }
}

function tileFolder(): string {
  const inPackage = createRequire(import.meta.url).resolve('@mapbox/mvt-fixtures')
  return join(dirname(inPackage), 'real-world', 'osm-qa-astana')
}

function tileNumber(name: string): TileNumber {
  const [z, x, y] = name.replace('.mvt', '').split('-').map(Number)
  if (z === undefined || x === undefined || y === undefined) throw new Error(`not a tile's name: ${name}`)
  return { z, x, y }
}

function readTile(file: string, tile: TileNumber): OpenFeature[] {
  const layer = new VectorTile(new PbfReader(readFileSync(file))).layers.osm
  if (!layer) throw new Error(`no layer osm in ${file}`)
  const features: OpenFeature[] = []
  for (let i = 0; i < layer.length; i++) {
    const feature = layer.feature(i)
    const tags = Object.fromEntries(Object.entries(feature.properties).map(([key, value]) => [key, String(value)]))
    const key = `${tags['@type']}/${tags['@id']}`
    const paths = feature.loadGeometry().map(path => path.map(p => moveToDemoPlace(tile, layer.extent, p)))
    if (feature.type === 1) features.push({ type: 'point', key, tags, points: paths.flat() })
    else if (feature.type === 2) features.push({ type: 'line', key, tags, lines: paths.map(withoutRepeats) })
    else features.push({ type: 'area', key, tags, rings: paths.map(openRing).filter(ring => ring.length >= 3) })
  }
  return features
}

/** Vector tiles wind outer rings clockwise as seen; ours are anticlockwise. */
function openRing(path: readonly Point[]): Point[] {
  const ring = withoutRepeats(path).reverse()
  const first = ring[0]
  const last = ring[ring.length - 1]
  return first && last && ring.length > 1 && samePoint(first, last) ? ring.slice(0, -1) : ring
}

function withoutRepeats(path: readonly Point[]): Point[] {
  return path.filter((p, i) => {
    const before = path[i - 1]
    return !before || !samePoint(before, p)
  })
}
