import { Button, Input, InputNumber, Radio, Select } from 'antd'
import { useState } from 'react'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { byName } from '#platform/ui/office/by-name.ts'
import { useAsk, useDo } from '#platform/ui/office/ask.ts'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { useSay } from '#platform/ui/office/Say.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { fixList, issueOrder } from '../common/contract.ts'
import type { choices, PointRow } from '../common/contract-queries.ts'
import { textLimits } from '../common/limits.ts'
import type { ShownCampaign } from './CampaignPage.tsx'
import { campaignsOfficeMessages } from './messages.ts'

interface ListFormsProps {
  readonly campaign: ShownCampaign
  readonly rows: readonly PointRow[]
  readonly chosen: readonly string[]
  readonly onChosen: (chosen: readonly string[]) => void
}

/** The owner's two steps on several points: onto the list, and ordered to somebody. */
export function ListForms({ campaign, rows, chosen, onChosen }: ListFormsProps) {
  const t = useText(campaignsOfficeMessages)
  const [form, setForm] = useState<'list' | 'order' | null>(null)
  const fit = (action: 'list' | 'order') =>
    rows.filter(row => chosen.includes(row.pointId) && row.allowed.includes(action)).map(row => row.pointId)
  const actable = rows.filter(row => row.allowed.includes('list') || row.allowed.includes('order'))
  const [toList, toOrder] = [fit('list'), fit('order')]
  const end = () => {
    setForm(null)
    onChosen([])
  }
  if (form === 'list') return <FixForm campaign={campaign} pointIds={toList} onEnd={() => setForm(null)} onDone={end} />
  if (form === 'order')
    return <OrderForm campaignId={campaign.campaignId} pointIds={toOrder} onEnd={() => setForm(null)} onDone={end} />
  if (actable.length === 0) return null
  return (
    <div className="o-actions">
      <Button onClick={() => onChosen(actable.map(row => row.pointId))}>{t('choose.all')}</Button>
      <span aria-live="polite">
        {chosen.length === 0 ? t('choose.none') : t('choose.count', { count: chosen.length })}
      </span>
      {toList.length > 0 ? (
        <Button type="primary" onClick={() => setForm('list')}>
          {t('choose.list')} {toList.length}
        </Button>
      ) : null}
      {toOrder.length > 0 ? (
        <Button type="primary" onClick={() => setForm('order')}>
          {t('choose.order')} {toOrder.length}
        </Button>
      ) : null}
    </div>
  )
}

interface FormProps {
  readonly pointIds: readonly string[]
  readonly onEnd: () => void
  readonly onDone: () => void
}

function FixForm({ campaign, pointIds, onEnd, onDone }: FormProps & { readonly campaign: ShownCampaign }) {
  const t = useText(campaignsOfficeMessages)
  const send = useDo<typeof fixList>('campaigns.fix-list', { renews: ['campaigns.', 'inbox.'], onDone })
  const isFixed = campaign.listFixedAt !== null
  return (
    <OfficeForm<{ readonly reason?: string }>
      name="fix-list"
      submit={`${t('fix.send')} ${pointIds.length}`}
      isSending={send.isSending}
      trouble={send.trouble}
      onCancel={onEnd}
      onSend={({ reason = '' }) => send.send({ campaignId: campaign.campaignId, pointIds: [...pointIds], reason })}
    >
      <Item
        name="reason"
        label={t('fix.reason')}
        hint={isFixed ? t('fix.reason-hint') : undefined}
        isRequired={isFixed}
        isOptional={!isFixed}
      >
        <Input.TextArea rows={2} maxLength={textLimits.reason} autoFocus />
      </Item>
    </OfficeForm>
  )
}

const clocks = ['urgent-hour', 'work-hour', 'work-day', 'natural-day'] as const

interface Ordered {
  readonly to: 'unit' | 'post'
  readonly unitId?: string
  readonly postId?: string
  readonly amount: number
  readonly clock: (typeof clocks)[number]
  readonly demand: string
}

export function OrderForm({ campaignId, pointIds, onEnd, onDone }: FormProps & { readonly campaignId: string }) {
  const t = useText(campaignsOfficeMessages)
  const say = useSay()
  const [orderId] = useState(newId)
  const [to, setTo] = useState<'unit' | 'post'>('unit')
  const options = useAsk<typeof choices>('campaigns.choices', {})
  const send = useDo<typeof issueOrder>('campaigns.issue-order', {
    renews: ['campaigns.', 'inbox.'],
    onDone(answer) {
      say(t('order.done', { number: answer.number }))
      onDone()
    },
  })
  const units = (options.data?.units ?? []).map(({ unitId, name }) => ({ value: unitId, label: name }))
  const posts = (options.data?.posts ?? []).map(({ postId, title }) => ({ value: postId, label: title }))
  return (
    <OfficeForm<Ordered>
      name="issue-order"
      start={{ to: 'unit', amount: 5, clock: 'work-day' }}
      submit={`${t('order.send')} ${pointIds.length}`}
      isSending={send.isSending}
      trouble={send.trouble}
      onCancel={onEnd}
      onSend={({ unitId, postId, amount, clock, demand }) =>
        send.send({
          ...{ orderId, campaignId, pointIds: [...pointIds], limit: { amount, clock }, demand },
          ...(to === 'unit' ? { unitId } : { postId }),
        } as Parameters<typeof send.send>[0])
      }
    >
      <Item name="to" label={t('order.to')} isRequired>
        <Radio.Group
          onChange={event => setTo(event.target.value as 'unit' | 'post')}
          options={[
            { value: 'unit', label: t('order.to-unit') },
            { value: 'post', label: t('order.to-post') },
          ]}
        />
      </Item>
      {to === 'unit' ? (
        <Item name="unitId" label={t('order.unit')} isRequired>
          <Select showSearch={byName} options={units} />
        </Item>
      ) : (
        <Item name="postId" label={t('order.post')} isRequired>
          <Select showSearch={byName} options={posts} />
        </Item>
      )}
      <Item name="amount" label={t('order.amount')} isRequired>
        <InputNumber min={0.25} max={400} step={1} />
      </Item>
      <Item name="clock" label={t('order.clock')} isRequired>
        <Select options={clocks.map(clock => ({ value: clock, label: t(`clock.${clock}`) }))} />
      </Item>
      <Item name="demand" label={t('order.demand')} isRequired>
        <Input.TextArea rows={3} maxLength={textLimits.demand} />
      </Item>
    </OfficeForm>
  )
}
