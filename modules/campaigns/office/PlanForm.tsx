import { Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import type { gridTree } from '#modules/grid/common/index.ts'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { byName } from '#platform/ui/office/by-name.ts'
import { useAsk, useDo } from '#platform/ui/office/ask.ts'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { useSay } from '#platform/ui/office/Say.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { changeCampaign, setUpCampaign } from '../common/contract.ts'
import type { CampaignShape } from '../common/contract-queries.ts'
import { textLimits } from '../common/limits.ts'
import { fenOf, yuanOf } from '../common/quantity.ts'
import { campaignsOfficeMessages } from './messages.ts'
import { OwnerSelect } from './OwnerSelect.tsx'

interface Typed {
  readonly title: string
  readonly purpose: string
  readonly areas: readonly string[]
  readonly ownerPostId: string
  readonly from: string
  readonly until: string
  readonly budget?: number
  readonly reason?: string
}

interface PlanFormProps {
  /** Left out: a new one. */
  readonly campaign?: CampaignShape
  readonly onEnd: () => void
  readonly onDone: (campaignId: string) => void
}

/** Purpose, area, owner, period, budget; a change says why. */
export function PlanForm({ campaign, onEnd, onDone }: PlanFormProps) {
  const t = useText(campaignsOfficeMessages)
  const say = useSay()
  const [campaignId] = useState(() => campaign?.campaignId ?? newId())
  const grids = useGridOptions(3)
  const setUp = useDo<typeof setUpCampaign>('campaigns.set-up', {
    renews: ['campaigns.'],
    onDone(answer) {
      say(t('plan.done', { number: answer.number }))
      onDone(answer.campaignId)
    },
  })
  const change = useDo<typeof changeCampaign>('campaigns.change', {
    renews: ['campaigns.'],
    onDone: answer => onDone(answer.campaignId),
  })
  const send = ({ budget = 0, reason = '', areas, ...typed }: Typed) => {
    const plan = { ...typed, areas: [...areas], campaignId, budgetFen: fenOf(budget) }
    if (campaign) change.send({ ...plan, reason })
    else setUp.send(plan)
  }
  const start: Partial<Typed> = campaign
    ? {
        ...{ title: campaign.title, purpose: campaign.purpose, areas: campaign.areas.map(area => area.path) },
        ...{ ownerPostId: campaign.ownerPostId, from: campaign.from, until: campaign.until },
        budget: yuanOf(campaign.budgetFen),
      }
    : {}
  return (
    <OfficeForm<Typed>
      name="campaign-plan"
      start={start}
      submit={t(campaign ? 'plan.change-send' : 'plan.set-up')}
      isSending={setUp.isSending || change.isSending}
      trouble={setUp.trouble ?? change.trouble}
      onCancel={onEnd}
      onSend={send}
    >
      <Item name="title" label={t('plan.title')} isRequired>
        <Input maxLength={textLimits.title} autoFocus />
      </Item>
      <Item name="purpose" label={t('plan.purpose')} isRequired>
        <Input.TextArea rows={3} maxLength={textLimits.purpose} />
      </Item>
      <Item name="areas" label={t('plan.areas')} isRequired>
        <Select mode="multiple" showSearch={byName} options={grids} />
      </Item>
      <OwnerSelect label={t('plan.owner')} hint={t('plan.owner-hint')} />
      <Item name="from" label={t('plan.from')} isRequired>
        <Input type="date" />
      </Item>
      <Item name="until" label={t('plan.until')} isRequired>
        <Input type="date" />
      </Item>
      <Item name="budget" label={t('plan.budget')} isOptional>
        <InputNumber min={0} precision={2} style={{ width: '12rem' }} />
      </Item>
      {campaign ? (
        <Item name="reason" label={t('plan.reason')} isRequired>
          <Input.TextArea rows={2} maxLength={textLimits.reason} />
        </Item>
      ) : null}
    </OfficeForm>
  )
}

/** The grids down to a level, each with the names above it. */
export function useGridOptions(deepestLevel: number): { value: string; label: string }[] {
  const tree = useAsk<typeof gridTree>('grid.tree', { deepestLevel })
  const grids = tree.data?.grids ?? []
  const names = new Map(grids.map(({ path, name }) => [path, name]))
  return grids.map(({ path }) => ({
    value: path,
    label: path
      .split('.')
      .map((_, depth, steps) => names.get(steps.slice(0, depth + 1).join('.')) ?? '')
      .join(' › '),
  }))
}
