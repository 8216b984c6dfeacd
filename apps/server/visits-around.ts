import { procedureSettings } from '#modules/cases/common/index.ts'
import { openCase } from '#modules/cases/server/index.ts'
import { checkedFields, fieldOf, type ThingKind } from '#modules/registry/common/index.ts'
import { caredFor, dueCare, livingIn, recordSaid, ThingReader } from '#modules/registry/server/index.ts'
import type { Library, Surroundings } from '#modules/visits/server/index.ts'
import { settingsOf } from '#platform/settings/server/index.ts'
import { placesWithNames } from './cases-for-diary.ts'
import type { Parts } from './modules.ts'
import { registryAround } from './registry-around.ts'
import { clocksForCases, placesForCases, staffForCases } from './who-is-where.ts'

/** What visits ask of the base library, of cases and of places. */
export function visitsAround(parts: Parts): Surroundings {
  const { grids, calendars, secrets, followKey, settings } = parts
  const procedure = settingsOf(settings, procedureSettings)
  const around = {
    procedure,
    clocks: clocksForCases(grids, calendars),
    grids: placesForCases(grids),
    secrets,
    followKey,
  }
  const { read, root, names } = placesWithNames(grids)
  return {
    secrets,
    library: libraryForVisits(parts),
    cases: { open: (work, opening) => openCase(around, work, { ...opening, source: 'worker' }) },
    places: { read, root, names },
    people: (db, ids) => staffForCases.people(db as never, ids),
  }
}

function libraryForVisits(parts: Parts): Library {
  const registry = registryAround(parts)
  return {
    async things(db, actor, ids) {
      const rows = await new ThingReader(db as never, actor).byIds(ids)
      return rows.map(({ id, kind, title, grid_path }) => ({ thingId: id, kind, title, gridPath: grid_path ?? '' }))
    },
    checked(updates, today) {
      const read = updates.map(({ kind, fields: said, ...update }) => {
        const { fields, problems } = checkedFields(kind as ThingKind, said, { isNew: false, today })
        const faults = Object.keys(problems).map(key => fieldOf(kind as ThingKind, key)?.label['zh-CN'] ?? key)
        return { update: { ...update, fields }, faults }
      })
      return { updates: read.map(one => one.update), faults: read.flatMap(one => one.faults) }
    },
    record: (work, { visitId, on }, updates) =>
      recordSaid(
        registry,
        work,
        updates.map(update => ({ ...update, trueOn: on, way: 'visit' as const, ref: visitId })),
      ),
    livingIn,
    due: dueCare,
    visited: caredFor,
  }
}
