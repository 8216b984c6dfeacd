import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import type { TreeGrid } from '#modules/grid/common/index.ts'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { byName } from '#platform/ui/office/by-name.ts'
import { useDo } from '#platform/ui/office/ask.ts'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { useSay } from '#platform/ui/office/Say.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { addOverlay, ShownOverlay } from '../common/contract.ts'
import { placesMessages } from '../common/messages.ts'
import { type OverlayKind, overlayUses } from '../common/things.ts'
import { placesOfficeMessages } from './messages.ts'
import { PostSelect } from './PostSelect.tsx'

interface Typed {
  readonly name: string
  readonly use?: (typeof overlayUses)[number]
  readonly parentId?: string
  readonly cells: readonly string[]
  readonly lead?: string | null
}

interface NewOverlayProps {
  readonly kind: OverlayKind
  readonly grids: readonly TreeGrid[]
  readonly others: readonly ShownOverlay[]
  readonly onMade: (overlayId: string) => void
}

/** Sets up a grid of another kind over base cells. */
export function NewOverlay({ kind, grids, others, onMade }: NewOverlayProps) {
  const t = useText(placesOfficeMessages, placesMessages)
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  const { send, isSending, trouble } = useDo<typeof addOverlay>('places.add-overlay', {
    renews: ['places.'],
    onDone: ({ overlayId }, { name }) => {
      say(t('new.done', { name }))
      setOpen(false)
      onMade(overlayId)
    },
  })
  if (!isOpen) return <Button onClick={() => setOpen(true)}>{t('new.open')}</Button>
  return (
    <section className="pl-edit" aria-label={t('new.open')}>
      <h2>{t('new.title', { kind: t(`overlay.${kind}`) })}</h2>
      <OfficeForm<Typed>
        name="new-overlay"
        submit={t('new.submit')}
        isSending={isSending}
        trouble={trouble}
        onCancel={() => setOpen(false)}
        onSend={({ name, use, parentId, cells, lead }) =>
          send({
            ...{ overlayId: newId(), kind, name, cells: [...cells] },
            ...{ use: kind === 'special' ? (use ?? null) : null, parentId: parentId ?? null, leadPostId: lead ?? null },
          })
        }
      >
        <Item name="name" label={t('new.name')} isRequired>
          <Input maxLength={60} />
        </Item>
        {kind === 'special' ? (
          <Item name="use" label={t('new.use')} isRequired>
            <Select options={overlayUses.map(use => ({ value: use, label: t(`use.${use}`) }))} />
          </Item>
        ) : null}
        {others.length > 0 ? (
          <Item name="parentId" label={t('new.parent')}>
            <Select allowClear options={others.map(({ overlayId, name }) => ({ value: overlayId, label: name }))} />
          </Item>
        ) : null}
        <Item name="cells" label={t('new.cells')} hint={t('new.cells-hint')} isRequired>
          <Select
            mode="multiple"
            showSearch={byName}
            options={grids.map(({ path, name }) => ({ value: path, label: name }))}
          />
        </Item>
        <Item name="lead" label={t('new.lead')}>
          <PostSelect label={t('new.lead')} />
        </Item>
      </OfficeForm>
    </section>
  )
}
