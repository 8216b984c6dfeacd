import { query } from '#platform/commands/server/command.ts'
import type { Point } from '#platform/kernel/common/geometry.ts'
import { instantOf, millisecondsOf } from '#platform/kernel/common/instant.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { nearbyCases } from '../../common/contract-queries.ts'
import { likeness } from '../../common/likeness.ts'
import { CaseClock } from '../case-clock.ts'
import { type Box, CaseSearch } from '../case-search-store.ts'
import { CaseReader } from '../case-store.ts'
import { namesIn } from '../names.ts'
import { presentRow } from '../present.ts'
import type { Surroundings } from '../surroundings.ts'
import type { CasesTables } from '../tables.ts'

const mostShown = 50
const metresPerDegree = 111_195

type Around = Pick<Surroundings, 'grids' | 'staff' | 'duplicates' | 'clocks'>

export const nearbyCasesQuery = ({ grids, staff, duplicates: settings, clocks }: Around) =>
  query<CasesTables, typeof nearbyCases>(nearbyCases, {
    async run({ read, actor, now }, { lon, lat, frame = 'wgs84', caseId, classKind, classCode }) {
      const place = grids.read({ lon, lat, frame })
      if (isRefusal(place)) return place
      const duplicates = settings(now)
      const itself = caseId === undefined ? undefined : await new CaseReader(read, actor).find(caseId)
      const at = itself?.reportedAt ?? now
      const since = instantOf(millisecondsOf(at) - duplicates.widerHours * 3_600_000)
      const box = boxAround(place.point, duplicates.widerMetres)
      const found = await new CaseSearch(read, actor).near(place.point, { box, since, limit: mostShown * 4 })
      const about = { point: place.point, at, classKind: classKind ?? null, classCode: classCode ?? null }
      const alike = found
        .filter(other => other.id !== caseId)
        .flatMap(other => {
          const like = likeness(about, other, duplicates)
          return like ? [{ other, like }] : []
        })
        .sort((a, b) => a.like.rank - b.like.rank || a.like.distanceMetres - b.like.distanceMetres)
        .slice(0, mostShown)
      const names = await namesIn(
        staff,
        read,
        alike.map(({ other }) => other),
      )
      const clock = new CaseClock(clocks, now)
      const { radiusMetres, hours, widerMetres } = duplicates
      return {
        radiusMetres,
        hours,
        widerMetres,
        cases: alike.map(({ other, like: { rank: _, ...like } }) => ({
          ...presentRow(other, actor, names, clock),
          ...like,
        })),
      }
    },
  })

/** A box that surely holds the circle; the exact distance is asked afterwards. */
export function boxAround(point: Point, metres: number): Box {
  const dLat = (metres / metresPerDegree) * 1.01
  const dLon = Math.min(180, dLat / Math.max(0.01, Math.cos((point.lat * Math.PI) / 180)))
  return [point.lon - dLon, point.lat - dLat, point.lon + dLon, point.lat + dLat]
}
