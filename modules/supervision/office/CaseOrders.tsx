import { useMay } from '#platform/ui/office/session.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import { supervisionOfficeMessages } from './messages.ts'
import { OrderCards } from './OrderCards.tsx'

/** The part of the case page about supervision; only for those whom it concerns. */
export function CaseOrders({ caseId }: { readonly caseId: string }) {
  const t = useText(supervisionOfficeMessages)
  const may = useMay()
  if (!may('supervision.board') && !may('supervision.reply')) return null
  return (
    <section className="co-part" aria-label={t('place.orders')}>
      <h2>{t('place.orders')}</h2>
      <OrderCards caseId={caseId} />
    </section>
  )
}
