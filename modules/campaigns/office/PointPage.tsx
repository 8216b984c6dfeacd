import { Link, useParams } from '@tanstack/react-router'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { useAsk } from '#platform/ui/office/ask.ts'
import { Answered } from '#platform/ui/office/Blank.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { PrintButton } from '#platform/ui/office/PrintButton.tsx'
import { useDeadline, useMoment } from '#platform/ui/ui/moment.ts'
import { photoUrl } from '#platform/ui/ui/photo-url.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { showPoint } from '../common/contract-queries.ts'
import { campaignsMessages } from '../common/messages.ts'
import { useMoney, useQuantities } from '../ui/index.ts'
import { History } from './History.tsx'
import { campaignsOfficeMessages } from './messages.ts'
import { PointActs } from './PointActs.tsx'
import { WhyThen } from './WhyThen.tsx'
import './campaigns-office.css'

export type ShownPoint = OutputOf<typeof showPoint>

/** One point: what was found, photos from before beside those from after, what can be done, what happened. */
export function Page() {
  const t = useText(campaignsOfficeMessages)
  const { pointId } = useParams({ strict: false }) as { pointId: string }
  const asked = useAsk<typeof showPoint>('campaigns.show-point', { pointId })
  const point = asked.data
  return (
    <OfficePage
      title={point ? t('point.title', { number: point.number }) : t('place.campaigns')}
      actions={
        point ? (
          <Link to="/campaigns/$campaignId" params={{ campaignId: point.campaignId }}>
            {t('point.back', { title: point.campaignTitle })}
          </Link>
        ) : null
      }
    >
      <Answered asked={asked}>
        {shown => (
          <div className="o-stack">
            <section className="o-card o-stack">
              <p className="ca-words">{shown.note}</p>
              <Facts point={shown} />
              <div className="ca-split">
                <Photos point={shown} shows="before" />
                <Photos point={shown} shows="after" />
              </div>
            </section>
            <PointActs key={shown.state} point={shown} />
            <History entries={shown.history} />
          </div>
        )}
      </Answered>
    </OfficePage>
  )
}

function Facts({ point }: { readonly point: ShownPoint }) {
  const t = useText(campaignsOfficeMessages, campaignsMessages)
  const quantities = useQuantities()
  const money = useMoney()
  const moment = useMoment()
  const deadline = useDeadline()
  const { order, result, caseFile } = point
  return (
    <dl className="o-facts">
      <dt>{t('point.state')}</dt>
      <dd>
        <b>{t(`campaigns.point.${point.state}`)}</b>
        {point.standing === 'overdue' ? (
          <b className="o-urgent"> {t('campaigns.standing.overdue')}</b>
        ) : point.standing === 'none' ? null : (
          ` · ${t(`campaigns.standing.${point.standing}`)}`
        )}
      </dd>
      <dt>{t('point.work')}</dt>
      <dd>{t(`campaigns.work.${point.work}`)}</dd>
      <dt>{t('point.where')}</dt>
      <dd>{point.gridNames.join(' › ')}</dd>
      {point.address ? (
        <>
          <dt>{t('point.address')}</dt>
          <dd>{point.address}</dd>
        </>
      ) : null}
      <dt>{t('point.estimate')}</dt>
      <dd>{[quantities(point.estimate), money(point.estimateFen)].filter(Boolean).join(' · ')}</dd>
      {result ? (
        <>
          <dt>{t('point.actual')}</dt>
          <dd>
            {[quantities(result.lines), money(result.costFen), moment(result.at), result.note]
              .filter(Boolean)
              .join(' · ')}
          </dd>
        </>
      ) : null}
      {order ? (
        <>
          <dt>{t('point.order')}</dt>
          <dd>
            {order.number} {order.holderName} · {order.limit.amount} {t(`clock.${order.limit.clock}`)}{' '}
            <PrintButton
              endpoint="campaigns.print-order"
              input={{ orderId: order.orderId }}
              label={t('one.print')}
              of={order.number}
            />
          </dd>
          <dt>{t('point.demand')}</dt>
          <dd>{point.demand}</dd>
        </>
      ) : null}
      {point.dueAt ? (
        <>
          <dt>{t('point.due')}</dt>
          <dd>
            {deadline(point.dueAt)}
            <WhyThen pointId={point.pointId} />
          </dd>
        </>
      ) : null}
      {point.lateReasons.length > 0 ? (
        <>
          <dt>{t('point.late-reasons')}</dt>
          <dd>{point.lateReasons.join('；')}</dd>
        </>
      ) : null}
      {caseFile ? (
        <>
          <dt>{t('point.case')}</dt>
          <dd>
            <Link to="/cases/$caseId" params={{ caseId: caseFile.caseId }}>
              {caseFile.number}
            </Link>
          </dd>
        </>
      ) : null}
    </dl>
  )
}

function Photos({ point, shows }: { readonly point: ShownPoint; readonly shows: 'before' | 'after' }) {
  const t = useText(campaignsOfficeMessages)
  const photos = point.photos.filter(photo => photo.role === shows)
  return (
    <section aria-label={t(`point.${shows}`)}>
      <h2>{t(`point.${shows}`)}</h2>
      {photos.length === 0 ? (
        <p className="o-hint">{t('point.no-photo')}</p>
      ) : (
        <ul className="ca-photos">
          {photos.map(({ fileId }, index) => (
            <li key={fileId}>
              <a href={photoUrl(fileId, 'large')} target="_blank" rel="noreferrer">
                <img src={photoUrl(fileId, 'small')} alt={t(`point.photo-${shows}`, { n: index + 1 })} loading="lazy" />
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
