import type { Kysely } from 'kysely'
import type { Post } from '#modules/identity/common/index.ts'
import { PostDirectory } from '#modules/identity/server/index.ts'
import { PlaceReader, PostOnReader } from '#modules/places/server/index.ts'
import type { RelayPost, Surroundings } from '#modules/relay/server/index.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { placesWithNames } from './cases-for-diary.ts'
import type { Parts } from './modules.ts'

const toRelayPost = ({ id, title, unitName, holder }: Post): RelayPost => ({
  ...{ postId: id, title, unitName, holder: holder && { personId: holder.personId, name: holder.name } },
})

/** What words to pass on ask of posts and of the yards, buildings and entrances that they are head of. */
export function relayAround({ grids, secrets, staff }: Parts): Surroundings {
  return {
    secrets,
    names: placesWithNames(grids).names,
    posts: {
      byIds: async (db, ids) =>
        (await new PostDirectory(db as Kysely<unknown>).byIds([...new Set(ids)])).map(toRelayPost),
      passing: async (db, path) =>
        (await new PostDirectory(db as Kysely<unknown>).withPermission('relay.pass', { path })).map(toRelayPost),
      async headOf(db, postId, now) {
        const on = dayOf(now)
        const standing = (await new PostOnReader(db, on).ofPosts([postId])).filter(({ duty }) => duty === 'head')
        const idsOf = (kind: string) => standing.flatMap(one => (one.thingKind === kind ? [one.thingId] : []))
        const places = new PlaceReader(db, on)
        const entrances = [...(await places.entrances(idsOf('entrance'))).values()]
        const buildings = await places.buildings([
          ...idsOf('building'),
          ...entrances.map(({ buildingId }) => buildingId),
        ])
        const courtyards = await places.courtyards(idsOf('courtyard'))
        const heads = new Set(idsOf('building'))
        const at = (name: string, { lon, lat }: { readonly lon: number; readonly lat: number }) => ({ name, lon, lat })
        return [
          ...[...courtyards.values()].map(yard => at(yard.name || yard.address, yard.point)),
          ...[...buildings.values()].flatMap(one => (heads.has(one.id) ? [at(one.name, one.point)] : [])),
          ...entrances.flatMap(({ buildingId, name }) => {
            const building = buildings.get(buildingId)
            return building ? [at(`${building.name}${name}`, building.point)] : []
          }),
        ]
      },
    },
    people: (db, ids) => staff.directory.people(db as never, ids),
  }
}
