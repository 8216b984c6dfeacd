import { type Query, query } from '#platform/commands/server/command.ts'
import { can } from '#platform/authz/common/grants.ts'
import { instantOf, millisecondsOf } from '#platform/kernel/common/instant.ts'
import * as contract from '../common/contract.ts'
import { orderSteps, stateAfter } from '../common/order.ts'
import { repeatedPoints } from '../common/repeated.ts'
import { BoardReader } from './board-store.ts'
import { readEscalations } from './escalation-store.ts'
import { OrderReader, placedAt } from './order-store.ts'
import { printOrderQuery } from './print-order.ts'
import type { Surroundings } from './surroundings.ts'
import type { SupervisionTables } from './tables.ts'

const dayMs = 86_400_000

export function supervisionQueries(around: Surroundings): readonly Query[] {
  const { staff } = around
  const orders = query<SupervisionTables, typeof contract.listOrders>(contract.listOrders, {
    async run({ read, actor, now }, asked) {
      const { rows, next } = await new OrderReader(read, actor).list(asked)
      const names = await staff.people(
        read as never,
        rows.flatMap(row => row.entries.map(entry => entry.by)),
      )
      return {
        rows: rows.map(row => ({
          ...{ orderId: row.id, number: row.number, kind: row.kind, state: row.state, demand: row.demand },
          ...{ unitId: row.unit_id, unitName: row.unit_name, caseId: row.case_id, caseNumber: row.case_number },
          ...{ fromId: row.from_id, issuedAt: row.issued_at, dueAt: row.due_at },
          isOverdue: row.due_at !== null && (row.replied_at ?? now) > row.due_at && row.state !== 'ended',
          steps: orderSteps.filter(step => {
            const word = step === 'reply' ? 'supervision.reply' : 'supervision.issue'
            return stateAfter(row.kind, row.state, step) !== null && can(actor, word, placedAt(row))
          }),
          entries: row.entries.map(({ step, at, by, text }) => ({ step, at, byName: names.get(by) ?? null, text })),
        })),
        next,
      }
    },
  })
  const escalations = query<SupervisionTables, typeof contract.listEscalations>(contract.listEscalations, {
    async run({ read, actor }, { caseId }) {
      if (!(await around.cases.known(read as never, actor, caseId))) return { rows: [] }
      const rows = await readEscalations(read, caseId)
      return { rows: rows.map(({ at, timer, light, level, told }) => ({ at, timer, light, level, told: told.length })) }
    },
  })
  const board = query<SupervisionTables, typeof contract.showBoard>(contract.showBoard, {
    async run({ read, actor, now }, asked) {
      const period = { ...asked, now }
      const settings = around.settings(now)
      const reader = new BoardReader(read, actor, settings)
      const { radiusMetres, days, warnFrom } = settings.repeated
      const since = instantOf(millisecondsOf(now) - days * dayMs)
      const [asOf, counts, rates, units, grids, openOrders, reported] = await Promise.all([
        reader.asOf(),
        reader.counts(period),
        reader.rates(period),
        reader.lines('unit', period),
        reader.lines('grid', period),
        new OrderReader(read, actor).countOpen(),
        reader.reportedSince(since),
      ])
      const unitNames = await staff.units(
        read as never,
        units.flatMap(line => line.id ?? []),
      )
      const gridNames = around.gridNames(grids.flatMap(line => line.id ?? []))
      const points = reported.map(row => ({ caseId: row.case_id, number: row.number, lon: row.lon!, lat: row.lat! }))
      return {
        ...{ asOf, now: counts, openOrders, rates },
        units: units.map(line => ({ ...line, name: unitNames.get(line.id ?? '') ?? line.id ?? '' })),
        grids: grids.map(line => ({ ...line, name: gridNames.get(line.id ?? '') ?? line.id ?? '' })),
        repeated: repeatedPoints(points, settings.repeated).map(point => ({ ...point, cases: [...point.cases] })),
        repeatedRule: { radiusMetres, days, warnFrom },
        rateRule: {
          ...{ response: settings.rates.response, fairlyPercent: settings.rates.fairlyPercent },
          ...{ respondTo: [...settings.rates.respondTo], leaveOut: [...settings.rates.leaveOut] },
          satisfiedFrom: settings.satisfiedFrom,
        },
      }
    },
  })
  const cases = query<SupervisionTables, typeof contract.boardCases>(contract.boardCases, {
    async run({ read, actor, now }, { figure, part, unitId, gridPath, limit, ...period }) {
      const reader = new BoardReader(read, actor, around.settings(now))
      const { total, rows } = await reader.cases(figure, part, { ...period, now }, { unitId, gridPath }, limit)
      return {
        total,
        rows: rows.map(row => ({
          ...{ caseId: row.case_id, number: row.number, title: row.title, status: row.status, light: row.light },
          ...{ dueAt: row.stage_due ?? row.whole_due, endedAt: row.whole_done },
        })),
      }
    },
  })
  const leftOut = query<SupervisionTables, typeof contract.listLeftOut>(contract.listLeftOut, {
    async run({ read, actor, now }, { limit, ...period }) {
      const reader = new BoardReader(read, actor, around.settings(now))
      const { total, rows } = await reader.leftOut({ ...period, now }, limit)
      const known = rows.flatMap(row => (row.left_out ? [{ ...row, why: row.left_out }] : []))
      const names = await staff.people(
        read as never,
        known.flatMap(({ why }) => [why.askedBy, why.by]),
      )
      return {
        total,
        rows: known.map(({ why, ...row }) => ({
          ...{ caseId: row.case_id, number: row.number, title: row.title, rates: row.rates },
          ...{ reason: why.reason, note: why.note, at: why.at },
          ...{ askedByName: names.get(why.askedBy) ?? null, agreedByName: names.get(why.by) ?? null },
          wasLate: row.whole_due !== null && (row.whole_done ?? now) > row.whole_due,
        })),
      }
    },
  })
  return [orders, escalations, board, cases, leftOut, printOrderQuery(around)]
}
