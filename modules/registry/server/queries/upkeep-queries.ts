import { type Query, query } from '#platform/commands/server/command.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import * as contract from '../../common/contract/upkeep.ts'
import { type Kept, knownFrom, staleOn } from '../../common/entries.ts'
import { isSealed } from '../../common/field-spec.ts'
import { fieldOf } from '../../common/kinds.ts'
import type { LifeEventKind } from '../../common/life-event.ts'
import { masked } from '../../common/mask.ts'
import { sightOf } from '../../common/sight.ts'
import { waitingConflicts } from '../conflict-reader-store.ts'
import { presentListed } from '../present.ts'
import { SecretReader } from '../secret-store.ts'
import { secretsIn } from '../secrets.ts'
import type { Surroundings } from '../surroundings.ts'
import { holdsAt, ThingReader } from '../thing-store.ts'
import type { RegistryTables } from '../tables.ts'
import { eventsOf } from '../world-store.ts'

export const upkeepQueries = (around: Surroundings): readonly Query[] => [
  query<RegistryTables, typeof contract.listConflicts>(contract.listConflicts, {
    async run({ read, actor }, asked) {
      const { rows: waiting, next } = await waitingConflicts(read, actor, asked)
      const reader = new ThingReader(read, actor)
      const things = new Map((await reader.byIds(waiting.map(row => row.thing_id))).map(row => [row.id, row]))
      const journals = await reader.entriesOf([...things.keys()])
      const both = waiting.flatMap(row => {
        const thing = things.get(row.thing_id)
        const spec = thing && fieldOf(thing.kind, row.field)
        // Who does not see the field at all has nothing to decide about it.
        if (!thing || !spec || sightOf(spec, holdsAt(actor, thing)) === 'hidden') return []
        const stands = knownFrom(thing.kind, journals.get(thing.id) ?? [])[row.field]
        return stands ? [{ row, thing, spec, stands }] : []
      })
      const kept = both.flatMap(({ row, stands }) => [row.offered, stands.kept])
      const valueOf = await new SecretReader(read, around.secrets).open(secretsIn(kept))
      const who = [...new Set(both.flatMap(({ row, stands }) => [row.by_id, stands.byId]))]
      const names = await around.people(read as never, who)
      return {
        rows: both.map(({ row, thing, spec, stands }) => {
          const shown = (one: Kept) => {
            const value = valueOf(one)
            return value !== null && isSealed(spec) ? masked(spec, value) : value
          }
          const { true_on, at, way, by_id } = row
          return {
            ...{ conflictId: row.id, thingId: thing.id, kind: thing.kind, title: thing.title, field: row.field },
            ...{ gridNames: [...around.grids.names(thing.grid_path)], isSealed: isSealed(spec) },
            stands: {
              ...{ value: shown(stands.kept), trueOn: stands.trueOn, at: stands.at, way: stands.way },
              byName: names.get(stands.byId) ?? null,
            },
            offered: { value: shown(row.offered), trueOn: true_on, at, way, byName: names.get(by_id) ?? null },
          }
        }),
        next,
      }
    },
  }),

  query<RegistryTables, typeof contract.listStale>(contract.listStale, {
    async run({ read, actor, now }, { gridPath, kind, ...page }) {
      const today = dayOf(now)
      const reader = new ThingReader(read, actor)
      const { rows, next } = await reader.stale({ gridPath, kind, by: today, ...page })
      const journals = await reader.entriesOf(rows.map(row => row.id))
      const after = around.staleAfter(now)
      return {
        rows: rows.flatMap(row => {
          const holds = holdsAt(actor, row)
          if (!holds('registry.write')) return []
          const known = Object.entries(knownFrom(row.kind, journals.get(row.id) ?? []))
          const staleFields = known.flatMap(([key, one]) => {
            const spec = fieldOf(row.kind, key)
            const since = staleOn(row.kind, key, one, after)
            return spec && since !== null && since <= today && sightOf(spec, holds) !== 'hidden' ? [key] : []
          })
          return staleFields.length === 0 ? [] : [{ ...presentListed(row, holds, around.grids.names), staleFields }]
        }),
        next,
      }
    },
  }),

  query<RegistryTables, typeof contract.listEvents>(contract.listEvents, {
    async run({ read, actor }, asked) {
      const { rows: events, next } = await eventsOf(read, asked)
      const things = await new ThingReader(read, actor).byIds(events.map(event => event.subject_id))
      const titles = new Map(things.map(thing => [thing.id, thing.title]))
      const names = await around.people(read as never, [...new Set(events.map(event => event.by_id))])
      return {
        rows: events.flatMap(event => {
          const title = titles.get(event.subject_id)
          if (title === undefined) return []
          return [
            {
              ...{ eventId: event.id, kind: event.kind as LifeEventKind, on: event.happened_on, at: event.at, title },
              ...{ byName: names.get(event.by_id) ?? null, thingId: event.subject_id },
            },
          ]
        }),
        next,
      }
    },
  }),
]
