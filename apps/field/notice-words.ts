import { campaignsMessages } from '#modules/campaigns/field/index.ts'
import { casesMessages } from '#modules/cases/field/index.ts'
import { cleaningMessages } from '#modules/cleaning/field/index.ts'
import { coordinationMessages } from '#modules/coordination/common/index.ts'
import { diaryMessages } from '#modules/diary/field/index.ts'
import { gridMessages } from '#modules/grid/common/index.ts'
import { helpMessages } from '#modules/help/field/index.ts'
import { identityMessages } from '#modules/identity/ui/index.ts'
import { postsMessages } from '#modules/posts/common/index.ts'
import { registryMessages } from '#modules/registry/common/index.ts'
import { relayMessages } from '#modules/relay/field/index.ts'
import { supervisionMessages } from '#modules/supervision/common/index.ts'
import type { NoticeItem } from '#platform/notices/common/contract.ts'
import type { Catalogue } from '#platform/i18n/common/translate.ts'

/** What notices say, by module: whoever works on a phone is told there, whatever it is about. */
export const noticeWords: readonly Catalogue[] = [
  ...[casesMessages, diaryMessages, identityMessages, supervisionMessages, coordinationMessages, campaignsMessages],
  ...[gridMessages, postsMessages, registryMessages, helpMessages, relayMessages, cleaningMessages],
]

const placeOf: Readonly<Record<string, string>> = {
  case: 'case',
  'diary-entry': 'diary',
  'campaign-point': 'campaigns',
  'help-call': 'help',
  'registry-thing': 'household',
}

/** Where the thing that a notice is about is opened on a phone; null for what has no page there. */
export function noticePath({ subjectKind, subjectId }: Pick<NoticeItem, 'subjectKind' | 'subjectId'>): string | null {
  if (subjectKind === 'relay-passing') return '/relay'
  if (subjectKind === 'cleaning-deduction') return '/cleaning'
  const place = placeOf[subjectKind]
  return place ? `/${place}/${subjectId}` : null
}
