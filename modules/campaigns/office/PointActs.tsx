import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import type { listCases } from '#modules/cases/common/index.ts'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { useAsk, useDo } from '#platform/ui/office/ask.ts'
import { Answered } from '#platform/ui/office/Blank.tsx'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { useMay } from '#platform/ui/office/session.tsx'
import { Told } from '#platform/ui/office/Told.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import { type PlainStep, plainSteps, stepNeedsWords } from '../common/actions.ts'
import type { fixList, linkCase, openCaseFromPoint, stepPoint } from '../common/contract.ts'
import { textLimits } from '../common/limits.ts'
import { FindingForm } from './FindingForm.tsx'
import { OrderForm } from './ListForms.tsx'
import { campaignsOfficeMessages } from './messages.ts'
import type { ShownPoint } from './PointPage.tsx'
import { ReportForm } from './ReportForm.tsx'

const renews = ['campaigns.', 'inbox.'] as const
type Act = PlainStep | 'amend' | 'list' | 'order-it' | 'report' | 'link' | 'open-case'

/** What one may do with the point now; what may not be done is not offered. */
export function PointActs({ point }: { readonly point: ShownPoint }) {
  const t = useText(campaignsOfficeMessages)
  const may = useMay()
  const [act, setAct] = useState<Act | null>(null)
  const { allowed, pointId, campaignId } = point
  const has = (action: (typeof allowed)[number]) => allowed.includes(action)
  const offered: Act[] = [
    ...(has('report') ? (['report'] as const) : []),
    ...(has('tick-off') ? (['tick-off'] as const) : []),
    ...(has('list') ? (['list'] as const) : []),
    ...(has('order') ? (['order-it'] as const) : []),
    ...plainSteps.filter(step => step !== 'tick-off' && has(step)),
    ...(has('amend') || has('correct') ? (['amend'] as const) : []),
    ...(has('link') && point.caseFile === null ? (['link'] as const) : []),
    ...(has('link') && point.caseFile === null && may('cases.report') ? (['open-case'] as const) : []),
  ]
  const onEnd = () => setAct(null)
  return (
    <section className="o-card o-stack" aria-label={t('point.acts')}>
      <h2>{t('point.acts')}</h2>
      {offered.length === 0 ? <p className="o-hint">{t('point.no-acts')}</p> : null}
      {act === null ? (
        <div className="o-actions">
          {offered.map((one, at) => (
            <Button
              key={one}
              type={at === 0 ? 'primary' : 'default'}
              danger={one === 'drop'}
              onClick={() => setAct(one)}
            >
              {t(`point.${one}`)}
            </Button>
          ))}
        </div>
      ) : null}
      {act === 'report' ? <ReportForm point={point} onEnd={onEnd} /> : null}
      {act === 'amend' ? <FindingForm campaignId={campaignId} point={point} onEnd={onEnd} onDone={onEnd} /> : null}
      {act === 'list' ? <ListOne point={point} onEnd={onEnd} /> : null}
      {act === 'order-it' ? (
        <OrderForm campaignId={campaignId} pointIds={[pointId]} onEnd={onEnd} onDone={onEnd} />
      ) : null}
      {act === 'link' ? <LinkForm pointId={pointId} onEnd={onEnd} /> : null}
      {act === 'open-case' ? <OpenCaseForm point={point} onEnd={onEnd} /> : null}
      {plainSteps.map(step => (act === step ? <StepForm key={step} point={point} step={step} onEnd={onEnd} /> : null))}
    </section>
  )
}

interface ActProps {
  readonly point: ShownPoint
  readonly onEnd: () => void
}

