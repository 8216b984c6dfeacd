import type { PeoplePlan, PersonPlan } from '../people/people.ts'
import { usualUnit } from '../people/units.ts'
import { pick, type Random } from '../random.ts'

export interface Seated {
  readonly personId: string
  readonly postId: string
}

export type DeskRole = 'acceptor' | 'duty-chief' | 'dispatcher'

/** Who plays which part when the year of matters is told. */
export interface Cast {
  readonly residents: readonly PersonPlan[]
  /** Somebody at the desk of the street that the place lies in. */
  deskOf(role: DeskRole, gridPath: string, random: Random): Seated
  /** The unit of the street around the place that such a matter is usually sent to. */
  unitFor(matter: { readonly kind: string; readonly code: string }, gridPath: string): string
  handlerOf(unitId: string, random: Random): Seated
  supervisor(random: Random): Seated
  /** The grid worker of this cell, or of the nearest number to it when the seat is empty. */
  workerAt(gridPath: string): Seated
}

export function castFor(people: PeoplePlan): Cast {
  const holder = new Map(people.people.flatMap(person => person.postIds.map(postId => [postId, person.id])))
  const seated = people.posts.flatMap(post => {
    const personId = holder.get(post.id)
    return personId === undefined ? [] : [{ post, seat: { personId, postId: post.id } }]
  })
  const desks = Map.groupBy(seated, ({ post }) => `${post.role} ${post.gridPath}`)
  const handlers = Map.groupBy(
    seated.filter(({ post }) => post.role === 'department-handler'),
    ({ post }) => post.unit,
  )
  const workers = seated.filter(({ post }) => post.role === 'grid-worker')
  const atCell = new Map(workers.map(({ post, seat }) => [post.gridPath, seat]))
  const atParent = new Map(workers.toReversed().map(({ post, seat }) => [parentOf(post.gridPath ?? ''), seat]))
  const unitKeys = new Map(people.units.map(unit => [unit.id, unit.key]))
  const byStreet = Map.groupBy(people.units, unit => unit.street)
  return {
    residents: people.people.filter(person => !person.staff),
    deskOf(role, gridPath, random) {
      const around = pathsAround(gridPath).find(path => desks.has(`${role} ${path}`))
      return pick(random, desks.get(`${role} ${around}`) ?? []).seat
    },
    unitFor({ kind, code }, gridPath) {
      const street = pathsAround(gridPath).find(path => byStreet.has(path)) ?? null
      return usualUnit(byStreet.get(street) ?? [], kind, code).id
    },
    supervisor: random =>
      pick(
        random,
        seated.filter(({ post }) => post.role === 'supervisor'),
      ).seat,
    handlerOf: (unitId, random) => pick(random, handlers.get(unitKeys.get(unitId) ?? '') ?? []).seat,
    workerAt(gridPath) {
      const near = atCell.get(gridPath) ?? atParent.get(parentOf(gridPath)) ?? workers[0]?.seat
      if (!near) throw new Error('the town has no grid worker')
      return near
    },
  }
}

function parentOf(path: string): string {
  return path.split('.').slice(0, -1).join('.')
}

/** The grid and those around it, the nearest first. */
function pathsAround(path: string): string[] {
  const steps = path.split('.')
  return steps.map((_, i) => steps.slice(0, steps.length - i).join('.'))
}
