import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { byName } from '#platform/ui/office/by-name.ts'
import { AnsweredRows } from '#platform/ui/office/AnsweredRows.tsx'
import { useAskList, useDo } from '#platform/ui/office/ask.ts'
import { Blank } from '#platform/ui/office/Blank.tsx'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { listProgrammes, setUpProgramme } from '../common/contract-programmes.ts'
import { textLimits } from '../common/limits.ts'
import { campaignsMessages } from '../common/messages.ts'
import { campaignsOfficeMessages } from './messages.ts'
import { OwnerSelect } from './OwnerSelect.tsx'
import { useGridOptions } from './PlanForm.tsx'
import './campaigns-office.css'

/** Action programmes with how far they are, which only their milestones say. */
export function Page() {
  const t = useText(campaignsOfficeMessages, campaignsMessages)
  const [isNew, setNew] = useState(false)
  const asked = useAskList<typeof listProgrammes>('campaigns.programmes', {})
  return (
    <OfficePage
      title={t('place.programmes')}
      about={t('programme.about')}
      actions={
        asked.first?.maySetUp && !isNew ? (
          <Button type="primary" onClick={() => setNew(true)}>
            {t('programme.new')}
          </Button>
        ) : null
      }
    >
      {isNew ? <NewProgramme onEnd={() => setNew(false)} /> : null}
      <AnsweredRows asked={asked} empty={<Blank title={t('programme.none')}>{t('programme.none-why')}</Blank>}>
        {rows =>
          rows.map(({ progress, ...row }) => (
            <article key={row.programmeId} className="o-card">
              <h2>
                <Link to="/programmes/$programmeId" params={{ programmeId: row.programmeId }}>
                  {row.title}
                </Link>
              </h2>
              <p>
                {row.number} · {row.gridName} · {row.ownerTitle} ·{' '}
                {t('programme.period', { from: row.from, until: row.until })}
              </p>
              <p>
                <b>{t(`campaigns.task-state.${progress.state}`)}</b> ·{' '}
                {t('programme.progress', {
                  ...{ reached: progress.reached, all: progress.milestones, percent: progress.percent },
                })}
                {progress.late > 0 ? (
                  <b className="o-urgent"> {t('programme.late', { count: progress.late, days: progress.daysLate })}</b>
                ) : null}
              </p>
            </article>
          ))
        }
      </AnsweredRows>
    </OfficePage>
  )
}

interface Typed {
  readonly title: string
  readonly purpose: string
  readonly gridPath: string
  readonly ownerPostId: string
  readonly from: string
  readonly until: string
}

function NewProgramme({ onEnd }: { readonly onEnd: () => void }) {
  const t = useText(campaignsOfficeMessages)
  const navigate = useNavigate()
  const [programmeId] = useState(newId)
  const grids = useGridOptions(3)
  const send = useDo<typeof setUpProgramme>('campaigns.set-up-programme', {
    renews: ['campaigns.'],
    onDone: () => void navigate({ to: '/programmes/$programmeId', params: { programmeId } }),
  })
  return (
    <section className="o-card" aria-label={t('programme.new')}>
      <OfficeForm<Typed>
        name="programme-plan"
        submit={t('plan.set-up')}
        isSending={send.isSending}
        trouble={send.trouble}
        onCancel={onEnd}
        onSend={typed => send.send({ programmeId, ...typed })}
      >
        <Item name="title" label={t('plan.title')} isRequired>
          <Input maxLength={textLimits.title} autoFocus />
        </Item>
        <Item name="purpose" label={t('plan.purpose')} isRequired>
          <Input.TextArea rows={3} maxLength={textLimits.purpose} />
        </Item>
        <Item name="gridPath" label={t('programme.grid')} isRequired>
          <Select showSearch={byName} options={grids} />
        </Item>
        <OwnerSelect label={t('plan.owner')} />
        <Item name="from" label={t('plan.from')} isRequired>
          <Input type="date" />
        </Item>
        <Item name="until" label={t('plan.until')} isRequired>
          <Input type="date" />
        </Item>
      </OfficeForm>
    </section>
  )
}
