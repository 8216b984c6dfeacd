import { dueState } from '#modules/cases/field/index.ts'
import type { InboxItem } from '#platform/inbox/common/contract.ts'
import type { DayItem, Phone } from '#platform/offline/field/index.ts'

/** Where a thing that waits is opened, by its kind. */
const pathOf: Readonly<Record<string, string>> = {
  'diary-entry': 'diary',
  'patrol-round': 'patrol',
  visit: 'visits',
  mediation: 'mediation',
  'help-call': 'help',
  'campaign-point': 'campaigns',
  'institution-reading': 'institutions',
}

/** What is one of many on one page, or has its own page in the office only. */
const sharedPage: Readonly<Record<string, string>> = {
  campaign: '/campaigns',
  'programme-task': '/campaigns',
  'relay-passing': '/relay',
}

const pathTo = ({ subjectKind, subjectId }: InboxItem) =>
  sharedPage[subjectKind] ?? `/${pathOf[subjectKind] ?? 'case'}/${subjectId}`

const worded = [
  'help',
  'pass-on',
  'follow-up',
  'verify',
  'handle',
  'check',
  'assist',
  'walk',
  'errand',
  'rectify',
  'check-point',
  'read',
] as const
type Worded = (typeof worded)[number]

/** What to do with it, in a word; a part in help names its unit besides. */
function wordOf({ task }: InboxItem, say: (key: `task.${Worded | 'other'}`) => string): string {
  const known = worded.find(one => one === (task.startsWith('assist') ? 'assist' : task))
  return say(`task.${known ?? 'other'}`)
}

/** What waits in the inbox and what modules add of themselves, each with its place as far as the phone knows it. */
export async function dayItems(
  phone: Phone,
  rows: readonly InboxItem[],
  say: (key: `task.${Worded | 'other'}`) => string,
): Promise<readonly DayItem[]> {
  const waiting = await Promise.all(
    rows.map(async (row): Promise<DayItem> => {
      const { subjectKind, subjectId, title, number, since, dueAt, postId } = row
      const place = await phone.placeOf(subjectKind, subjectId)
      return {
        key: `${subjectKind} ${subjectId} ${row.task} ${postId}`,
        word: wordOf(row, say),
        path: pathTo(row),
        ...{ title, number, since, dueAt, postId },
        point: place?.point ?? null,
        address: place?.address ?? null,
      }
    }),
  )
  return inOrder([...waiting, ...(await phone.ownDay())], new Date().toISOString())
}

/** Overdue, then near due, then the rest; among equals by when it is due, what has no limit last. */
export function inOrder(items: readonly DayItem[], now: string): readonly DayItem[] {
  const rank = { over: 0, near: 1, 'on-time': 2 }
  const last = '9999'
  return [...items].sort(
    (a, b) =>
      rank[dueState(a.since, a.dueAt, now)] - rank[dueState(b.since, b.dueAt, now)] ||
      (a.dueAt ?? last).localeCompare(b.dueAt ?? last) ||
      a.since.localeCompare(b.since) ||
      a.key.localeCompare(b.key),
  )
}
