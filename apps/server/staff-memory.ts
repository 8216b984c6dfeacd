import type { PostName, StaffDirectory } from '#modules/cases/server/index.ts'
import type { PostFacts, PostSource } from '#modules/grid/server/index.ts'
import { type IdentityNews, ShortMemory } from '#modules/identity/server/index.ts'

/** Who people, posts and units are, for the modules that ask. */
export interface Staff {
  readonly directory: StaffDirectory
  readonly posts: PostSource
}

type UnitsHolding = Awaited<ReturnType<StaffDirectory['unitsHolding']>>

/**
 * The same answers, remembered for seconds: every step of every matter asks who can take it on and what they are called,
 * and that changes a few times a day. A unit of work that itself changes staff must not ask here before it is committed.
 */
export function rememberedStaff({ directory, posts }: Staff, news: IdentityNews): Staff {
  const names = new ShortMemory<string | null>(news, 'staff')
  const postNames = new ShortMemory<PostName | null>(news, 'staff')
  const unitNames = new ShortMemory<string | null>(news, 'staff')
  const unitsHolding = new ShortMemory<UnitsHolding | null>(news, 'staff')
  const facts = new ShortMemory<PostFacts | null>(news, 'staff')
  const held = new ShortMemory<readonly PostFacts[] | null>(news, 'staff')
  return {
    directory: {
      people: (db, ids) => recalled(names, ids, missing => directory.people(db, missing)),
      posts: (db, ids) => recalled(postNames, ids, missing => directory.posts(db, missing)),
      units: (db, ids) => recalled(unitNames, ids, missing => directory.units(db, missing)),
      async unitsHolding(db, permission) {
        const ask = async () => new Map([[permission, await directory.unitsHolding(db, permission)]])
        return (await recalled<UnitsHolding>(unitsHolding, [permission], ask)).get(permission) ?? []
      },
    },
    posts: {
      async byIds(db, ids) {
        const ask = async (missing: readonly string[]) =>
          new Map((await posts.byIds(db, missing)).map(post => [post.postId, post]))
        return [...(await recalled(facts, ids, ask)).values()]
      },
      async holding(db, permission, gridPaths) {
        const pathOf = (key: string) => key.slice(permission.length + 1)
        const ask = async (missing: readonly string[]) => {
          const found = await posts.holding(db, permission, missing.map(pathOf))
          const byPath = Map.groupBy(found, post => post.gridPath)
          return new Map(missing.map(key => [key, byPath.get(pathOf(key)) ?? []]))
        }
        const keys = gridPaths.map(path => `${permission} ${path}`)
        return [...(await recalled<readonly PostFacts[]>(held, keys, ask)).values()].flat()
      },
    },
  }
}

/** What is known, and what is not asked for in one go. That something is not there is remembered too. */
async function recalled<Value>(
  memory: ShortMemory<Value | null>,
  keys: readonly string[],
  ask: (missing: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
): Promise<ReadonlyMap<string, Value>> {
  const at = performance.now()
  const answers = new Map(keys.map(key => [key, memory.get(key, at)]))
  const missing = [...answers].flatMap(([key, answer]) => (answer === undefined ? [key] : []))
  if (missing.length > 0) {
    const keep = memory.keeper(at)
    const found = await ask(missing)
    for (const key of missing) {
      const answer = found.get(key) ?? null
      keep(key, answer)
      answers.set(key, answer)
    }
  }
  return new Map(
    [...answers].flatMap(([key, answer]) => (answer === null || answer === undefined ? [] : [[key, answer] as const])),
  )
}
