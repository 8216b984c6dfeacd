import type { Kysely } from 'kysely'
import type { Actor } from '#platform/authz/common/grants.ts'
import { type Query, query } from '#platform/commands/server/command.ts'
import {
  fieldTable,
  heading,
  officialPaper,
  type PaperPart,
  paragraph,
  printedTime,
  printPdf,
} from '#platform/documents/server/index.ts'
import { filesByIds } from '#platform/files/server/attach.ts'
import { passagesIn } from '#platform/files/server/paper-text-store.ts'
import { translator } from '#platform/i18n/common/translate.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { readCursor, toCursor } from '#platform/contract/common/cursor.ts'
import { blocksOf, holdsOne, searchedParts, snippetOf } from '../common/body.ts'
import * as contract from '../common/contract.ts'
import { hasRead, mustRead, standingOn, versionOn, versionToRead } from '../common/institution.ts'
import { institutionsMessages } from '../common/messages.ts'
import { refuse } from '../common/refusals.ts'
import { readersOf } from './ask-readers.ts'
import { mayEditAt } from './commands.ts'
import { type Institution, InstitutionReader } from './institution-store.ts'
import type { ReaderPost, Surroundings } from './surroundings.ts'
import type { InstitutionsTables } from './tables.ts'

export function institutionQueries(around: Surroundings): readonly Query[] {
  return [listQuery(around), showQuery(around), readersQuery(around), printQuery(around)]
}

const whole = (read: Kysely<InstitutionsTables>) => read as unknown as Kysely<unknown>

/** What the caller is, for "must I read this". */
interface Caller {
  readonly posts: readonly ReaderPost[]
  readonly read: ReadonlyMap<string, readonly number[]>
  readonly day: string
}

async function callerOf(
  { staff }: Surroundings,
  read: Kysely<InstitutionsTables>,
  everyPost: readonly Actor[],
  day: string,
): Promise<Caller> {
  const personId = everyPost[0]?.personId ?? ''
  const posts = await staff.posts(
    whole(read),
    everyPost.flatMap(({ postId }) => postId ?? []),
  )
  const acknowledged = await new InstitutionReader(read).readBy(personId)
  const byDocument = Map.groupBy(acknowledged, ({ documentId }) => documentId)
  return { posts, day, read: new Map([...byDocument].map(([id, own]) => [id, own.map(({ version }) => version)])) }
}

function present(
  { grids }: Surroundings,
  { document, versions }: Institution,
  caller: Caller,
  parts: readonly string[] = [],
): contract.Listed {
  const current = versionOn(versions, caller.day)!
  const newest = versions.at(-1)!
  const standing = standingOn(versions, document.repealed_from, caller.day)
  const readers = { roles: newest.reader_roles, gridPath: newest.reader_grid }
  const isAlive = standing === 'in-force' || standing === 'coming'
  return {
    ...{ documentId: document.id, number: document.number, kind: document.kind, standing },
    ...{ title: current.title, version: current.version },
    ...{ inForceFrom: current.inForceFrom, inForceUntil: current.inForceUntil },
    areas: current.areas.map(path => ({ path, name: grids.find(path)?.name ?? path })),
    mustRead: isAlive && caller.posts.some(post => mustRead(readers, post)),
    hasRead: hasRead(versions, caller.day, caller.read.get(document.id) ?? []),
    snippet: snippetOf(current.body, parts),
    foundIn: null,
  }
}

/** 2号 before 10号. */
const inOrder = new Intl.Collator('zh-CN', { numeric: true })

