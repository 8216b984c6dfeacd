import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { AnsweredRows } from '#platform/ui/office/AnsweredRows.tsx'
import { type RowOf, useAskList } from '#platform/ui/office/ask.ts'
import { Blank } from '#platform/ui/office/Blank.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useUrlState } from '#platform/ui/office/url-state.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import { campaignStates } from '../common/campaign.ts'
import type { listCampaigns } from '../common/contract-queries.ts'
import { campaignsMessages } from '../common/messages.ts'
import { useMoney } from '../ui/index.ts'
import { PlanForm } from './PlanForm.tsx'
import { campaignsOfficeMessages } from './messages.ts'
import './campaigns-office.css'

type Row = RowOf<typeof listCampaigns>

/** Campaigns with how far they are; each opens to its points. */
export function Page() {
  const t = useText(campaignsOfficeMessages)
  const [url] = useUrlState()
  const [isNew, setNew] = useState(false)
  const navigate = useNavigate()
  const state = campaignStates.find(one => one === url.state)
  const asked = useAskList<typeof listCampaigns>('campaigns.list', state ? { state } : {})
  return (
    <OfficePage
      title={t('place.campaigns')}
      about={t('list.about')}
      actions={
        asked.first?.maySetUp && !isNew ? (
          <Button type="primary" onClick={() => setNew(true)}>
            {t('list.new')}
          </Button>
        ) : null
      }
    >
      {isNew ? (
        <section className="o-card" aria-label={t('list.new')}>
          <PlanForm
            onEnd={() => setNew(false)}
            onDone={campaignId => void navigate({ to: '/campaigns/$campaignId', params: { campaignId } })}
          />
        </section>
      ) : null}
      <nav className="o-chips" aria-label={t('column.state')}>
        {[undefined, ...campaignStates].map(one => (
          <Link
            key={one ?? 'all'}
            to="/campaigns"
            search={{ ...url, state: one } as never}
            className="o-chip"
            activeOptions={{ exact: true }}
            aria-current={one === state ? 'true' : undefined}
          >
            {t(`list.${one ?? 'all'}`)}
          </Link>
        ))}
      </nav>
      <AnsweredRows asked={asked} empty={<Blank title={t('list.none')}>{t('list.none-why')}</Blank>}>
        {rows => <Table rows={rows} />}
      </AnsweredRows>
    </OfficePage>
  )
}

function Table({ rows }: { readonly rows: readonly Row[] }) {
  const t = useText(campaignsOfficeMessages, campaignsMessages)
  const money = useMoney()
  const heads = ['title', 'owner', 'period', 'state', 'progress', 'overdue', 'late', 'planned', 'spent'] as const
  return (
    <section className="o-scroll o-card" aria-label={t('list.label')}>
      <table className="o-plain">
        <thead>
          <tr>
            {heads.map(head => (
              <th key={head} scope="col" className={heads.indexOf(head) > 3 ? 'o-number' : undefined}>
                {t(`column.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ figures, ...row }) => (
            <tr key={row.campaignId}>
              <th scope="row">
                <Link to="/campaigns/$campaignId" params={{ campaignId: row.campaignId }}>
                  {row.title}
                </Link>
                <br />
                <span className="o-soft">
                  {row.number} · {row.areas.map(area => area.name).join('、')}
                </span>
              </th>
              <td>{row.ownerTitle}</td>
              <td>
                <span className="ca-whole">{row.from}</span> – <span className="ca-whole">{row.until}</span>
              </td>
              <td className="ca-whole">{t(`campaigns.state.${row.state}`)}</td>
              <td className="o-number ca-whole">
                {figures.byState['ticked-off']} / {figures.points}
              </td>
              <td className="o-number">{figures.overdue > 0 ? <b className="o-urgent">{figures.overdue}</b> : 0}</td>
              <td className="o-number">{figures.late}</td>
              <td className="o-number ca-whole">{money(figures.plannedFen)}</td>
              <td className="o-number ca-whole">{money(figures.spentFen)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
