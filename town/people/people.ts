import type { Geography } from '../geography/geography.ts'
import { idMaker, randomFrom } from '../random.ts'
import { makeName } from './names.ts'
import { personas } from './personas.ts'
import { handlerPosts, type PostPlan, postPlans, residentCount } from './posts.ts'
import { neighbourPlan, streetsOf, type UnitPlan, unitPlans } from './units.ts'

export interface PersonPlan {
  readonly id: string
  readonly name: string
  readonly login: string
  readonly staff: boolean
  readonly postIds: readonly string[]
}

export interface SeatedPost extends PostPlan {
  readonly id: string
}

export interface SeatedUnit extends UnitPlan {
  readonly id: string
}

export interface PeoplePlan {
  readonly units: readonly SeatedUnit[]
  readonly posts: readonly SeatedPost[]
  readonly people: readonly PersonPlan[]
}

/** Who works in the town: units, posts with their vacancies, one person per filled post, personas on theirs, residents. */
export function planPeople(geography: Geography, bornAt: number): PeoplePlan {
  const random = randomFrom(geography.seed * 7919 + 1)
  const newId = idMaker(random)
  const units = unitPlans(geography.districtName, streetsOf(geography)).map(unit => ({ ...unit, id: newId(bornAt) }))
  const posts = seatPersonas(postPlans(geography, units, random)).map(post => ({ ...post, id: newId(bornAt) }))

  const names = new Set<string>()
  const heldByPersonas = new Map(
    personas.flatMap(persona => findPosts(posts, persona.posts).map(post => [post.id, persona.login])),
  )
  const person = (login: string, staff: boolean, postIds: readonly string[]): PersonPlan => ({
    id: newId(bornAt),
    name: makeName(random, names),
    login,
    staff,
    postIds,
  })
  const named = personas.map(({ login, posts: keys }) =>
    person(
      login,
      keys.length > 0,
      findPosts(posts, keys).map(post => post.id),
    ),
  )
  const others = posts.filter(post => !post.vacant && !heldByPersonas.has(post.id))
  const staff = others.map((post, i) => person(staffLogin(i + 1), true, [post.id]))
  const residents = Array.from({ length: residentCount(random) }, (_, i) =>
    person(`resident${String(i + 1).padStart(3, '0')}`, false, []),
  )
  const beyond = planNeighbour(geography, bornAt, { names, order: staff.length + 1 })
  return {
    units: [...units, ...beyond.units],
    posts: [...posts, ...beyond.posts],
    people: [...named, ...staff, ...residents, ...beyond.people],
  }
}

/** With a stream of its own: whoever was there before keeps name and id. */
function planNeighbour(
  geography: Geography,
  bornAt: number,
  { names, order }: { readonly names: Set<string>; readonly order: number },
): PeoplePlan {
  const random = randomFrom(geography.seed * 86_028_121 + 5)
  const newId = idMaker(random)
  const unit = { ...neighbourPlan(), id: newId(bornAt) }
  const posts = handlerPosts(unit).map(post => ({ ...post, title: '联络员', id: newId(bornAt) }))
  const people = posts.map((post, i) => ({
    ...{ id: newId(bornAt), name: makeName(random, names), login: staffLogin(order + i), staff: true },
    postIds: [post.id],
  }))
  return { units: [unit], posts, people }
}

const staffLogin = (order: number) => `staff${String(order).padStart(4, '0')}`

/** A persona's seat is never one of the empty ones. */
function seatPersonas(posts: readonly PostPlan[]): PostPlan[] {
  const taken = new Set(personas.flatMap(persona => findPosts(posts, persona.posts).map(post => post.key)))
  return posts.map(post => (taken.has(post.key) ? { ...post, vacant: false } : post))
}

/** In small towns some seats do not exist; then the persona has fewer posts, and a test says which may not be missing. */
function findPosts<P extends PostPlan>(posts: readonly P[], keys: readonly string[]): P[] {
  return keys.flatMap(key => {
    const found = key.endsWith('*')
      ? posts.find(post => post.key.startsWith(key.slice(0, -1)) && !post.vacant)
      : posts.find(post => post.key === key)
    return found ? [found] : []
  })
}
