import { type Query, query } from '#platform/commands/server/command.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { anonymous } from '../../common/anonymous.ts'
import { figureRows, figures } from '../../common/contract/upkeep.ts'
import { peopleFigures } from '../../common/real-figures.ts'
import { refuse } from '../../common/refusals.ts'
import { countGrid, haveHomesLeft, peopleBehind } from '../figure-store.ts'
import { presentListed } from '../present.ts'
import type { Surroundings } from '../surroundings.ts'
import { holdsAt, ThingReader } from '../thing-store.ts'
import type { RegistryTables } from '../tables.ts'
import { groundFor, groundOn, holdsOn } from './figure-ground.ts'
import { readTitleCursor, titleCursor } from './title-cursor.ts'

export const figureQueries = (around: Surroundings): readonly Query[] => [
  query<RegistryTables, typeof figures>(figures, {
    async run({ read, actor, now }, { gridPath, on: asked = dayOf(now) }) {
      const history = await around.grids.history(read)
      const ground = groundFor(history, actor, gridPath, asked, dayOf(now))
      if (isRefusal(ground)) return ground
      const { on } = ground
      const holds = holdsOn(actor, ground)
      if (!holds('registry.figures')) return refuse['may-not-see']()
      const children = history.childrenOf(ground.path, on).map(({ path, name }) => ({ path, name }))
      const [{ people, homes, households, tenancies }, haveLeft] = await Promise.all([
        countGrid(read, ground),
        haveHomesLeft(read, actor, ground),
      ])
      const isExact = holds('registry.read') && !haveLeft
      const { threshold } = around.settings(now)
      const shown = peopleFigures(people, children, isExact ? null : threshold)
      const sum = (rows: readonly { readonly count: number }[]) => rows.reduce((total, row) => total + row.count, 0)
      const vacant = sum(homes.filter(row => row.use === 'vacant'))
      const uses = [...new Set(homes.map(row => row.use ?? ''))].toSorted((a, b) => (a < b ? -1 : 1))
      const told = (count: number) => (isExact ? count : anonymous(count, threshold))
      return {
        ...{ on, isExact, haveLeft: holds('registry.read') && haveLeft, ...shown, homes: sum(homes) },
        grid: {
          path: ground.path,
          names: history.names(ground.path, on),
          firstDay: history.firstDay(ground.path) ?? on,
        },
        byUse: uses.map(use => ({ use, count: sum(homes.filter(row => (row.use ?? '') === use)) })),
        ...{ households: told(households), tenancies: told(tenancies) },
        vacancy: sum(homes) === 0 ? null : vacant / sum(homes),
        children: shown.children.map(child => {
          const own = homes.filter(row => row.below === child.path)
          return { ...child, homes: sum(own), vacant: sum(own.filter(row => row.use === 'vacant')) }
        }),
      }
    },
  }),

  query<RegistryTables, typeof figureRows>(figureRows, {
    async run({ read, actor, now }, { gridPath, on = dayOf(now), cursor, limit, ...asked }) {
      const ground = groundOn(await around.grids.history(read), gridPath, on, dayOf(now))
      // Whoever may not read all that is counted here gets no row: the numbers alone are in the figures.
      const mayRead = !isRefusal(ground) && holdsOn(actor, ground)('registry.read')
      if (!mayRead || (await haveHomesLeft(read, actor, ground))) return { rows: [], elsewhere: 0, next: null }
      const found = await peopleBehind(read, ground, { ...asked, after: readTitleCursor(cursor), limit: limit + 1 })
      const page = found.slice(0, limit)
      const rows = new Map(
        (await new ThingReader(read, actor).byIds(page.map(one => one.id))).map(row => [row.id, row]),
      )
      return {
        rows: page.flatMap(({ id }) => {
          const row = rows.get(id)
          return row ? [presentListed(row, holdsAt(actor, row), around.grids.names)] : []
        }),
        elsewhere: page.length - rows.size,
        next: found.length > limit ? titleCursor(page.at(-1)) : null,
      }
    },
  }),
]
