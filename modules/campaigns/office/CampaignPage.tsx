import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { toQueryString } from '#platform/contract/common/query-string.ts'
import { useAsk, useDo } from '#platform/ui/office/ask.ts'
import { Answered } from '#platform/ui/office/Blank.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { PrintButton } from '#platform/ui/office/PrintButton.tsx'
import { Told } from '#platform/ui/office/Told.tsx'
import { useUrlState } from '#platform/ui/office/url-state.ts'
import { useMoment } from '#platform/ui/ui/moment.ts'
import { useLocale, useText } from '#platform/ui/ui/use-text.ts'
import type { closeCampaign } from '../common/contract.ts'
import type { showCampaign } from '../common/contract-queries.ts'
import { campaignsMessages } from '../common/messages.ts'
import { pointStates } from '../common/point.ts'
import { useMoney, useQuantities } from '../ui/index.ts'
import { AccountabilityList } from './AccountabilityList.tsx'
import { History } from './History.tsx'
import { campaignsOfficeMessages } from './messages.ts'
import { PlanForm } from './PlanForm.tsx'
import { PointsOnMap } from './PointsOnMap.tsx'
import { ProgressTable } from './ProgressTable.tsx'
import './campaigns-office.css'

export type ShownCampaign = OutputOf<typeof showCampaign>

/** One campaign: plan, figures, map beside list, progress, who answers for what is late, orders, history. */
export function Page() {
  const t = useText(campaignsOfficeMessages)
  const { campaignId } = useParams({ strict: false }) as { campaignId: string }
  const [url] = useUrlState()
  const depth = Number(url.depth)
  const input = { campaignId, ...(depth >= 1 && depth <= 6 ? { depth } : {}) }
  const asked = useAsk<typeof showCampaign>('campaigns.show', input, { keep: true })
  return (
    <OfficePage
      title={asked.data?.title ?? t('place.campaigns')}
      actions={<Link to="/campaigns">{t('one.back')}</Link>}
    >
      <Answered asked={asked}>{campaign => <Campaign key={campaign.campaignId} campaign={campaign} />}</Answered>
    </OfficePage>
  )
}

function Campaign({ campaign }: { readonly campaign: ShownCampaign }) {
  return (
    <div className="o-stack">
      <Plan campaign={campaign} />
      <Progress campaign={campaign} />
      <PointsOnMap campaign={campaign} />
      <ProgressTable campaign={campaign} by="grid" />
      <ProgressTable campaign={campaign} by="holder" />
      <AccountabilityList campaignId={campaign.campaignId} />
      <Orders campaign={campaign} />
      <History entries={campaign.history} />
    </div>
  )
}

function Plan({ campaign }: { readonly campaign: ShownCampaign }) {
  const t = useText(campaignsOfficeMessages, campaignsMessages)
  const { locale } = useLocale()
  const money = useMoney()
  const [isChanging, setChanging] = useState(false)
  const { campaignId } = campaign
  const close = useDo<typeof closeCampaign>('campaigns.close', { renews: ['campaigns.', 'inbox.'] })
  const sheet = `/api/campaigns.export-list?${toQueryString({ campaignId, locale })}`
  return (
    <section className="o-card" aria-label={t('one.facts')}>
      <p className="ca-words">{campaign.purpose}</p>
      <dl className="o-facts">
        <dt>{t('column.number')}</dt>
        <dd>{campaign.number}</dd>
        <dt>{t('column.state')}</dt>
        <dd>
          <b>{t(`campaigns.state.${campaign.state}`)}</b>
        </dd>
        <dt>{t('plan.areas')}</dt>
        <dd>{campaign.areas.map(area => area.name).join('、')}</dd>
        <dt>{t('column.owner')}</dt>
        <dd>{campaign.ownerTitle}</dd>
        <dt>{t('column.period')}</dt>
        <dd>
          {campaign.from} – {campaign.until}
        </dd>
        <dt>{t('one.budget')}</dt>
        <dd>{money(campaign.budgetFen)}</dd>
      </dl>
      <Told trouble={close.trouble} />
      {isChanging ? (
        <PlanForm campaign={campaign} onEnd={() => setChanging(false)} onDone={() => setChanging(false)} />
      ) : (
        <div className="o-actions">
          {campaign.maySurvey ? (
            <Link to="/campaigns/$campaignId/survey" params={{ campaignId }}>
              <Button>{t('one.survey')}</Button>
            </Link>
          ) : null}
          <Button href={sheet} download>
            {t('one.export')}
          </Button>
          <PrintButton
            endpoint="campaigns.print-accountability"
            input={{ campaignId }}
            label={t('one.print-accountability')}
          />
          {campaign.maySetUp && campaign.state === 'running' ? (
            <Button onClick={() => setChanging(true)}>{t('plan.change')}</Button>
          ) : null}
          {campaign.mayManage ? (
            <Button
              loading={close.isSending}
              title={t('one.close-why')}
              onClick={() => close.send({ campaignId, reason: '' })}
            >
              {t('one.close')}
            </Button>
          ) : null}
        </div>
      )}
    </section>
  )
}

