import { can } from '#platform/authz/common/grants.ts'
import type { Kysely } from 'kysely'
import { type Query, query } from '#platform/commands/server/command.ts'
import {
  fieldTable,
  heading,
  listTable,
  officialPaper,
  paragraph,
  printedDay,
  printedTime,
  printPdf,
  sealSpace,
} from '#platform/documents/server/index.ts'
import { translator } from '#platform/i18n/common/translate.ts'
import { care } from '../../common/care.ts'
import * as contract from '../../common/contract/protection.ts'
import { fieldOf, type ThingKind } from '../../common/kinds.ts'
import { knownFrom } from '../../common/entries.ts'
import { isSealed } from '../../common/field-spec.ts'
import { masked } from '../../common/mask.ts'
import { looksPrintMessages } from '../../common/print-messages.ts'
import { refuse } from '../../common/refusals.ts'
import { retentionRules } from '../../common/retention.ts'
import { valueWords } from '../../common/row-facts.ts'
import { sightOf } from '../../common/sight.ts'
import { fieldsOfLook } from '../../common/looks.ts'
import { toConsent } from '../consent-work.ts'
import { countLooksAt, latestLooks, type LookRow, looksAt } from '../look-store.ts'
import { cleanings, consentsOf, listCorrections } from '../protection-store.ts'
import { dryRun } from '../retention-work.ts'
import { SecretReader } from '../secret-store.ts'
import { secretsIn } from '../secrets.ts'
import type { Surroundings } from '../surroundings.ts'
import { holdsAt, placedAt, ThingReader, type ThingRow } from '../thing-store.ts'
import type { RegistryTables } from '../tables.ts'
import type { Actor } from '#platform/authz/common/grants.ts'

type Read = Kysely<RegistryTables>

async function withNames(around: Surroundings, read: Read, rows: readonly LookRow[]) {
  const names = await around.people(read as never, [...new Set(rows.map(row => row.by_id))])
  const posts = await around.posts(read as never, [...new Set(rows.flatMap(row => row.post_id ?? []))])
  return rows.map(row => ({
    ...{ at: row.at, byName: names.get(row.by_id) ?? null, field: row.field, reason: row.reason },
    postTitle: row.post_id === null ? null : (posts.get(row.post_id) ?? null),
    ...{ thingId: row.thing_id, byId: row.by_id },
  }))
}

/** On the screen the latest; the paper has them all, as far as a paper can (local practice). */
const looksOnScreen = 200
const looksOnPaper = 10_000

/** The person, where the caller may give the list out. */
async function asking(read: Read, actor: Actor, thingId: string): Promise<ThingRow | undefined> {
  const row = await new ThingReader(read, actor).find(thingId)
  return row && can(actor, 'registry.print-looks', placedAt(row)) ? row : undefined
}

