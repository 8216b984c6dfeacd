import { can } from '#platform/authz/common/grants.ts'
import { type Command, command, type Query, query } from '#platform/commands/server/command.ts'
import * as contract from '../../common/contract/duplicates.ts'
import { refuse } from '../../common/refusals.ts'
import type { RegistryWork } from '../commands/thing-commands.ts'
import { tellOf } from '../commands/thing-commands.ts'
import { openConflictsOf } from '../conflict-reader-store.ts'
import { noteLook } from '../look-store.ts'
import { presentThing } from '../present.ts'
import { openCorrectionsOf } from '../protection-store.ts'
import type { Surroundings } from '../surroundings.ts'
import type { RegistryTables } from '../tables.ts'
import { holdsAt, placedAt, ThingReader, type ThingRow, ThingWriter } from '../thing-store.ts'
import { AlikeReader, type AlikeRow, AlikeWriter } from './alike-store.ts'
import { findAlikeJobName } from './find-alike.ts'
import { mergeInto, takeApart } from './merge.ts'

const alikeSubject = ({ alikeId }: { readonly alikeId: string }) => ({ kind: 'registry-alike', id: alikeId })
const mergeSubject = ({ mergeId }: { readonly mergeId: string }) => ({ kind: 'registry-merge', id: mergeId })

export const duplicateQueries = (around: Surroundings): readonly Query[] => [
  query<RegistryTables, typeof contract.listAlike>(contract.listAlike, {
    async run({ read, actor }, page) {
      const { rows: pairs, next } = await new AlikeReader(read).open(actor, page)
      const people = await peopleOf(new ThingReader(read, actor), pairs)
      const rows = pairs.flatMap(pair => {
        const [a, b] = [people.get(pair.a_id), people.get(pair.b_id)]
        return a && b && maySettle(actor, a) && maySettle(actor, b) ? [presentPair(around, pair, a, b)] : []
      })
      return { rows, next }
    },
  }),

  query<RegistryTables, typeof contract.listMerges>(contract.listMerges, {
    async run({ read, actor }, page) {
      const { rows: merges, next } = await new AlikeReader(read).merges(actor, page)
      const ids = merges.flatMap(merge => [merge.kept_id, merge.gone_id])
      const things = new Map((await new ThingReader(read, actor).byIds(ids)).map(row => [row.id, row]))
      const names = await around.people(read as never, [...new Set(merges.map(merge => merge.by_id))])
      const rows = merges.flatMap(merge => {
        const [kept, gone] = [things.get(merge.kept_id), things.get(merge.gone_id)]
        if (!kept || !gone || !maySettle(actor, kept)) return []
        const { id: mergeId, at, reason } = merge
        const byName = names.get(merge.by_id) ?? null
        return [{ mergeId, at, reason, byName, kept: { thingId: kept.id, title: kept.title }, goneTitle: gone.title }]
      })
      return { rows, next }
    },
  }),
]

const maySettle = (actor: Parameters<typeof holdsAt>[0], row: ThingRow) =>
  row.state === 'current' && holdsAt(actor, row)('registry.settle')

async function peopleOf(reader: ThingReader, pairs: readonly AlikeRow[]): Promise<ReadonlyMap<string, ThingRow>> {
  const rows = await reader.byIds(pairs.flatMap(pair => [pair.a_id, pair.b_id]))
  return new Map(rows.map(row => [row.id, row]))
}

function presentPair({ grids }: Surroundings, pair: AlikeRow, a: ThingRow, b: ThingRow): contract.AlikePair {
  const side = (row: ThingRow) => ({
    ...{ thingId: row.id, title: row.title, gridNames: [...grids.names(row.grid_path)], bornOn: row.born_on },
  })
  const score = Math.round(pair.score * 100) / 100
  return { alikeId: pair.id, score, reasons: [...pair.reasons], foundAt: pair.found_at, a: side(a), b: side(b) }
}

