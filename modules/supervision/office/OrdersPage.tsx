import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import { supervisionOfficeMessages } from './messages.ts'
import { OrderCards } from './OrderCards.tsx'

export function Page() {
  const t = useText(supervisionOfficeMessages)
  return (
    <OfficePage title={t('place.orders')} about={t('orders.about')}>
      <OrderCards />
    </OfficePage>
  )
}
