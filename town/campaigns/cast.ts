import type { PeoplePlan, SeatedPost } from '../people/people.ts'

/** A filled post of the town with who holds it, as histories need it. */
export interface Seat {
  readonly postId: string
  readonly personId: string
  readonly title: string
}

/** Posts and units by key, with the people on them. */
export class CampaignCast {
  readonly #people: PeoplePlan
  readonly #holders: ReadonlyMap<string, string>
  readonly #units: ReadonlyMap<string, { readonly id: string; readonly name: string }>

  constructor(people: PeoplePlan) {
    this.#people = people
    this.#holders = new Map(people.people.flatMap(({ id, postIds }) => postIds.map(postId => [postId, id] as const)))
    this.#units = new Map(people.units.map(unit => [unit.key, unit]))
  }

  /** The first filled post whose key begins so; the street centre's where there is none. */
  seat(...beginnings: readonly string[]): Seat {
    for (const beginning of [...beginnings, 'street-centre']) {
      const post = this.#people.posts.find(one => one.key.startsWith(beginning) && this.#holders.has(one.id))
      if (post) return this.#seated(post)
    }
    throw new Error('the town has no street centre')
  }

  /** Whoever patrols a grid, else whoever leads the one above it. */
  surveyor(gridPath: string): Seat {
    const above = gridPath.split('.').slice(0, -1).join('.')
    const post = this.#people.posts.find(one => one.key === `worker ${gridPath}` && this.#holders.has(one.id))
    return post ? this.#seated(post) : this.seat(`lead ${above}`)
  }

  unit(key: string): { readonly id: string; readonly name: string } {
    const unit = this.#units.get(key)
    if (!unit) throw new Error(`the town has no unit ${key}`)
    return unit
  }

  #seated(post: SeatedPost): Seat {
    return {
      postId: post.id,
      personId: this.#holders.get(post.id) ?? '',
      title: `${this.#units.get(post.unit)?.name ?? ''}${post.title}`,
    }
  }
}
