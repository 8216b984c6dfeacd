import type { Kysely } from 'kysely'
import { Responsibility } from '#modules/grid/server/index.ts'
import { PlaceReader, PostOnReader } from '#modules/places/server/index.ts'
import { type Actor, can, depthOf } from '#platform/authz/common/grants.ts'
import { type Query, query } from '#platform/commands/server/command.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { millisecondsOf } from '#platform/kernel/common/instant.ts'
import { fitOf, termStateOn } from '../common/body.ts'
import * as contract from '../common/contract.ts'
import { refuse } from '../common/refusals.ts'
import { balanceQuery } from './propose-cutting.ts'
import { RosterReader } from './roster-store.ts'
import type { Surroundings } from './surroundings.ts'
import type { PostsTables } from './tables.ts'

export function postsQueries(around: Surroundings): readonly Query[] {
  return [
    vacanciesQuery(around),
    phonesQuery(around),
    workloadQuery(around),
    balanceQuery(around),
    dutiesQuery(around),
    bodiesQuery(around),
    assignmentsQuery(around),
  ]
}

const whole = (read: Kysely<PostsTables>) => read as unknown as Kysely<unknown>
const dayMilliseconds = 86_400_000

export const mayEditAt = (actor: Actor, gridPath: string): boolean =>
  can(actor, 'posts.edit', { gridPath, unitId: null, postId: null, ownerId: null })

function vacanciesQuery({ grids, posts, staff }: Surroundings): Query {
  const responsibility = new Responsibility(grids, posts)
  return query<PostsTables, typeof contract.listVacancies>(contract.listVacancies, {
    async run({ read, now }, { gridPath }) {
      if (!grids.find(gridPath)) return refuse['not-found']()
      const db = whole(read)
      const vacant = await staff.vacant(db, gridPath)
      const substitutes = await staff.substitutes(db, gridPath, now)
      const answering = new Map<string, Awaited<ReturnType<Responsibility['of']>>['by']>()
      for (const path of new Set(vacant.flatMap(post => post.gridPath ?? []))) {
        answering.set(path, (await responsibility.of(db, path)).by)
      }
      const rows = vacant.flatMap(post => {
        if (post.gridPath === null) return []
        const by = answering.get(post.gridPath) ?? null
        return [
          {
            ...{ postId: post.postId, title: post.title, unitName: post.unitName, gridPath: post.gridPath },
            ...{ gridName: grids.find(post.gridPath)?.name ?? post.gridPath, since: post.since },
            days: Math.max(0, Math.floor((millisecondsOf(now) - millisecondsOf(post.since)) / dayMilliseconds)),
            answeredBy: by && { holder: by.holder, title: by.title, gridName: by.gridName },
            substitute: substitutes.get(post.postId) ?? null,
          },
        ]
      })
      return { vacancies: rows.toSorted((a, b) => (a.since < b.since ? -1 : 1)) }
    },
  })
}

/** Posts without a phone first: they are what is left to do. */
function phonesQuery({ grids, staff, phones }: Surroundings): Query {
  return query<PostsTables, typeof contract.listPhones>(contract.listPhones, {
    async run({ read, actor }, { gridPath }) {
      if (!grids.find(gridPath)) return refuse['not-found']()
      const db = whole(read)
      const within = await staff.within(db, gridPath)
      const known = await phones(db, actor, within)
      const rows = within.map(({ postId, title, unitName, holder, ...post }) => ({
        ...{ postId, title, unitName, holder: holder?.name ?? null, phone: known.get(postId) ?? null },
        gridName: (post.gridPath === null ? undefined : grids.find(post.gridPath)?.name) ?? '',
        mayEdit: can(actor, 'places.edit', { gridPath: post.gridPath, unitId: null, postId: null, ownerId: null }),
      }))
      return { posts: rows.toSorted((a, b) => Number(a.phone !== null) - Number(b.phone !== null)) }
    },
  })
}

/** Homes by cell. */
async function homesOf(places: PlaceReader, paths: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const homes = new Map<string, number>()
  for (const sameLevel of Map.groupBy(paths, depthOf).values()) {
    for (const [path, { households }] of await places.countIn(sameLevel)) homes.set(path, households)
  }
  return homes
}

/** The lowest grids of a part of the tree: those that a worker walks. */
const cellsUnder = ({ grids }: Surroundings, gridPath: string) =>
  grids.under(gridPath).filter(({ path }) => grids.childrenOf(path).length === 0)

function workloadQuery(around: Surroundings): Query {
  const { grids, posts, staff, openMatters, settings } = around
  const responsibility = new Responsibility(grids, posts)
  return query<PostsTables, typeof contract.listWorkload>(contract.listWorkload, {
    async run({ read, now }, { gridPath }) {
      if (!grids.find(gridPath)) return refuse['not-found']()
      const db = whole(read)
      const cells = cellsUnder(around, gridPath)
      const paths = cells.map(({ path }) => path)
      const homes = await homesOf(new PlaceReader(read, dayOf(now)), paths)
      const open = await openMatters(db, paths)
      const onEach = await responsibility.postsOnEach(db, paths)
      const all = await staff.within(db, gridPath.split('.')[0]!)
      const holderOf = new Map(all.map(({ postId, holder }) => [postId, holder]))
      // By person and not by name: two may be called the same.
      const held = Map.groupBy(all, ({ holder }) => holder?.personId)
      const { least, most } = settings(now)
      const walked = cells.map(({ path, name }) => {
        const households = homes.get(path) ?? 0
        const workers = (onEach.get(path) ?? []).filter(({ duty }) => duty === 'worker')
        const worker = workers.map(({ postId }) => holderOf.get(postId)).find(Boolean) ?? null
        const fit = fitOf(households, { least, most })
        return { path, name, households, openMatters: open.get(path) ?? 0, fit, worker }
      })
      const byWorker = Map.groupBy(walked, ({ worker }) => worker?.personId)
      const rows = walked.map(({ worker, ...row }) => {
        if (worker === null) return { ...row, holder: null, walks: null, postsHeld: 0 }
        const own = byWorker.get(worker.personId) ?? []
        const households = own.reduce((sum, one) => sum + one.households, 0)
        const openMatters = own.reduce((sum, one) => sum + one.openMatters, 0)
        const walks = { grids: own.length, households, openMatters, fit: fitOf(households, { least, most }) }
        return { ...row, holder: worker.name, walks, postsHeld: held.get(worker.personId)?.length ?? 0 }
      })
      return {
        norm: { least, most },
        grids: rows.toSorted((a, b) => b.households - a.households || (a.path < b.path ? -1 : 1)),
        total: {
          households: rows.reduce((sum, row) => sum + row.households, 0),
          openMatters: rows.reduce((sum, row) => sum + row.openMatters, 0),
        },
      }
    },
  })
}

