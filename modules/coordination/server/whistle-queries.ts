import { can } from '#platform/authz/common/grants.ts'
import { type Query, query } from '#platform/commands/server/command.ts'
import { figures, listCalls } from '../common/contract.ts'
import { callSteps, departmentSteps, stateAfter } from '../common/whistle.ts'
import { CallReader, placedAt } from './call-store.ts'
import type { Surroundings } from './surroundings.ts'
import type { CoordinationTables } from './tables.ts'

export const whistleQueries = ({ staff }: Surroundings): readonly Query[] => [
  query<CoordinationTables, typeof listCalls>(listCalls, {
    async run({ read, actor, now }, asked) {
      const reader = new CallReader(read, actor)
      const { rows, next } = await reader.list(asked)
      const entries = await reader.entriesOf(rows.map(row => row.id))
      const names = await staff.people(read as never, [...new Set(entries.map(entry => entry.by_id))])
      return {
        rows: rows.map(row => ({
          ...{ callId: row.id, whistleId: row.whistle_id, number: row.number, what: row.what, place: row.place },
          ...{ caseId: row.case_id, caseNumber: row.case_number, unitId: row.unit_id, unitName: row.unit_name },
          ...{ state: row.state, blownAt: row.blown_at, dueAt: row.due_at, arrivedAt: row.arrived_at },
          isLate: row.was_in_time === null ? row.due_at !== null && row.due_at < now : !row.was_in_time,
          ...{ speed: row.speed, result: row.result },
          steps: callSteps.filter(
            step =>
              stateAfter(row.state, step) !== null &&
              can(actor, departmentSteps.has(step) ? 'coordination.answer' : 'coordination.blow', placedAt(row)),
          ),
          entries: entries
            .filter(entry => entry.call_id === row.id)
            .map(({ step, at, by_id, text }) => ({ step, at, byName: names.get(by_id) ?? null, text })),
        })),
        next,
      }
    },
  }),
  query<CoordinationTables, typeof figures>(figures, {
    async run({ read, actor }, { from, until }) {
      const rows = await new CallReader(read, actor).figures(from, until)
      return {
        rows: rows.map(({ unit_id: unitId, unit_name: unitName, in_time: inTime, ...row }) => ({
          ...{ ...row, unitId, unitName, inTime, called: Number(row.called) },
        })),
      }
    },
  }),
]
