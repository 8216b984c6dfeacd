import type { Kysely } from 'kysely'
import type { CaseRouting } from '#modules/cases/server/index.ts'
import { listCases } from '#modules/cases/common/index.ts'
import type { ClassBook } from '#modules/catalogue/common/index.ts'
import type { ReadHandle } from '#modules/grid/server/index.ts'
import type { Post } from '#modules/identity/common/index.ts'
import { PostDirectory } from '#modules/identity/server/index.ts'
import { routingSettings } from '#modules/routing/common/index.ts'
import {
  type ClassChoice,
  onShift,
  postsChangingShift,
  postsOnShift,
  Routing,
  type Surroundings,
} from '#modules/routing/server/index.ts'
import type { Actor } from '#platform/authz/common/grants.ts'
import { fromWithin } from '#platform/commands/server/command.ts'
import type { Module } from '#platform/commands/server/define-module.ts'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { settingsOf } from '#platform/settings/server/index.ts'
import type { Parts } from './modules.ts'

/** Majors and classes of the catalogue, each by how its code begins. */
const choicesIn = ({ majors }: ClassBook): readonly ClassChoice[] =>
  majors.flatMap(({ kind, code, name, classes: own }) => [
    { kind, start: code, isMajor: true, name },
    ...own.map(one => ({ kind, start: one.code, isMajor: false, name: one.fault ?? one.name })),
  ])

const whole = (db: ReadHandle) => db as Kysely<unknown>

const toRosterPost = ({ id, title, unitId, holder }: Post) => ({
  ...{ postId: id, title, unitId, holderName: holder?.name ?? null },
})

/** What routing asks of places, staff and cases; the cases come later, since they ask routing too. */
export function routingAround(
  { grids, clock, conditions, staff, settings }: Pick<Parts, 'grids' | 'clock' | 'conditions' | 'staff' | 'settings'>,
  cases: () => Module,
): Surroundings {
  return {
    settings: settingsOf(settings, routingSettings),
    gridName: path => grids.find(path)?.name ?? null,
    classes: () => choicesIn(conditions.classes(clock.now())),
    staff: {
      handlingUnits: db => staff.directory.unitsHolding(db, 'cases.handle'),
      units: staff.directory.units,
      people: staff.directory.people,
      postsIn: async (db, unitId) => (await new PostDirectory(whole(db)).inUnit(unitId)).map(toRosterPost),
      posts: async (db, postIds) =>
        new Map((await new PostDirectory(whole(db)).byIds(postIds)).map(post => [post.id, toRosterPost(post)])),
    },
    async closedCases(db, actor, limit) {
      const rows = await listClosed(cases(), { db, actor, limit, now: clock.now() })
      return rows.flatMap(({ classKind, classCode, gridNames, ...row }) =>
        classKind && classCode && row.unitId
          ? [{ ...row, classKind, classCode, gridName: gridNames.at(-1) ?? null }]
          : [],
      )
    },
  }
}

interface Asking {
  readonly db: ReadHandle
  readonly actor: Actor
  readonly limit: number
  readonly now: string
}

/** By the very query with which anybody lists cases. */
async function listClosed({ queries }: Module, { db, actor, limit, now }: Asking) {
  const list = queries.find(({ endpoint }) => endpoint.name === listCases.name)
  if (!list) throw new Error(`cases have no query ${listCases.name}`)
  const reading = { read: whole(db), actor, everyPost: [actor], now, origin: fromWithin }
  const answer = await list.run(reading, list.endpoint.input.parse({ status: ['closed'], limit }))
  return (answer as OutputOf<typeof listCases>).rows
}

/** What cases ask of routing. */
export function routingForCases(around: Surroundings): CaseRouting {
  const routing = new Routing(around)
  return {
    ruleFor: (db, matter) => routing.ruleFor(db, matter),
    takeUpRuling: (work, ruling) => routing.takeUpRuling(work, ruling),
    onShift: (db, postIds, now) => onShift(db, postIds, now, around.settings(now).rhythmDays),
    async shiftNow(db, permissions, now) {
      const postIds = await postsOnShift(db, now)
      return { postIds: new Set(postIds), grants: await new PostDirectory(whole(db)).grantsOf(postIds, permissions) }
    },
    async handedOver(db, permissions, after, until) {
      const postIds = await postsChangingShift(db, after, until)
      return new PostDirectory(whole(db)).grantsOf(postIds, permissions)
    },
  }
}
