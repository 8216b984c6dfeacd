import type { PeoplePlan, PersonPlan, SeatedPost } from '../people/people.ts'
import { pick, type Random } from '../random.ts'

export interface Seated {
  readonly personId: string
  readonly postId: string
}

/** Who plays which part when the year of matters is told. */
export interface Cast {
  readonly residents: readonly PersonPlan[]
  holderOf(role: string, random: Random): Seated
  handlerOf(unitId: string, random: Random): Seated
  /** The grid worker of this cell, or of the nearest number to it when the seat is empty. */
  workerAt(gridPath: string): Seated
}

export function castFor(people: PeoplePlan): Cast {
  const holder = new Map(people.people.flatMap(person => person.postIds.map(postId => [postId, person.id])))
  const seated = (post: SeatedPost): Seated[] => {
    const personId = holder.get(post.id)
    return personId === undefined ? [] : [{ personId, postId: post.id }]
  }
  const byRole = Map.groupBy(people.posts, post => post.role)
  const workers = (byRole.get('grid-worker') ?? []).flatMap(post =>
    seated(post).map(found => ({ ...found, path: post.gridPath ?? '' })),
  )
  const inRole = (role: string) => (byRole.get(role) ?? []).flatMap(seated)
  return {
    residents: people.people.filter(person => !person.staff),
    holderOf: (role, random) => pick(random, inRole(role)),
    handlerOf(unitId, random) {
      const posts = people.posts.filter(post => post.role === 'department-handler')
      const unitKey = people.units.find(unit => unit.id === unitId)?.key
      return pick(random, posts.filter(post => post.unit === unitKey).flatMap(seated))
    },
    workerAt(gridPath) {
      const parent = gridPath.split('.').slice(0, -1).join('.')
      const exact = workers.find(worker => worker.path === gridPath)
      const near = exact ?? workers.find(worker => worker.path.startsWith(`${parent}.`)) ?? workers[0]
      if (!near) throw new Error('the town has no grid worker')
      return near
    },
  }
}