function listQuery(around: Surroundings): Query {
  return query<InstitutionsTables, typeof contract.listInstitutions>(contract.listInstitutions, {
    async run({ read, everyPost, now }, { kind, standing, toRead, text = '', limit, cursor }) {
      const institutions = new InstitutionReader(read)
      const caller = await callerOf(around, read, everyPost, dayOf(now))
      const found = text.trim() === '' ? null : await institutions.found(text)
      const parts = searchedParts(text)
      const all = (await institutions.list()).map(one => ({ one, row: present(around, one, caller, parts) }))
      const isWaiting = ({ row }: { row: contract.Listed }) => row.mustRead && !row.hasRead
      const after = readCursor(cursor, ['text'])?.[0]
      const rows = all
        .filter(
          ({ row, one }) =>
            (kind === undefined || row.kind === kind) &&
            (standing === undefined || row.standing === standing) &&
            // What is looked for stands in the wording that counts, not in one that is past.
            (found === null || found.has(`${one.document.id} ${row.version}`)) &&
            (toRead !== true || isWaiting({ row })),
        )
        .filter(({ row }) => after === undefined || inOrder.compare(row.number, after) > 0)
        .toSorted((a, b) => inOrder.compare(a.row.number, b.row.number))
      const shown = rows.slice(0, limit)
      const last = shown.at(-1)?.row
      return {
        rows: await withPapers(whole(read), shown, parts),
        next: rows.length > limit && last ? toCursor([last.number]) : null,
        toRead: all.filter(isWaiting).length,
      }
    },
  })
}

/** Where what is looked for stands in a paper, that paper and the place in it take the place of the body's beginning. */
async function withPapers(
  db: Kysely<unknown>,
  shown: readonly { readonly one: Institution; readonly row: contract.Listed }[],
  parts: readonly string[],
): Promise<contract.Listed[]> {
  const wordingOf = ({ one, row }: (typeof shown)[number]) =>
    one.versions.find(({ version }) => version === row.version)!
  const elsewhere = shown.filter(found => {
    const { number, title } = found.row
    return parts.length > 0 && !holdsOne(`${number} ${title} ${wordingOf(found).body}`, parts)
  })
  const fileIds = elsewhere.flatMap(found => wordingOf(found).files)
  const names = new Map((await filesByIds(db, fileIds)).map(({ fileId, name }) => [fileId, name]))
  const passages = new Map((await passagesIn(db, fileIds, parts)).map(one => [one.fileId, one.snippet]))
  return shown.map(found => {
    if (!elsewhere.includes(found)) return found.row
    const { files } = wordingOf(found)
    const there = files.find(id => passages.has(id)) ?? files.find(id => holdsOne(names.get(id) ?? '', parts))
    if (there === undefined) return found.row
    return { ...found.row, foundIn: names.get(there) ?? null, snippet: passages.get(there) ?? found.row.snippet }
  })
}

function showQuery(around: Surroundings): Query {
  const { grids, staff } = around
  return query<InstitutionsTables, typeof contract.showInstitution>(contract.showInstitution, {
    async run({ read, actor, everyPost, now }, { documentId, version }) {
      const institutions = new InstitutionReader(read)
      const known = await institutions.find(documentId)
      if (!known || known.versions.length === 0) return refuse['not-found']()
      const { document, versions } = known
      const day = dayOf(now)
      const shown = version === undefined ? versionOn(versions, day) : versions.find(one => one.version === version)
      if (!shown) return refuse['not-found']()
      const caller = await callerOf(around, read, everyPost, day)
      const newest = versions.at(-1)!
      const names = await staff.people(
        whole(read),
        versions.map(({ made_by }) => made_by),
      )
      const roles = await staff.roles(whole(read), newest.reader_roles)
      const needed = versionToRead(versions, day)
      const own = (await institutions.readBy(actor.personId)).filter(one => one.documentId === documentId)
      const replacing = document.replaced_by === null ? undefined : await institutions.find(document.replaced_by)
      const readerGrid = newest.reader_grid
      const files = await filesByIds(whole(read), shown.files)
      return {
        ...present(around, known, caller),
        body: shown.body,
        title: shown.title,
        shown: shown.version,
        bodyBefore: versions.find(one => one.version === shown.version - 1)?.body ?? null,
        acknowledgedAt:
          own
            .filter(one => one.version >= (needed?.version ?? 1))
            .map(({ at }) => at)
            .sort()[0] ?? null,
        versions: versions.map(one => ({
          ...{ version: one.version, title: one.title, inForceFrom: one.inForceFrom, inForceUntil: one.inForceUntil },
          ...{ asksAgain: one.asksAgain, changeNote: one.change_note, madeAt: one.made_at },
          madeByName: names.get(one.made_by) ?? null,
        })),
        repealed:
          document.repealed_from === null
            ? null
            : {
                ...{ from: document.repealed_from, reason: document.repeal_reason ?? '' },
                replacedBy: replacing
                  ? { documentId: replacing.document.id, title: replacing.versions.at(-1)?.title ?? '' }
                  : null,
              },
        readers: {
          roles: newest.reader_roles.map(code => ({ code, name: roles.get(code) ?? code })),
          grid: readerGrid === null ? null : { path: readerGrid, name: grids.find(readerGrid)?.name ?? readerGrid },
        },
        attachments: files,
        mayEdit: document.repealed_from === null && mayEditAt(actor, document.grid_path),
      }
    },
  })
}

