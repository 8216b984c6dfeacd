import { Alert, Button } from 'antd'
import { useAsk } from '../../ui/office/ask.ts'
import { Told } from '../../ui/office/Told.tsx'
import { useMoment } from '../../ui/ui/moment.ts'
import { useLocale, useText } from '../../ui/ui/use-text.ts'
import { useState } from 'react'
import type { listDayHeads, verifyAuditChain } from '../common/contract.ts'
import { auditMessages } from './messages.ts'

/** Whether the record is whole, and the heads published day by day. */
export function Chain() {
  const t = useText(auditMessages)
  const moment = useMoment()
  const { locale } = useLocale()
  const number = new Intl.NumberFormat(locale)
  const [isWanted, setWanted] = useState(false)
  const chain = useAsk<typeof verifyAuditChain>('audit.verify', {}, { enabled: isWanted })
  const heads = useAsk<typeof listDayHeads>('audit.day-heads', {})
  const check = () => (isWanted ? void chain.refetch() : setWanted(true))
  return (
    <section className="o-card" aria-labelledby="chain">
      <h2 id="chain">{t('audit.chain')}</h2>
      <Button loading={chain.isFetching} onClick={check}>
        {t('audit.verify')}
      </Button>
      <Told trouble={chain.error} />
      {chain.data ? (
        <Alert
          className="o-told"
          showIcon
          type={chain.data.whole ? 'success' : 'error'}
          title={
            chain.data.broken
              ? t('audit.broken', chain.data.broken)
              : t('audit.whole', {
                  entries: number.format(chain.data.entries),
                  unsealed: number.format(chain.data.unsealed),
                })
          }
          description={<code className="o-code">{t('audit.head', { head: chain.data.head })}</code>}
        />
      ) : null}
      <details>
        <summary>{t('audit.heads')}</summary>
        <p className="o-hint">{t('audit.heads-why')}</p>
        {heads.data?.rows.length === 0 ? <p>{t('audit.heads-empty')}</p> : null}
        {heads.data && heads.data.rows.length > 0 ? (
          <table className="o-plain" aria-label={t('audit.heads')}>
            <thead>
              <tr>
                <th scope="col">{t('audit.day')}</th>
                <th scope="col" className="o-number">
                  {t('audit.entries')}
                </th>
                <th scope="col">{t('audit.hash')}</th>
                <th scope="col">{t('audit.published')}</th>
              </tr>
            </thead>
            <tbody>
              {heads.data.rows.map(row => (
                <tr key={row.day}>
                  <td>{row.day}</td>
                  <td className="o-number">{number.format(row.entries)}</td>
                  <td>
                    <code className="o-code">{row.hash}</code>
                  </td>
                  <td>{moment(row.publishedAt)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : null}
      </details>
    </section>
  )
}
