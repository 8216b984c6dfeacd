import type { Kysely, Transaction } from 'kysely'
import type { Actor } from '#platform/authz/common/grants.ts'
import { type HeldWrite, WriteText } from '#platform/db/server/held-writes.ts'
import { keptQuery } from '#platform/db/server/kept-query.ts'
import { type CaseEvent, type CaseFile, endStatuses, type OtherCase } from '../common/case-file.ts'
import { maySee } from '../common/deciding.ts'
import { caseColumns, changedParts, type RowPart, toCaseFile, toParameters, wholeRow, writtenAs } from './case-row.ts'
import { readHistory } from './case-story-store.ts'
import type { CasesTables } from './tables.ts'

/** Reads cases on behalf of one actor: what the actor may not see is not found. */
export class CaseReader {
  protected readonly db: Kysely<CasesTables>
  protected readonly actor: Actor

  constructor(db: Kysely<CasesTables>, actor: Actor) {
    this.db = db
    this.actor = actor
  }

  async find(id: string): Promise<CaseFile | undefined> {
    const row = await this.db.selectFrom('cases.case_file').select(caseColumns).where('id', '=', id).executeTakeFirst()
    return seenBy(this.actor, row && toCaseFile(row))
  }

  async history(id: string): Promise<CaseEvent[]> {
    if (!(await this.find(id))) return []
    return readHistory(this.db, id)
  }
}

/** Exists only inside a unit of work, and is the one place that writes cases. */
export class CaseWriter extends CaseReader {
  readonly #tx: Transaction<CasesTables>
  readonly #followers = new Map<string, Promise<string[]>>()

  constructor(tx: Transaction<CasesTables>, actor: Actor) {
    super(tx, actor)
    this.#tx = tx
  }

  /** Like `find`, and holds the case until the unit of work ends. */
  async take(id: string): Promise<CaseFile | undefined> {
    return seenBy(this.actor, await this.takeForReporter(id))
  }

