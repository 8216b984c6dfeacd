import type { CasePlace } from '#modules/cases/common/index.ts'
import type { PlaceInput } from '#modules/grid/common/index.ts'
import { isInside } from '#platform/authz/common/grants.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { refuse } from '../common/refusals.ts'
import type { Places } from './surroundings.ts'

interface Where {
  readonly place?: PlaceInput | undefined
  readonly address?: string | null | undefined
}

/**
 * Where an event is. With an address alone it goes to the client's grid; a point in no grid goes there too and is
 * flagged, like every report that lies in none. A point in a grid that is not the client's is refused.
 */
export function takePlace({ place, address }: Where, scope: string | null, places: Places) {
  if (place === undefined && !address) return refuse['no-place']()
  const top = scope ?? places.root()?.path ?? '1'
  const home = { gridPath: top, gridNames: [...places.names(top)], noGrid: true, address: address || null }
  if (place === undefined) {
    return { point: null, accuracyMetres: null, frame: null, ...home, noGrid: scope === null } satisfies CasePlace
  }
  const { frame = 'wgs84' } = place
  const read = places.read(place)
  if (isRefusal(read)) return read
  const seen = { point: read.point, accuracyMetres: null, frame }
  if (read.path === null) return { ...seen, ...home } satisfies CasePlace
  if (scope !== null && !isInside(read.path, scope)) return refuse['outside-scope']()
  return { ...seen, ...home, gridPath: read.path, gridNames: [...read.names], noGrid: false } satisfies CasePlace
}
