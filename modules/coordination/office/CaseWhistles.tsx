import { useMay } from '#platform/ui/office/session.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import { CallCards } from './CallCards.tsx'
import { coordinationOfficeMessages } from './messages.ts'

/** The part of the case page about whistles; only for those whom it concerns. */
export function CaseWhistles({ caseId }: { readonly caseId: string }) {
  const t = useText(coordinationOfficeMessages)
  const may = useMay()
  if (!may('coordination.read') && !may('coordination.answer') && !may('coordination.blow')) return null
  return (
    <section className="co-part" aria-label={t('place.whistles')}>
      <h2>{t('place.whistles')}</h2>
      <CallCards caseId={caseId} />
    </section>
  )
}
