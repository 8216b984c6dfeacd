import { casesForFigures, casesNotAsIn, readKnownCases } from '#modules/cases/server/index.ts'
import { CasesHouse, cleaningUnit } from '#modules/cases/testing.ts'
import type { Actor } from '#platform/authz/common/grants.ts'
import { runCommand, runQuery } from '#platform/commands/server/run-command.ts'
import type { Db } from '#platform/db/server/unit-of-work.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import {
  chinaOffsetMinutes,
  compileCalendar,
  readTimer,
  usualLightPercents,
  usualWeek,
} from '#platform/worktime/common/index.ts'
import { usualSupervision } from './common/ladder.ts'
import { supervisionModule } from './module.ts'
import type { Surroundings } from './server/surroundings.ts'

export { supervisionAccess } from './server/access-table.ts'

const everywhere = { kind: 'everywhere' } as const

/** Supervision by itself on a fresh database, with cases beside it, and what it told them. */
export async function openSupervision(db: Db) {
  const house = await CasesHouse.open(db)
  const calendar = compileCalendar({
    ...{ key: 'default', name: '', offsetMinutes: chinaOffsetMinutes, week: usualWeek },
    ...{ days: [], years: [2026], version: 1 },
  } as never)
  const answers = new Map<string, { stars: number; solved: boolean }>()
  const notes: { caseId: string; text: string }[] = []
  const raised: { caseId: string; reason: string }[] = []
  const around: Surroundings = {
    settings: () => usualSupervision,
    lights: () => usualLightPercents,
    answers: async () => answers,
    cases: {
      known: async (read, actor, id) => (await readKnownCases(read, actor, [id]))[0],
      ...{ byIds: casesForFigures, notAsIn: casesNotAsIn },
      note: async (_, caseId, { text }) => notes.push({ caseId, text }),
      raise: async (_, caseId, reason) => raised.push({ caseId, reason }),
    },
    staff: {
      units: async (_, ids) => new Map(ids.filter(id => id === cleaningUnit).map(id => [id, '环卫所'])),
      people: async (_, ids) => new Map(ids.map(id => [id, id])),
      atLevel: async (_, level) => [`${level}-person`],
    },
    clocks: {
      calendarAt: () => calendar,
      keep: async (_tx, _subject, _path, timers, now) =>
        new Map(timers.map(t => [t.name, readTimer(calendar, t, now)])),
    },
    placeName: () => '示范区',
    gridNames: paths => new Map(paths.map(path => [path, path])),
  }
  const module = supervisionModule(around)
  const words = ['supervision.board', 'supervision.issue', 'cases.read']
  const boss = house.actor(
    'boss',
    words.map(permission => ({ permission, within: everywhere })),
  )
  const unit = (unitId: string): Actor =>
    house.actor(`of-${unitId}`, [{ permission: 'supervision.reply', within: { kind: 'own-unit' } }], { unitId })
  return {
    ...{ house, calendar, answers, notes, raised, around, module, boss, unit, handler: unit(cleaningUnit) },
    async does(name: string, input: object, actor = boss): Promise<Record<string, unknown>> {
      const command = module.commands.find(({ endpoint }) => endpoint.name === name)!
      const call = { actor, now: house.now, requestId: newId(), input }
      return (await runCommand(db, async () => {}, command, call)) as Record<string, unknown>
    },
    async asks(name: string, input: object, actor = boss): Promise<Record<string, unknown>> {
      const query = module.queries.find(({ endpoint }) => endpoint.name === name)!
      return (await runQuery(db, query, { actor, everyPost: [actor], now: house.now, input })) as never
    },
    /** The job that keeps the facts of cases. */
    facts: () => module.jobs[0]!.run({ db, now: house.now, data: {} } as never),
  }
}
