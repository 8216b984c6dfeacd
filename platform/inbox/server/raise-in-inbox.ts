import { sql, type Transaction } from 'kysely'

/**
 * Lets lines of the inbox press more than their owner said when it wrote them. Never less: what was urged stays urged.
 * Nobody is told; the order of the list is all that changes.
 */
export async function raiseInInbox<T>(
  tx: Transaction<T>,
  subjectKind: string,
  wanted: readonly { readonly id: string; readonly priority: number }[],
): Promise<void> {
  const pressing = wanted.filter(({ priority }) => priority > 0)
  if (pressing.length === 0) return
  await sql`update inbox.item item set priority = wanted.priority
    from unnest(${pressing.map(one => one.id)}::text[], ${pressing.map(one => one.priority)}::int[]) as wanted (id, priority)
    where item.subject_kind = ${subjectKind} and item.subject_id = wanted.id and item.priority < wanted.priority`.execute(
    tx,
  )
}