export const protectionQueries = (around: Surroundings): readonly Query[] => [
  query<RegistryTables, typeof contract.listLooks>(contract.listLooks, {
    async run({ read, actor }, { thingId }) {
      const row = await asking(read, actor, thingId)
      if (!row) return refuse['no-such-thing']()
      const rows = await withNames(around, read, await looksAt(read, thingId, looksOnScreen))
      const total = await countLooksAt(read, thingId)
      return { title: row.title, total, rows: rows.map(({ thingId: _thing, byId: _by, ...look }) => look) }
    },
  }),

  query<RegistryTables, typeof contract.printLooks>(contract.printLooks, {
    async run({ read, actor, now }, { thingId, locale }) {
      const row = await asking(read, actor, thingId)
      if (!row) return refuse['no-such-thing']()
      const total = await countLooksAt(read, thingId)
      const looks = await withNames(around, read, await looksAt(read, thingId, looksOnPaper))
      const names = await around.people(read as never, [actor.personId])
      const t = translator([looksPrintMessages], locale)
      const issuer = around.grids.names(row.grid_path).at(-2) ?? t('print.issuer')
      const what = (field: string | null) =>
        field === null
          ? t('print.page-as-a-whole')
          : fieldsOfLook(field)
              .map(key => fieldOf(row.kind, key)?.label[locale] ?? key)
              .join('、')
      const heads = [
        { name: t('print.at'), points: 92 },
        { name: t('print.by'), points: 60 },
        { name: t('print.post'), points: 110 },
        { name: t('print.what'), points: 70 },
        { name: t('print.why') },
      ]
      const rows = looks.map(look => [
        ...[printedTime(look.at), look.byName ?? '', look.postTitle ?? '', what(look.field), look.reason],
      ])
      const paper = officialPaper({
        ...{ issuer, title: t('print.title'), number: thingId.slice(-12) },
        printed: t('print.printed', { name: names.get(actor.personId) ?? '', at: printedTime(now) }),
        pageOf: (page, pages) => t('print.page', { page, pages }),
        parts: [
          fieldTable([
            [t('print.who'), row.title],
            [t('print.count'), String(total)],
            [t('print.shown'), total > looks.length ? t('print.latest', { count: looks.length }) : null],
          ]),
          heading(t('print.title')),
          rows.length === 0 ? paragraph(t('print.none')) : listTable(heads, rows),
          paragraph(t('print.note')),
          sealSpace(issuer, printedDay(now), t('print.seal')),
        ],
      })
      return { fileName: `looks-${thingId.slice(-12)}.pdf`, bytes: await printPdf(paper) }
    },
  }),

  query<RegistryTables, typeof contract.latestLooks>(contract.latestLooks, {
    async run({ read }, asked) {
      const { rows, next } = await latestLooks(read, asked)
      return { rows: await withNames(around, read, rows), next }
    },
  }),

  query<RegistryTables, typeof contract.listCorrections>(contract.listCorrections, {
    async run({ read, actor }, asked) {
      const { rows: found, next } = await listCorrections(read, actor, asked)
      const reader = new ThingReader(read, actor)
      const things = new Map((await reader.byIds(found.map(row => row.thing_id))).map(row => [row.id, row]))
      const journals = await reader.entriesOf([...things.keys()])
      const all = found.flatMap(row => {
        const thing = things.get(row.thing_id)
        const spec = thing && fieldOf(thing.kind, row.field)
        if (!thing || !spec || sightOf(spec, holdsAt(actor, thing)) === 'hidden') return []
        const kept = knownFrom(thing.kind, journals.get(thing.id) ?? [])[row.field]?.kept ?? null
        return [{ row, thing, spec, kept }]
      })
      const valueOf = await new SecretReader(read, around.secrets).open(
        secretsIn(all.flatMap(({ row, kept }) => [row.wanted, kept])),
      )
      return {
        rows: all.map(({ row, thing, spec, kept }) => {
          const words = (one: typeof kept) => {
            const value = valueOf(one)
            if (value === null) return null
            return isSealed(spec) ? masked(spec, value) : valueWords(thing.kind as ThingKind, row.field, value, 'zh-CN')
          }
          return {
            ...{ correctionId: row.id, thingId: thing.id, title: thing.title, kind: thing.kind, field: row.field },
            ...{ stands: words(kept), wanted: words(row.wanted), reason: row.reason, askedAt: row.asked_at },
            ...{ dueOn: row.due_on, outcome: row.outcome, answer: row.answer },
          }
        }),
        next,
      }
    },
  }),

  query<RegistryTables, typeof contract.listConsents>(contract.listConsents, {
    async run({ read, actor }, { personId }) {
      const person = await new ThingReader(read, actor).find(personId)
      if (!person) return refuse['no-such-thing']()
      const holds = holdsAt(actor, person)
      const rows = await consentsOf(read, personId)
      return {
        // That somebody agreed to a list tells that they are on it: seen by whoever may see the list.
        rows: rows.flatMap(row =>
          row.care_group !== null && !holds(care[row.care_group].permission)
            ? []
            : [{ consentId: row.id, purpose: row.purpose, way: row.way, ...toConsent(row) }],
        ),
      }
    },
  }),

  query<RegistryTables, typeof contract.retention>(contract.retention, {
    async run({ read, now }) {
      const rules = await Promise.all(retentionRules.map(rule => dryRun(around, read, rule, now)))
      const done = await cleanings(read)
      const names = await around.people(read as never, [...new Set(done.map(row => row.by_id))])
      return {
        rules,
        done: done.map(({ at, by_id, rule, erased }) => ({ at, byName: names.get(by_id) ?? null, rule, erased })),
      }
    },
  }),
]