function StepForm({ point, step, onEnd }: ActProps & { readonly step: PlainStep }) {
  const t = useText(campaignsOfficeMessages)
  const [isPublic, setPublic] = useState(false)
  const send = useDo<typeof stepPoint>('campaigns.step-point', { renews, onDone: onEnd })
  const needsWords = stepNeedsWords(step)
  return (
    <OfficeForm<{ readonly reason?: string }>
      name={`point-${step}`}
      submit={t(`point.${step}`)}
      isDanger={step === 'drop'}
      isSending={send.isSending}
      trouble={send.trouble}
      onCancel={onEnd}
      onSend={({ reason = '' }) => send.send({ pointId: point.pointId, step, reason, isPublic })}
    >
      <Item
        name="reason"
        label={t(needsWords ? 'point.reason' : 'point.words')}
        isRequired={needsWords}
        isOptional={!needsWords}
      >
        <Input.TextArea rows={2} maxLength={textLimits.reason} autoFocus />
      </Item>
      {step === 'tick-off' ? (
        <Checkbox checked={isPublic} onChange={event => setPublic(event.target.checked)}>
          {t('point.public')}
        </Checkbox>
      ) : null}
    </OfficeForm>
  )
}

function ListOne({ point, onEnd }: ActProps) {
  const t = useText(campaignsOfficeMessages)
  const send = useDo<typeof fixList>('campaigns.fix-list', { renews, onDone: onEnd })
  return (
    <OfficeForm<{ readonly reason?: string }>
      name="list-one"
      submit={t('fix.send')}
      isSending={send.isSending}
      trouble={send.trouble}
      onCancel={onEnd}
      onSend={({ reason = '' }) => send.send({ campaignId: point.campaignId, pointIds: [point.pointId], reason })}
    >
      <Item name="reason" label={t('fix.reason')} hint={t('fix.reason-hint')} isOptional>
        <Input.TextArea rows={2} maxLength={textLimits.reason} autoFocus />
      </Item>
    </OfficeForm>
  )
}

function OpenCaseForm({ point, onEnd }: ActProps) {
  const t = useText(campaignsOfficeMessages)
  const [caseId] = useState(newId)
  const send = useDo<typeof openCaseFromPoint>('campaigns.open-case', {
    renews: [...renews, 'cases.'],
    onDone: onEnd,
  })
  return (
    <OfficeForm<{ readonly description: string }>
      name="point-case"
      start={{ description: point.note }}
      submit={t('point.open-case')}
      isSending={send.isSending}
      trouble={send.trouble}
      onCancel={onEnd}
      onSend={({ description }) => send.send({ pointId: point.pointId, caseId, description })}
    >
      <Item name="description" label={t('point.note')} isRequired>
        <Input.TextArea rows={3} maxLength={textLimits.note} autoFocus />
      </Item>
    </OfficeForm>
  )
}

const mostFound = 10

function LinkForm({ pointId, onEnd }: { readonly pointId: string; readonly onEnd: () => void }) {
  const t = useText(campaignsOfficeMessages)
  const [text, setText] = useState('')
  const asked = useAsk<typeof listCases>('cases.list', { text, limit: mostFound }, { enabled: text !== '', keep: true })
  const send = useDo<typeof linkCase>('campaigns.link-case', { renews, onDone: onEnd })
  return (
    <div className="o-stack">
      <Input.Search
        aria-label={t('link.search')}
        placeholder={t('link.search')}
        allowClear
        autoFocus
        onSearch={typed => setText(typed.trim())}
      />
      <Told trouble={send.trouble} />
      {text === '' ? (
        <p className="o-hint">{t('link.first')}</p>
      ) : (
        <Answered asked={asked}>
          {({ rows }) =>
            rows.length === 0 ? (
              <p className="o-hint">{t('link.none')}</p>
            ) : (
              <ul className="o-lines">
                {rows.map(row => (
                  <li key={row.caseId}>
                    <span>
                      {row.number} {row.title}
                    </span>
                    <Button size="small" onClick={() => send.send({ pointId, caseId: row.caseId })}>
                      {t('link.this', { number: row.number })}
                    </Button>
                  </li>
                ))}
              </ul>
            )
          }
        </Answered>
      )}
    </div>
  )
}