export const duplicateCommands = (around: Surroundings): readonly Command[] => {
  /** A pair that waits and of which the caller may settle both; anything else is not there. */
  const openPair = async ({ tx, actor }: RegistryWork, alikeId: string) => {
    const pair = await new AlikeWriter(tx).take(alikeId)
    if (!pair || pair.decision !== null) return undefined
    const people = await peopleOf(new ThingReader(tx, actor), [pair])
    const [a, b] = [people.get(pair.a_id), people.get(pair.b_id)]
    return a && b && maySettle(actor, a) && maySettle(actor, b) ? { pair, a, b } : undefined
  }
  return [
    command(contract.openAlike, {
      subject: alikeSubject,
      async run(work: RegistryWork, { alikeId }) {
        const found = await openPair(work, alikeId)
        if (!found) return refuse['no-such-pair']()
        const { tx, actor, now } = work
        const shown = []
        for (const row of [found.a, found.b]) {
          await noteLook(tx, actor, { thingId: row.id, at: now, field: null, reason: '查重比对' })
          shown.push(await presentThing(around, { db: tx, actor, now }, row))
        }
        return { pair: presentPair(around, found.pair, found.a, found.b), a: shown[0]!, b: shown[1]! }
      },
    }),

    command(contract.keepApart, {
      subject: alikeSubject,
      async run(work: RegistryWork, { alikeId }) {
        if (!(await openPair(work, alikeId))) return refuse['no-such-pair']()
        await new AlikeWriter(work.tx).decide(alikeId, 'apart', { at: work.now, byId: work.actor.personId })
        return { alikeId }
      },
    }),

    command(contract.mergeThings, {
      subject: mergeSubject,
      async run(work: RegistryWork, { mergeId, keptId, goneId, take, reason }) {
        const rows = await new ThingWriter(work.tx, work.actor).take([keptId, goneId], 'registry.settle')
        const [kept, gone] = [keptId, goneId].map(id => rows.find(row => row.id === id))
        if (!kept || !gone) return refuse['no-such-thing']()
        if (kept.id === gone.id || kept.kind !== gone.kind || kept.kind !== 'person') return refuse['cannot-merge']()
        if (kept.state !== 'current' || gone.state !== 'current') return refuse['has-ended']()
        const writer = new AlikeWriter(work.tx)
        if (await writer.takeMerge(mergeId)) return refuse['merge-id-taken']()
        const count = (await openConflictsOf(work.tx, gone.id)) + (await openCorrectionsOf(work.tx, gone.id))
        if (count > 0) return refuse['questions-open']({ count })
        await mergeInto(around, work, { mergeId, kept, gone, take, reason })
        for (const row of [kept, gone]) tellOf(work, row.id, row.grid_path)
        return { mergeId, keptId }
      },
    }),

    command(contract.undoMerge, {
      subject: mergeSubject,
      async run(work: RegistryWork, { mergeId }) {
        const merge = await new AlikeWriter(work.tx).takeMerge(mergeId)
        if (!merge || merge.undone_at !== null) return refuse['no-such-merge']()
        const rows = await new ThingWriter(work.tx, work.actor).take([merge.kept_id, merge.gone_id], 'registry.settle')
        const [kept, gone] = [merge.kept_id, merge.gone_id].map(id => rows.find(row => row.id === id))
        if (!kept || !gone) return refuse['no-such-merge']()
        if (kept.state !== 'current') return refuse['has-ended']()
        await takeApart(around, work, merge, kept)
        for (const row of [kept, gone]) tellOf(work, row.id, row.grid_path)
        return { mergeId }
      },
    }),

    command(contract.findAlike, {
      subject: ({ gridPath }) => ({ kind: 'grid', id: gridPath }),
      async run({ actor, enqueue }: RegistryWork, { gridPath }) {
        if (!around.grids.has(gridPath)) return refuse['no-such-grid']()
        if (!can(actor, 'registry.settle', placedAt({ grid_path: gridPath }))) return refuse['not-here']()
        enqueue({ name: findAlikeJobName, data: { gridPath } })
        return { gridPath }
      },
    }),
  ]
}