/** Every figure opens the points behind it. */
function Progress({ campaign }: { readonly campaign: ShownCampaign }) {
  const t = useText(campaignsOfficeMessages, campaignsMessages)
  const [, setUrl] = useUrlState()
  const money = useMoney()
  const quantities = useQuantities()
  const { figures } = campaign
  const open = (filter: Readonly<Record<string, string | undefined>>) =>
    setUrl({ state: undefined, standing: undefined, grid: undefined, holder: undefined, work: undefined, ...filter })
  const figure = (name: string, count: number, filter: Readonly<Record<string, string>>, isUrgent = false) => (
    <li key={name}>
      <Button aria-label={t('one.open-figure', { name, count })} onClick={() => open(filter)}>
        {name} <b className={isUrgent && count > 0 ? 'o-urgent' : undefined}>{count}</b>
      </Button>
    </li>
  )
  return (
    <section className="o-card o-stack" aria-label={t('one.figures')}>
      <h2>{t('one.figures')}</h2>
      <ul className="ca-figures">
        {figure(t('one.total'), figures.points, {})}
        {pointStates
          .filter(state => state !== 'dropped' || figures.byState.dropped > 0)
          .map(state => figure(t(`campaigns.point.${state}`), figures.byState[state], { state }))}
        {figure(t('campaigns.standing.overdue'), figures.overdue, { standing: 'overdue' }, true)}
        {figure(t('campaigns.standing.late'), figures.late, { standing: 'late' })}
      </ul>
      <dl className="o-facts">
        <dt>{t('one.done')}</dt>
        <dd>
          <b>{quantities(figures.done) || t('one.nothing')}</b>
        </dd>
        <dt>{t('one.plan')}</dt>
        <dd>{quantities(figures.planned) || t('one.nothing')}</dd>
      </dl>
      <p>
        {t('one.money', {
          ...{ planned: money(figures.plannedFen), spent: money(figures.spentFen) },
          budget: money(campaign.budgetFen),
        })}
      </p>
      {campaign.state === 'closed' && figures.hours !== null ? <p>{t('one.hours', { hours: figures.hours })}</p> : null}
      {campaign.mayManage ? null : <p className="o-hint">{t('one.only-seen')}</p>}
    </section>
  )
}

function Orders({ campaign: { orders } }: { readonly campaign: ShownCampaign }) {
  const t = useText(campaignsOfficeMessages)
  const moment = useMoment()
  return (
    <section className="o-card" aria-label={t('one.orders')}>
      <h2>{t('one.orders')}</h2>
      {orders.length === 0 ? <p className="o-hint">{t('one.orders-none')}</p> : null}
      <ul className="o-lines ca-tall">
        {orders.map(order => (
          <li key={order.orderId}>
            <span>
              <b>{order.number}</b> {order.holderName} · {t('one.order-points', { count: order.points })} ·{' '}
              {order.limit.amount} {t(`clock.${order.limit.clock}`)} · {moment(order.issuedAt)}
              <br />
              <span className="o-soft">{order.demand}</span>
            </span>
            <PrintButton
              endpoint="campaigns.print-order"
              input={{ orderId: order.orderId }}
              label={t('one.print')}
              of={order.number}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
