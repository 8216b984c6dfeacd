import { Link } from '@tanstack/react-router'
import { useAsk } from '#platform/ui/office/ask.ts'
import { useMay } from '#platform/ui/office/session.tsx'
import { useMoment } from '#platform/ui/ui/moment.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { entryOfCase } from '../common/contract.ts'
import { diaryMessages } from '../common/messages.ts'
import { diaryOfficeMessages } from './messages.ts'

/** On the page of a case that came of the diary: the way back to the entry, for whoever may read it. */
export function EntryOfCase({ caseId }: { readonly caseId: string }) {
  return useMay()('diary.read') ? <WayBack caseId={caseId} /> : null
}

function WayBack({ caseId }: { readonly caseId: string }) {
  const t = useText(diaryOfficeMessages, diaryMessages)
  const moment = useMoment()
  const { data } = useAsk<typeof entryOfCase>('diary.of-case', { caseId })
  const entry = data?.entry
  if (!entry) return null
  return (
    <section className="co-part" aria-label={t('place.diary')}>
      <h2>{t('place.diary')}</h2>
      <p>
        <Link to="/diary/$entryId" params={{ entryId: entry.entryId }}>
          {t('diary.came-from', { at: moment(entry.writtenAt), where: entry.gridNames.at(-1) ?? '' })}
        </Link>
      </p>
    </section>
  )
}
