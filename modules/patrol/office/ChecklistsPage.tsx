import { Link } from '@tanstack/react-router'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { type RowOf, useAsk, useDo } from '#platform/ui/office/ask.ts'
import { Answered } from '#platform/ui/office/Blank.tsx'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useSay } from '#platform/ui/office/Say.tsx'
import { useMay } from '#platform/ui/office/session.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import { type ChecklistKind, checklistKinds } from '../common/checklist.ts'
import type { listChecklists, writeChecklist } from '../common/contract.ts'
import { patrolMessages } from '../common/messages.ts'
import { patrolOfficeMessages } from './messages.ts'

type List = RowOf<typeof listChecklists>

/** What is looked at. A new version counts from the next round on; what was walked keeps the old one. */
export function Page() {
  const t = useText(patrolOfficeMessages, patrolMessages)
  const may = useMay()
  const [open, setOpen] = useState<string | null>(null)
  const asked = useAsk<typeof listChecklists>('patrol.checklists', {})
  return (
    <OfficePage title={t('lists.title')} about={t('lists.about')} actions={<Link to="/patrol">{t('round.back')}</Link>}>
      {may('patrol.plan') && open !== 'new' ? (
        <div className="o-actions">
          <Button onClick={() => setOpen('new')}>{t('lists.new')}</Button>
        </div>
      ) : null}
      {open === 'new' ? <ListForm list={null} onEnd={() => setOpen(null)} /> : null}
      <Answered asked={asked}>
        {({ rows }) => (
          <div className="o-stack">
            {rows.map(list =>
              open === list.checklistId ? (
                <ListForm key={list.checklistId} list={list} onEnd={() => setOpen(null)} />
              ) : (
                <article key={list.checklistId} className="o-card" aria-label={list.name}>
                  <h2>{list.name}</h2>
                  <p className="o-soft">
                    {t(`kind.${list.kind}`)} ·{' '}
                    {t(list.version === 0 ? 'lists.usual' : 'lists.version', { n: list.version })}
                  </p>
                  <ol>
                    {list.items.map(item => (
                      <li key={item.code}>{item.text}</li>
                    ))}
                  </ol>
                  {may('patrol.plan') ? (
                    <Button
                      aria-label={t('lists.change-one', { list: list.name })}
                      onClick={() => setOpen(list.checklistId)}
                    >
                      {t('plans.change')}
                    </Button>
                  ) : null}
                </article>
              ),
            )}
          </div>
        )}
      </Answered>
    </OfficePage>
  )
}

interface Typed {
  readonly name: string
  readonly kind: ChecklistKind
  readonly items: string
}

/** One line is one item; a line that stays keeps its code, so that its findings can be counted over versions. */
function ListForm({ list, onEnd }: { readonly list: List | null; readonly onEnd: () => void }) {
  const t = useText(patrolOfficeMessages, patrolMessages)
  const say = useSay()
  const [checklistId] = useState(() => list?.checklistId ?? newId())
  const send = useDo<typeof writeChecklist>('patrol.write-checklist', {
    renews: ['patrol.'],
    onDone: () => {
      say(t('lists.saved'))
      onEnd()
    },
  })
  return (
    <section className="o-card" aria-label={list?.name ?? t('lists.new')}>
      <OfficeForm<Typed>
        name={`list-${checklistId}`}
        start={list ? { name: list.name, kind: list.kind, items: list.items.map(item => item.text).join('\n') } : {}}
        submit={t('plans.save')}
        isSending={send.isSending}
        trouble={send.trouble}
        onCancel={onEnd}
        onSend={({ name, kind, items }) =>
          send.send({ checklistId, version: list?.version ?? -1, name, kind, items: itemsOf(items, list) })
        }
      >
        <Item name="name" label={t('lists.name')} isRequired>
          <Input maxLength={40} />
        </Item>
        <Item name="kind" label={t('lists.kind')} isRequired>
          <Select options={checklistKinds.map(kind => ({ value: kind, label: t(`kind.${kind}`) }))} />
        </Item>
        <Item name="items" label={t('lists.items')} hint={t('lists.items-hint')} isRequired>
          <Input.TextArea rows={10} />
        </Item>
      </OfficeForm>
    </section>
  )
}

function itemsOf(lines: string, list: List | null) {
  const codes = new Map(list?.items.map(item => [item.text, item.code]))
  const texts = [...new Set(lines.split('\n').map(line => line.trim()))].filter(Boolean)
  return texts.map(text => ({ code: codes.get(text) ?? newId().slice(0, 18), text }))
}
