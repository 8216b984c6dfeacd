import type { Transaction } from 'kysely'
import { type Command, command } from '#platform/commands/server/command.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { setEntrance } from '../common/contract-entrance.ts'
import { refuse } from '../common/refusals.ts'
import { placeSubject, tellOf } from './commands.ts'
import { EntranceStore } from './entrance-store.ts'
import { EndStore } from './end-store.ts'
import { PlaceReader } from './place-store.ts'
import { PlacesLoader } from './places-loader-store.ts'
import { mayEditAt } from './present.ts'
import type { PlacesTables } from './tables.ts'

/** One entrance of a building: how many floors it serves and how many rooms lie on each. */
export const setEntranceCommand: Command = command<PlacesTables, typeof setEntrance>(setEntrance, {
  subject: ({ entranceId }) => ({ kind: placeSubject, id: entranceId }),
  async run(work, { entranceId, buildingId, number, ...size }) {
    const today = dayOf(work.now)
    // Nobody else gives the same number, and the building does not end meanwhile.
    await new EndStore(work.tx).hold('building', buildingId)
    const places = new PlaceReader(work.tx, today)
    const building = await places.findBuilding(buildingId)
    if (!building) return refuse['not-found']()
    if (!mayEditAt(work.actor, [building.gridPath])) return refuse['outside-your-grids']()
    const entrances = await places.entrancesOf([buildingId])
    const known = entrances.find(({ id }) => id === entranceId)
    const sameNumber = entrances.find(one => one.number === number)
    if (sameNumber && sameNumber !== known) return refuse['entrance-taken']({ number })
    const store = new EntranceStore(work.tx)
    if (known) await store.putRight(entranceId, size)
    else {
      if (await store.has(entranceId)) return refuse['id-taken']()
      const entrance = { id: entranceId, buildingId, number, name: `${number}单元`, ...size }
      await new PlacesLoader(work.tx as unknown as Transaction<unknown>, today).addEntrances([entrance])
    }
    tellOf(work, buildingId, [building.gridPath])
    return { entranceId }
  },
})
