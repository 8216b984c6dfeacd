import type { Kysely } from 'kysely'
import type { Point } from '#platform/kernel/common/geometry.ts'
import type { PostOnGrid, Responsible } from '../common/contract.ts'
import { duties, pathsDownTo } from '../common/grid.ts'
import { responsibleNow } from '../common/responsible.ts'
import type { GridIndex } from './grid-index.ts'
import { GridReader, type PostPlacing } from './grid-store.ts'
import type { PostFacts, PostSource, ReadHandle } from './posts.ts'
import type { GridTables } from './tables.ts'

/** A filled post near a place, nearest first. */
export interface NearPost {
  readonly postId: string
  readonly personId: string
  readonly title: string
  readonly holder: string
  readonly gridPath: string
}

/** How many grids are looked at in one go; three in four times the first go finds someone. */
const goes = [64, 512, 4096, Infinity]

/** Who stands where, and who answers now: the tree from memory, posts from the tables, people from identity. */
export class Responsibility {
  readonly #index: GridIndex
  readonly #posts: PostSource

  constructor(index: GridIndex, posts: PostSource) {
    this.#index = index
    this.#posts = posts
  }

  /** Every post on a grid, in the order of duties, vacant ones too. */
  async postsOn(db: ReadHandle, path: string): Promise<PostOnGrid[]> {
    const placings = await readerOf(db).postsOn([path])
    const facts = await this.#factsOf(db, placings)
    return placings
      .flatMap(({ postId, duty }) => {
        const post = facts.get(postId)
        if (!post) return []
        return [{ postId, title: post.title, unitName: post.unitName, duty, holder: post.holder?.name ?? null }]
      })
      .sort((a, b) => duties.indexOf(a.duty) - duties.indexOf(b.duty) || a.title.localeCompare(b.title, 'zh-CN'))
  }

  /** Every post on each of some grids, by path. */
  async postsOnEach(db: ReadHandle, paths: readonly string[]): Promise<ReadonlyMap<string, PostOnGrid[]>> {
    const placings = await readerOf(db).postsOn(paths)
    const facts = await this.#factsOf(db, placings)
    const rank = ({ duty }: PostPlacing) => duties.indexOf(duty)
    const byPath = new Map<string, PostOnGrid[]>()
    for (const { postId, duty, gridPath } of placings.toSorted((a, b) => rank(a) - rank(b))) {
      const post = facts.get(postId)
      if (!post) continue
      const here = byPath.get(gridPath) ?? []
      byPath.set(gridPath, here)
      here.push({ postId, title: post.title, unitName: post.unitName, duty, holder: post.holder?.name ?? null })
    }
    return byPath
  }

  /** Climbs from the grid to the first filled lead post, and names the vacancies on the way. */
  async of(db: ReadHandle, path: string): Promise<Responsible> {
    const upwards = pathsDownTo(path).reverse()
    const placings = (await readerOf(db).postsOn(upwards)).filter(({ duty }) => duty === 'lead')
    const facts = await this.#factsOf(db, placings)
    return responsibleNow(
      upwards.map(step => ({
        path: step,
        name: this.#index.find(step)?.name ?? step,
        leads: leadsOn(step, placings, facts),
      })),
    )
  }

  /** For the whole tree or a part: the name of each grid's own lead, for those that have a filled lead post. */
  async leads(db: ReadHandle, under?: string): Promise<ReadonlyMap<string, string>> {
    const placings = await readerOf(db).leads(under)
    const facts = await this.#factsOf(db, placings)
    return new Map(
      placings.flatMap(({ gridPath, postId }) => {
        const name = facts.get(postId)?.holder?.name
        return name === undefined ? [] : [[gridPath, name] as const]
      }),
    )
  }

  /**
   * Filled posts with a permission, the one that should come first: posts that answer for the place (its own grid first,
   * then the grids above), then others by the distance between the centres of their grid and the place's.
   */
  async nearestPosts(db: ReadHandle, point: Point, permission: string, limit = 5): Promise<NearPost[]> {
    const path = this.#index.locate(point)
    const own = path === null ? [] : pathsDownTo(path).reverse()
    let order = own
    for (const count of goes) {
      order = [...new Set([...own, ...this.#index.pathsByDistance(point, count)])]
      const found = await this.#posts.holding(db, permission, order)
      if (found.length > 0 || order.length >= this.#index.all().length) return inOrder(found, order).slice(0, limit)
    }
    return []
  }

  async #factsOf(db: ReadHandle, placings: readonly PostPlacing[]): Promise<Map<string, PostFacts>> {
    const ids = [...new Set(placings.map(({ postId }) => postId))]
    const facts = ids.length === 0 ? [] : await this.#posts.byIds(db, ids)
    return new Map(facts.map(post => [post.postId, post]))
  }
}

const readerOf = (db: ReadHandle) => new GridReader(db as unknown as Kysely<GridTables>)

function leadsOn(path: string, placings: readonly PostPlacing[], facts: ReadonlyMap<string, PostFacts>) {
  return placings
    .filter(({ gridPath }) => gridPath === path)
    .flatMap(({ postId }) => {
      const post = facts.get(postId)
      return post ? [{ title: post.title, holder: post.holder?.name ?? null }] : []
    })
}

function inOrder(found: readonly PostFacts[], order: readonly string[]): NearPost[] {
  const rank = new Map(order.map((path, position) => [path, position]))
  return found
    .flatMap(({ postId, title, gridPath, holder }) =>
      gridPath === null || holder === null
        ? []
        : [{ postId, title, gridPath, holder: holder.name, personId: holder.personId }],
    )
    .sort((a, b) => rank.get(a.gridPath)! - rank.get(b.gridPath)! || (a.postId < b.postId ? -1 : 1))
}
