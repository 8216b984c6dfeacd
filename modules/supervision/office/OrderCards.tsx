import { Link } from '@tanstack/react-router'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import type { listUnits } from '#modules/cases/common/index.ts'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { byName } from '#platform/ui/office/by-name.ts'
import { AnsweredRows } from '#platform/ui/office/AnsweredRows.tsx'
import { useAsk, useAskList, useDo } from '#platform/ui/office/ask.ts'
import { Blank } from '#platform/ui/office/Blank.tsx'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { PrintButton } from '#platform/ui/office/PrintButton.tsx'
import { useMay } from '#platform/ui/office/session.tsx'
import { useDeadline, useMoment } from '#platform/ui/ui/moment.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { issueOrder, listOrders, Order, replyOrder } from '../common/contract.ts'
import type { OrderStep } from '../common/order.ts'
import { orderPrintMessages } from '../common/print-messages.ts'
import { supervisionOfficeMessages } from './messages.ts'

/** Orders with what happened on each, and the steps one may take. */
export function OrderCards({ caseId }: { readonly caseId?: string }) {
  const t = useText(supervisionOfficeMessages)
  const may = useMay()
  const [isIssuing, setIssuing] = useState(false)
  const asked = useAskList<typeof listOrders>('supervision.orders', caseId ? { caseId } : {})
  return (
    <div className="o-stack">
      {may('supervision.issue') && !isIssuing ? (
        <div className="o-actions">
          <Button onClick={() => setIssuing(true)}>{t('orders.issue')}</Button>
        </div>
      ) : null}
      {isIssuing ? (
        <div className={caseId ? undefined : 'o-card'}>
          <IssueForm {...(caseId ? { caseId } : {})} onEnd={() => setIssuing(false)} />
        </div>
      ) : null}
      <AnsweredRows asked={asked} empty={<NothingYet isInCase={caseId !== undefined} />}>
        {rows => rows.map(order => <OrderCard key={order.orderId} order={order} isInCase={caseId !== undefined} />)}
      </AnsweredRows>
    </div>
  )
}

/** On the page of a case, where most cases have none, a sentence is enough. */
function NothingYet({ isInCase }: { readonly isInCase: boolean }) {
  const t = useText(supervisionOfficeMessages)
  return isInCase ? <p className="o-soft">{t('orders.none')}</p> : <Blank title={t('orders.none')} />
}

function OrderCard({ order, isInCase }: { readonly order: Order; readonly isInCase: boolean }) {
  const t = useText(supervisionOfficeMessages, orderPrintMessages)
  const moment = useMoment()
  const deadline = useDeadline()
  const [step, setStep] = useState<OrderStep | null>(null)
  return (
    <article className="o-card" aria-label={order.number}>
      <p>
        <strong>{order.number}</strong> {t(`kind.${order.kind}`)} · {t(`state.${order.state}`)} · {order.unitName}
        {order.dueAt ? ` · ${t('orders.due', { at: deadline(order.dueAt) })}` : ''}
        {order.isOverdue ? <b className="o-urgent"> · {t('orders.late')}</b> : null}
      </p>
      {order.caseId && !isInCase ? (
        <p>
          <Link to="/cases/$caseId" params={{ caseId: order.caseId }}>
            {order.caseNumber}
          </Link>
        </p>
      ) : null}
      <ol>
        {order.entries.map(entry => (
          <li key={entry.at + entry.step}>
            {moment(entry.at)} {entry.byName} {t(`step.${entry.step as OrderStep}`)}
            {entry.text ? `：${entry.text}` : ''}
          </li>
        ))}
      </ol>
      {step === null ? (
        <div className="o-actions">
          {order.steps.map(one => (
            <Button key={one} onClick={() => setStep(one)}>
              {t(`step.${one}`)}
            </Button>
          ))}
          <PrintButton
            endpoint="supervision.print-order"
            input={{ orderId: order.orderId }}
            label={t('print.button')}
            of={order.number}
          />
        </div>
      ) : (
        <StepForm key={step} orderId={order.orderId} step={step} onEnd={() => setStep(null)} />
      )}
    </article>
  )
}

interface StepFormProps {
  readonly orderId: string
  readonly step: OrderStep
  readonly onEnd: () => void
}

function StepForm({ orderId, step, onEnd }: StepFormProps) {
  const t = useText(supervisionOfficeMessages)
  // All steps take the same input.
  const send = useDo<typeof replyOrder>(`supervision.${step}` as 'supervision.reply', {
    renews: ['supervision.'],
    onDone: onEnd,
  })
  return (
    <OfficeForm<{ readonly text: string }>
      name={`order-${step}-${orderId}`}
      submit={t(`step.${step}`)}
      isSending={send.isSending}
      trouble={send.trouble}
      onCancel={onEnd}
      onSend={({ text }) => send.send({ orderId, text })}
    >
      <Item name="text" label={t('orders.text')} isRequired>
        <Input.TextArea rows={3} maxLength={2000} showCount autoFocus />
      </Item>
    </OfficeForm>
  )
}

interface Issued {
  readonly kind: 'urge' | 'order'
  readonly demand: string
  readonly unitId?: string
}

function IssueForm({ caseId, onEnd }: { readonly caseId?: string; readonly onEnd: () => void }) {
  const t = useText(supervisionOfficeMessages)
  const units = useAsk<typeof listUnits>('cases.units', {})
  const send = useDo<typeof issueOrder>('supervision.issue', { renews: ['supervision.', 'cases.'], onDone: onEnd })
  const [orderId] = useState(newId)
  return (
    <OfficeForm<Issued>
      name="issue-order"
      start={{ kind: 'order' }}
      submit={t('orders.issue')}
      isSending={send.isSending}
      trouble={send.trouble}
      onCancel={onEnd}
      onSend={({ kind, demand, unitId }) =>
        send.send({ orderId, kind, demand, ...(unitId ? { unitId } : {}), ...(caseId ? { caseId } : {}) })
      }
    >
      <Item name="kind" label={t('orders.kind')} isRequired>
        <Select options={(['order', 'urge'] as const).map(value => ({ value, label: t(`kind.${value}`) }))} />
      </Item>
      <Item name="unitId" label={t('orders.unit')} isRequired={caseId === undefined} isOptional={caseId !== undefined}>
        <Select
          allowClear
          showSearch={byName}
          options={(units.data?.units ?? []).map(({ unitId, name }) => ({ value: unitId, label: name }))}
        />
      </Item>
      <Item name="demand" label={t('orders.demand')} isRequired>
        <Input.TextArea rows={3} maxLength={2000} showCount />
      </Item>
    </OfficeForm>
  )
}