function dutiesQuery({ grids, posts, staff }: Surroundings): Query {
  const responsibility = new Responsibility(grids, posts)
  return query<PostsTables, typeof contract.listDuties>(contract.listDuties, {
    async run({ read, now }, { gridPath }) {
      if (!grids.find(gridPath)) return refuse['not-found']()
      const db = whole(read)
      const all = await staff.within(db, gridPath)
      const paths = [...new Set(all.flatMap(post => post.gridPath ?? []))]
      const onEach = await responsibility.postsOnEach(db, paths)
      const onGrids = Map.groupBy(
        [...onEach].flatMap(([path, own]) =>
          own.map(({ postId, duty }) => ({ postId, duty, gridName: grids.find(path)?.name ?? path })),
        ),
        ({ postId }) => postId,
      )
      const things = await new PostOnReader(read, dayOf(now)).ofPosts(all.map(({ postId }) => postId))
      const onThings = Map.groupBy(things, ({ postId }) => postId)
      const byPerson = Map.groupBy(
        all.filter(({ holder }) => holder !== null),
        ({ holder }) => holder!.personId,
      )
      const people = [...byPerson].map(([personId, own]) => ({
        personId,
        name: own[0]!.holder!.name,
        posts: own.map(({ postId, title }) => {
          const kinds = Map.groupBy(onThings.get(postId) ?? [], ({ thingKind, duty }) => `${thingKind} ${duty}`)
          return {
            ...{ postId, title },
            onGrids: (onGrids.get(postId) ?? []).map(({ duty, gridName }) => ({ duty, gridName })),
            onThings: [...kinds.values()].map(same => ({
              ...{ kind: same[0]!.thingKind as string, duty: same[0]!.duty as string, count: same.length },
            })),
          }
        }),
      }))
      const dutiesIn = (person: (typeof people)[number]) =>
        person.posts.reduce((sum, post) => sum + Math.max(1, post.onGrids.length + post.onThings.length), 0)
      return {
        people: people
          .filter(person => dutiesIn(person) > 1)
          .toSorted((a, b) => dutiesIn(b) - dutiesIn(a) || (a.personId < b.personId ? -1 : 1)),
      }
    },
  })
}

function bodiesQuery({ grids, posts }: Surroundings): Query {
  return query<PostsTables, typeof contract.listBodies>(contract.listBodies, {
    async run({ read, actor, now }, { gridPath }) {
      if (!grids.find(gridPath)) return refuse['not-found']()
      const roster = new RosterReader(read)
      const bodies = await roster.bodiesIn(gridPath)
      const members = await roster.membersOf(bodies.map(({ id }) => id))
      const facts = await posts.byIds(whole(read), [...new Set(members.flatMap(({ post_id }) => post_id ?? []))])
      const titles = new Map(facts.map(({ postId, title }) => [postId, title]))
      const day = dayOf(now)
      return {
        bodies: bodies.map(body => ({
          ...{ bodyId: body.id, kind: body.kind, name: body.name, gridPath: body.grid_path, duties: body.duties },
          ...{ gridName: grids.find(body.grid_path)?.name ?? body.grid_path, validFrom: body.valid_from },
          members: members
            .filter(({ body_id }) => body_id === body.id)
            .map(one => ({
              ...{ memberId: one.id, name: one.name, role: one.role, from: one.term_from, until: one.term_until },
              ...{ leftOn: one.left_on, postTitle: one.post_id === null ? null : (titles.get(one.post_id) ?? null) },
              state: termStateOn({ from: one.term_from, until: one.term_until, leftOn: one.left_on }, day),
            })),
          mayEdit: mayEditAt(actor, body.grid_path),
        })),
      }
    },
  })
}

function assignmentsQuery({ grids, posts }: Surroundings): Query {
  return query<PostsTables, typeof contract.listAssignments>(contract.listAssignments, {
    async run({ read, actor }, { gridPath }) {
      if (!grids.find(gridPath)) return refuse['not-found']()
      const rows = await new RosterReader(read).assignmentsIn(gridPath)
      const facts = await posts.byIds(whole(read), [...new Set(rows.map(({ post_id }) => post_id))])
      const known = new Map(facts.map(post => [post.postId, post]))
      return {
        assignments: rows.map(row => ({
          ...{ assignmentId: row.id, kind: row.kind, target: row.target, since: row.valid_from },
          gridName: grids.find(row.grid_path)?.name ?? row.grid_path,
          title: known.get(row.post_id)?.title ?? '',
          holder: known.get(row.post_id)?.holder?.name ?? null,
          mayEdit: mayEditAt(actor, row.grid_path),
        })),
      }
    },
  })
}
