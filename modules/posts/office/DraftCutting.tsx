import { useNavigate } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { beginDraft, editDraft } from '#modules/grid/common/index.ts'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { useDo } from '#platform/ui/office/ask.ts'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { useMay } from '#platform/ui/office/session.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { proposeCutting } from '../common/contract.ts'
import { cuttingSteps } from '../common/cutting-steps.ts'
import { postsOfficeMessages } from './messages.ts'

interface DraftCuttingProps {
  readonly answer: OutputOf<typeof proposeCutting>
  readonly gridName: string
}

interface Begun {
  readonly name: string
  readonly reason: string
}

/** Makes a draft of a proposal: what is shown is what is drafted, to be checked and decided like any other. */
export function DraftCutting({ answer: { families, norm, now }, gridName }: DraftCuttingProps) {
  const t = useText(postsOfficeMessages)
  const may = useMay()
  const navigate = useNavigate()
  const [isOpen, setOpen] = useState(false)
  const [draftId, setDraftId] = useState(newId)
  const [isBegun, setBegun] = useState(false)
  const edits = cuttingSteps(families)
  const draw = useDo<typeof editDraft>('grid.edit-draft', {
    renews: ['grid.draft'],
    onDone: () => void navigate({ to: '/grid-drafts/$draftId', params: { draftId } } as never),
  })
  const begin = useDo<typeof beginDraft>('grid.begin-draft', {
    renews: ['grid.draft'],
    onDone: () => {
      setBegun(true)
      draw.send({ draftId, after: 0, edits })
    },
  })
  if (edits.length === 0) return null
  if (!may('grid.draw')) return <p className="o-soft">{t('cutting.who')}</p>
  if (!isOpen) {
    return (
      <div>
        <Button type="primary" onClick={() => setOpen(true)}>
          {t('cutting.begin')}
        </Button>
      </div>
    )
  }
  const close = () => {
    setOpen(false)
    setBegun(false)
    setDraftId(newId())
    begin.forget()
    draw.forget()
  }
  return (
    <section aria-label={t('cutting.begin')}>
      <OfficeForm<Begun>
        name="draft-cutting"
        start={{
          name: t('cutting.name-start', { grid: gridName }),
          reason: t('cutting.reason-start', { ...norm, ...now }),
        }}
        submit={t('cutting.begin')}
        isSending={begin.isSending || draw.isSending}
        trouble={draw.trouble ?? begin.trouble}
        onCancel={close}
        onSend={({ name, reason }) =>
          isBegun ? draw.send({ draftId, after: 0, edits }) : begin.send({ draftId, name, reason })
        }
      >
        <Item name="name" label={t('cutting.name')} isRequired>
          <Input maxLength={60} autoFocus />
        </Item>
        <Item name="reason" label={t('cutting.reason')} isRequired>
          <Input.TextArea rows={3} maxLength={500} />
        </Item>
      </OfficeForm>
    </section>
  )
}