  /** Holds a case for whoever has shown to be its reporter by the follow code. */
  async takeForReporter(id: string): Promise<CaseFile | undefined> {
    const [row] = await takenById(this.#tx, id)
    if (row && !row.is_followed) this.#followers.set(id, Promise.resolve([]))
    return row && toCaseFile(row)
  }

  /** Holds the case in which a joined report ended up. Joining goes to cases that are not joined, so there is no circle. */
  async takeJoinedInto(reported: CaseFile): Promise<CaseFile> {
    let last = reported
    while (last.joinedInto) {
      const next = await this.takeForReporter(last.joinedInto.caseId)
      if (!next) throw new Error(`case ${last.id} was joined into one that is not there`)
      last = next
    }
    return last
  }

  /** Numbers of those among these cases that have not ended. */
  openAmong(others: readonly OtherCase[]): Promise<string[]> {
    return openAmong(this.#tx, others)
  }

  async areTaken(ids: readonly string[]): Promise<boolean> {
    const rows = await this.#tx
      .selectFrom('cases.case_file')
      .select('id')
      .where('id', 'in', [...ids])
      .limit(1)
      .execute()
    return rows.length > 0
  }

  /** A new case with the event it began with. */
  begin(caseFile: CaseFile, event: CaseEvent): readonly HeldWrite[] {
    return [born(caseFile), happened(caseFile, event)]
  }

  /** The case as it stands after the event, and the event: every step of every case passes here. */
  append(before: CaseFile, after: CaseFile, event: CaseEvent): readonly HeldWrite[] {
    const isJoined = after.joinedInto !== null && before.joinedInto === null
    return [moved(before, after), happened(after, event), ...(isJoined ? [followed(after.joinedInto.caseId)] : [])]
  }

  /**
   * The signed-in people whose reports were joined into this case, directly or by way of another: they follow it. Whoever
   * joins a report to it holds it meanwhile, so they stay the same while we hold it.
   */
  followersOf(id: string): Promise<string[]> {
    const known = this.#followers.get(id) ?? this.#readFollowers(id)
    this.#followers.set(id, known)
    return known
  }

  async #readFollowers(id: string): Promise<string[]> {
    const followers = await this.#tx
      .withRecursive('followers', db =>
        db
          .selectFrom('cases.case_file')
          .select(['id', 'owner_id'])
          .where('into_id', '=', id)
          .union(
            db
              .selectFrom('cases.case_file as further')
              .innerJoin('followers', 'followers.id', 'further.into_id')
              .select(['further.id', 'further.owner_id']),
          ),
      )
      .selectFrom('followers')
      .select('owner_id')
      .where('owner_id', 'is not', null)
      .distinct()
      .execute()
    return followers.flatMap(follower => follower.owner_id ?? [])
  }
}

const takenById = keptQuery((tx: Kysely<CasesTables>, id: string) =>
  tx
    .selectFrom('cases.case_file')
    .select([...caseColumns, 'is_followed'])
    .where('id', '=', id)
    .forNoKeyUpdate(),
)

/** Made from the first row of each kind: all rows have the same columns in the same order. */
const texts = new Map<string, WriteText>()

function textFor(key: string, make: () => string): WriteText {
  const text = texts.get(key) ?? new WriteText('rows', make())
  texts.set(key, text)
  return text
}

function born(caseFile: CaseFile): HeldWrite {
  const { columns, values } = toParameters(caseFile, wholeRow)
  const text = textFor('born', () => {
    const given = columns.map((column, i) => writtenAs(column, `$${i + 1}`))
    return `insert into cases.case_file (${columns.join(', ')}) values (${given.join(', ')})`
  })
  return { of: text, values, target: targetOf(caseFile) }
}

/** Only what is another than before: what stands need not be sent, and what follows from it is not worked out anew. */
function moved(before: CaseFile, after: CaseFile): HeldWrite {
  const parts: readonly RowPart[] = changedParts(before, after)
  const { columns, values } = toParameters(after, parts)
  // A parameter that stands nowhere in the statement has no type, and the database refuses it.
  const isSet = (at: number) => columns[at] !== 'id'
  const text = textFor(parts.join(), () => {
    const changed = columns
      .filter((_, at) => isSet(at))
      .map((column, at) => `${column} = ${writtenAs(column, `$${at + 1}`)}`)
    return `update cases.case_file set ${changed.join(', ')} where id = $${changed.length + 1}`
  })
  return { of: text, values: [...values.filter((_, at) => isSet(at)), after.id], target: targetOf(after) }
}

const targetOf = ({ id }: CaseFile) => `cases.case_file ${id}`

const following = new WriteText('rows', 'update cases.case_file set is_followed = true where id = $1')

/** The case that a report was joined into, which whoever joins it holds. */
function followed(id: string): HeldWrite {
  return { of: following, values: [id], target: `cases.case_file ${id}` }
}

const happening = new WriteText(
  'rows',
  'insert into cases.case_event (case_id, version, at, body) values ($1, $2, $3, $4)',
)

function happened({ id, version }: CaseFile, event: CaseEvent): HeldWrite {
  const values = [id, version, event.at, JSON.stringify(event)]
  return { of: happening, values, target: `cases.case_event ${id} ${version}` }
}

function seenBy(actor: Actor, caseFile: CaseFile | undefined): CaseFile | undefined {
  return caseFile && maySee(actor, caseFile) ? caseFile : undefined
}

/** The numbers of those that have not ended. */
export async function openAmong(db: Kysely<CasesTables>, others: readonly OtherCase[]): Promise<string[]> {
  if (others.length === 0) return []
  const ids = others.map(other => other.caseId)
  const rows = await db
    .selectFrom('cases.case_file')
    .select('number')
    .where('id', 'in', ids)
    .where('status', 'not in', [...endStatuses])
    .execute()
  return rows.map(row => row.number)
}
