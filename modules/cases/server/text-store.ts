import type { Kysely, Transaction } from 'kysely'
import type { CasesTables } from './tables.ts'

export type StandardText = CasesTables['cases.standard_text']

/** What is in use: of a step or of all, the texts of a class before those for every class. */
export async function readTexts(
  read: Kysely<CasesTables>,
  { step, classKind, classCode }: { step?: string; classKind?: string; classCode?: string },
) {
  let found = read.selectFrom('cases.standard_text').selectAll().where('is_retired', '=', false)
  if (step !== undefined) {
    found = found
      .where('step', '=', step)
      .where(eb =>
        eb.or([
          eb('class_kind', 'is', null),
          eb.and([eb('class_kind', '=', classKind ?? ''), eb('class_code', '=', classCode ?? '')]),
        ]),
      )
  }
  const rows = await found.orderBy('step').orderBy('class_code').orderBy('changed_at').execute()
  return rows.map(row => ({
    ...{ textId: row.id, version: row.version, step: row.step as never, body: row.body },
    ...{ classKind: row.class_kind as 'component' | 'event' | null, classCode: row.class_code },
  }))
}

/** False when somebody has changed it meanwhile. */
export async function writeText(tx: Transaction<CasesTables>, text: StandardText): Promise<boolean> {
  const { id, version, ...fields } = text
  const written =
    version === 1
      ? await tx
          .insertInto('cases.standard_text')
          .values(text)
          .onConflict(conflict => conflict.column('id').doNothing())
          .returning('id')
          .executeTakeFirst()
      : await tx
          .updateTable('cases.standard_text')
          .set({ version, ...fields })
          .where('id', '=', id)
          .where('version', '=', version - 1)
          .returning('id')
          .executeTakeFirst()
  return written !== undefined
}
