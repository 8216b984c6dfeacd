import { useLocale, useText } from '#platform/ui/ui/use-text.ts'
import { campaignsMessages } from '../common/messages.ts'
import { type Quantity, yuanOf } from '../common/quantity.ts'

/** `新增绿化 12.5 平方米`, several joined; nothing when there are none. */
export function useQuantities(): (lines: readonly Quantity[]) => string {
  const t = useText(campaignsMessages)
  const { locale } = useLocale()
  const number = new Intl.NumberFormat(locale)
  const one = ({ kind, measure, amount }: Quantity) =>
    `${t(`campaigns.work.${kind}`)} ${number.format(amount)} ${t(`campaigns.measure.${measure}`)}`
  return lines => lines.map(one).join(locale === 'en' ? ', ' : '，')
}

/** Yuan with thousands marks and fen only where there are some: `¥3,160,000`. */
export function useMoney(): (fen: number) => string {
  const { locale } = useLocale()
  return fen =>
    new Intl.NumberFormat(locale, {
      style: 'currency',
      currency: 'CNY',
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: fen % 100 === 0 ? 0 : 2,
    }).format(yuanOf(fen))
}