function readersQuery(around: Surroundings): Query {
  return query<InstitutionsTables, typeof contract.listReaders>(contract.listReaders, {
    async run({ read, actor, now }, { documentId }) {
      const institutions = new InstitutionReader(read)
      const known = await institutions.find(documentId)
      if (!known || !mayEditAt(actor, known.document.grid_path)) return refuse['not-found']()
      const { versions } = known
      const newest = versions.at(-1)
      const posts = newest ? await readersOf(around, whole(read), newest) : []
      const acknowledged = Map.groupBy(await institutions.readersOf(documentId), one => one.personId)
      const needed = versionToRead(versions, dayOf(now))?.version ?? 1
      const readers = posts.map(({ holder, title, unitName }) => {
        const good = (acknowledged.get(holder.personId) ?? []).filter(({ version }) => version >= needed)
        const readAt = good.map(({ at }) => at).sort()[0] ?? null
        return { personId: holder.personId, name: holder.name, title, unitName, readAt }
      })
      readers.sort(
        (a, b) => Number(a.readAt !== null) - Number(b.readAt !== null) || (a.unitName < b.unitName ? -1 : 1),
      )
      return { readers, total: readers.length, read: readers.filter(({ readAt }) => readAt !== null).length }
    },
  })
}

function printQuery(around: Surroundings): Query {
  const { grids, staff } = around
  return query<InstitutionsTables, typeof contract.printInstitution>(contract.printInstitution, {
    async run({ read, actor, everyPost, now }, { documentId, locale }) {
      const known = await new InstitutionReader(read).find(documentId)
      if (!known || known.versions.length === 0) return refuse['not-found']()
      const row = present(around, known, await callerOf(around, read, everyPost, dayOf(now)))
      const t = translator([institutionsMessages], locale)
      const names = await staff.people(whole(read), [actor.personId])
      const files = await filesByIds(whole(read), versionOn(known.versions, dayOf(now))!.files)
      const parts = blocksOf(versionOn(known.versions, dayOf(now))!.body).map((block): PaperPart => {
        if (block.kind === 'heading') return heading(block.text)
        if (block.kind === 'paragraph') return paragraph(block.text)
        return block.isNumbered ? { ol: [...block.items] } : { ul: [...block.items] }
      })
      const paper = officialPaper({
        issuer: grids.names(known.document.grid_path)[0] ?? '',
        ...{ title: row.title, number: row.number },
        printed: t('print.printed', { name: names.get(actor.personId) ?? '', at: printedTime(now) }),
        pageOf: (page, pages) => t('print.page', { page, pages }),
        parts: [
          fieldTable([
            [t('print.kind'), t(`kind.${row.kind}`)],
            [t('print.version'), t('print.version-of', { version: row.version })],
            [t('print.from'), row.inForceFrom],
            [t('print.until'), row.inForceUntil],
            [t('print.areas'), row.areas.map(({ name }) => name).join('、')],
            [
              t('print.attachments'),
              files.map(({ name }, i) => name ?? t('body.attachment', { n: i + 1 })).join('、') || null,
            ],
            [t('print.standing'), t(`standing.${row.standing}`)],
          ]),
          ...parts,
        ],
      })
      return { fileName: `${row.number} ${row.title}.pdf`, bytes: await printPdf(paper) }
    },
  })
}
