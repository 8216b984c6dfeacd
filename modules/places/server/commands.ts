import type { Kysely } from 'kysely'
import type { ReadHandle } from '#modules/grid/server/index.ts'
import { type Command, command, type Work } from '#platform/commands/server/command.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import * as contract from '../common/contract.ts'
import { troubleOfCells } from '../common/overlay.ts'
import { refuse } from '../common/refusals.ts'
import { dutiesOf, type Overlay, type ThingKind } from '../common/things.ts'
import { LineReader } from './line-store.ts'
import { OverlayReader, OverlayWriter } from './overlay-store.ts'
import { PlaceReader } from './place-store.ts'
import { PostOnWriter } from './post-on-store.ts'
import { mayEditAt } from './present.ts'
import type { Surroundings } from './surroundings.ts'
import type { PlacesTables } from './tables.ts'

type PlacesWork = Work<PlacesTables>

/** Under which open maps and cards are told that something about a place changed. */
export const placeSubject = 'place-thing'

export function placesCommands(around: Surroundings): readonly Command[] {
  return [addOverlay(around), endOverlay, setPosts(around)]
}

function addOverlay({ grids, posts }: Surroundings): Command {
  return command<PlacesTables, typeof contract.addOverlay>(contract.addOverlay, {
    subject: ({ overlayId }) => ({ kind: placeSubject, id: overlayId }),
    async run(work: PlacesWork, { overlayId, kind, use, name, parentId, leadPostId, ...input }) {
      const cells = [...new Set(input.cells)]
      const missing = cells.find(cell => !grids.find(cell))
      if (missing) return refuse['no-such-cell']({ cell: missing })
      if (!mayEditAt(work.actor, cells)) return refuse['outside-your-grids']()
      if ((kind === 'special') !== (use !== null)) return refuse['use-needed']()
      const overlays = new OverlayWriter(work.tx, dayOf(work.now))
      await overlays.holdKind(kind)
      const others = await overlays.list(kind)
      const parent = parentId === null ? null : others.find(({ id }) => id === parentId)
      if (parent === undefined) return refuse['not-found']()
      const siblings = others.filter(one => one.parentId === parentId)
      const trouble = troubleOfCells(cells, parent, siblings)
      if (trouble) {
        const { code, ...detail } = trouble
        const named = (path: string) => grids.find(path)?.name ?? path
        const words = Object.entries(detail).map(([key, text]) => [key, /^[\d.]+$/.test(text) ? named(text) : text])
        return refuse[code](Object.fromEntries(words))
      }
      if (!(await overlays.add({ id: overlayId, kind, use, name, parentId, cells }))) return refuse['id-taken']()
      if (leadPostId !== null) {
        if ((await posts.byIds(whole(work), [leadPostId])).length === 0) return refuse['no-such-post']()
        const lead = [{ postId: leadPostId, duty: 'lead' as const }]
        await new PostOnWriter(work.tx, dayOf(work.now)).set('overlay', overlayId, lead)
      }
      tellOf(work, overlayId, cells)
      return { overlayId }
    },
  })
}

const endOverlay: Command = command<PlacesTables, typeof contract.endOverlay>(contract.endOverlay, {
  subject: ({ overlayId }) => ({ kind: placeSubject, id: overlayId }),
  async run(work: PlacesWork, { overlayId }) {
    const overlays = new OverlayWriter(work.tx, dayOf(work.now))
    const overlay = await overlays.find(overlayId)
    if (!overlay) return refuse['not-found']()
    if (!mayEditAt(work.actor, overlay.cells)) return refuse['outside-your-grids']()
    await overlays.holdKind(overlay.kind)
    const children = (await overlays.list(overlay.kind)).filter(one => one.parentId === overlayId)
    if (children.length > 0) return refuse['has-children']({ count: children.length })
    await new PostOnWriter(work.tx, dayOf(work.now)).set('overlay', overlayId, [])
    await overlays.end(overlayId)
    tellOf(work, overlayId, overlay.cells)
    return { overlayId }
  },
})

function setPosts({ posts }: Surroundings): Command {
  return command<PlacesTables, typeof contract.setPosts>(contract.setPosts, {
    subject: ({ thing }) => ({ kind: placeSubject, id: thing.id }),
    async run(work: PlacesWork, { thing, posts: wanted }) {
      const paths = await groundOf(work.tx, dayOf(work.now), thing.kind, thing.id)
      if (!paths) return refuse['not-found']()
      if (!mayEditAt(work.actor, paths)) return refuse['outside-your-grids']()
      const misfit = wanted.find(({ duty }) => !dutiesOf[thing.kind].includes(duty))
      if (misfit) return refuse['duty-does-not-fit']({ duty: misfit.duty })
      const ids = [...new Set(wanted.map(({ postId }) => postId))]
      const known = ids.length === 0 ? [] : await posts.byIds(whole(work), ids)
      if (known.length < ids.length) return refuse['no-such-post']()
      const changed = await new PostOnWriter(work.tx, dayOf(work.now)).set(thing.kind, thing.id, wanted)
      tellOf(work, thing.id, paths)
      return changed
    },
  })
}

const whole = (work: PlacesWork) => work.tx as unknown as Kysely<unknown>

/** The grids in which a thing lies; undefined when there is no such thing. */
export async function groundOf(db: ReadHandle, on: string, kind: ThingKind, id: string): Promise<string[] | undefined> {
  const places = new PlaceReader(db, on)
  switch (kind) {
    case 'overlay': {
      const overlay: Overlay | undefined = await new OverlayReader(db, on).find(id)
      return overlay && [...overlay.cells]
    }
    case 'line': {
      const line = await new LineReader(db, on).find(id)
      return line && [line.gridPath]
    }
    case 'courtyard': {
      const yard = (await places.courtyards([id])).get(id)
      return yard && [yard.gridPath]
    }
    case 'entrance': {
      const entrance = await places.findEntrance(id)
      return entrance && groundOf(db, on, 'building', entrance.buildingId)
    }
    case 'building': {
      const building = await places.findBuilding(id)
      return building && [building.gridPath]
    }
  }
}

/** Open maps and cards that show it ask again. */
export function tellOf(work: PlacesWork, id: string, cells: readonly string[]): void {
  const placed = { gridPath: cells[0] ?? null, unitId: null, postId: null, ownerId: null }
  work.tell({ subject: { kind: placeSubject, id }, permission: 'places.read', placed })
}
