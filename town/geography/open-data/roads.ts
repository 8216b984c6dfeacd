import { lengthMetres } from '#platform/planar/common/measure.ts'
import { at, type Point } from '#platform/planar/common/point.ts'
import type { LineFeature, OpenFeature } from './source.ts'
import { type NamedStreet, nameStreets, streetKey } from './street-names.ts'

export interface Road {
  readonly key: string
  /** 0 motorway, 1 primary, 2 secondary, 3 tertiary, 4 residential, 5 living street, 6 service, 7 on foot. */
  readonly rank: number
  /** Null for the many service roads and paths that have none. */
  readonly name: string | null
  readonly isBridge: boolean
  readonly lines: readonly (readonly Point[])[]
}

const ranks: Readonly<Record<string, number>> = {
  motorway: 0,
  trunk: 0,
  primary: 1,
  secondary: 2,
  tertiary: 3,
  residential: 4,
  unclassified: 4,
  living_street: 5,
  service: 6,
  pedestrian: 6,
  footway: 7,
  path: 7,
  cycleway: 7,
  steps: 7,
  track: 7,
  motorway_link: 1,
  trunk_link: 1,
  primary_link: 2,
  secondary_link: 3,
  tertiary_link: 4,
}

export interface Roads {
  readonly roads: readonly Road[]
  /** The Chinese name of a street as the open data writes it in an address. */
  chineseName(name: string): string | null
}

export function readRoads(features: readonly OpenFeature[]): Roads {
  const lines = features.filter(isRoad)
  const streets = lines.flatMap(line => namedStreet(line) ?? [])
  const chinese = nameStreets(streets)
  const chineseName = (name: string) => chinese.get(streetKey(name)) ?? null
  return { roads: lines.map(line => toRoad(line, chineseName)), chineseName }
}

function isRoad(feature: OpenFeature): feature is LineFeature {
  return feature.type === 'line' && ranks[feature.tags.highway ?? ''] !== undefined
}

function rankOf(line: LineFeature): number {
  return ranks[line.tags.highway ?? ''] ?? 7
}

function namedStreet(line: LineFeature): NamedStreet | null {
  const name = line.tags.name ?? line.tags['name:ru']
  if (!name) return null
  const longest = at(line.lines, 0)
  const start = at(longest, 0)
  const end = at(longest, longest.length - 1)
  return {
    name,
    rank: rankOf(line),
    lengthMetres: line.lines.reduce((sum, part) => sum + lengthMetres(part), 0),
    runsEastWest: Math.abs(start.x - end.x) > Math.abs(start.y - end.y),
  }
}

function toRoad(line: LineFeature, chineseName: (name: string) => string | null): Road {
  const name = line.tags.name ?? line.tags['name:ru']
  return {
    key: line.key,
    rank: rankOf(line),
    name: name ? chineseName(name) : null,
    isBridge: line.tags.bridge !== undefined && line.tags.bridge !== 'no',
    lines: line.lines,
  }
}
