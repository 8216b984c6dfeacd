import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { useAsk, useDo } from '#platform/ui/office/ask.ts'
import { Answered, Blank } from '#platform/ui/office/Blank.tsx'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useMay } from '#platform/ui/office/session.tsx'
import { useMoment } from '#platform/ui/ui/moment.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { beginDraft, DraftRow, listDrafts } from '../../common/contract-drafts.ts'
import { gridOfficeMessages } from '../messages.ts'
import { DownloadBoundaries } from './DownloadBoundaries.tsx'

/** Every draft of changed grids, and the way to begin one. */
export function Page() {
  const t = useText(gridOfficeMessages)
  const may = useMay()
  const [isBeginning, setBeginning] = useState(false)
  const asked = useAsk<typeof listDrafts>('grid.drafts', {})
  const begin = <Button onClick={() => setBeginning(true)}>{t('drafts.begin')}</Button>
  return (
    <OfficePage
      title={t('place.drafts')}
      about={t('drafts.about')}
      actions={
        <>
          <DownloadBoundaries />
          {may('grid.draw') && !isBeginning ? begin : null}
        </>
      }
    >
      {isBeginning ? <Begin onEnd={() => setBeginning(false)} /> : null}
      <Answered asked={asked}>
        {({ rows }) =>
          rows.length === 0 ? <Blank title={t('drafts.none')}>{t('drafts.none-why')}</Blank> : <Drafts rows={rows} />
        }
      </Answered>
    </OfficePage>
  )
}

interface Begun {
  readonly name: string
  readonly reason: string
}

function Begin({ onEnd }: { readonly onEnd: () => void }) {
  const t = useText(gridOfficeMessages)
  const navigate = useNavigate()
  const [draftId] = useState(newId)
  const send = useDo<typeof beginDraft>('grid.begin-draft', {
    renews: ['grid.draft'],
    onDone: () => void navigate({ to: '/grid-drafts/$draftId', params: { draftId } }),
  })
  return (
    <section className="o-card" aria-label={t('drafts.begin')}>
      <OfficeForm<Begun>
        name="begin-draft"
        submit={t('drafts.begin')}
        isSending={send.isSending}
        trouble={send.trouble}
        onCancel={onEnd}
        onSend={({ name, reason }) => send.send({ draftId, name, reason })}
      >
        <Item name="name" label={t('drafts.name')} isRequired>
          <Input maxLength={60} autoFocus />
        </Item>
        <Item name="reason" label={t('drafts.reason')} isRequired>
          <Input.TextArea rows={2} maxLength={500} />
        </Item>
      </OfficeForm>
    </section>
  )
}

function Drafts({ rows }: { readonly rows: readonly DraftRow[] }) {
  const t = useText(gridOfficeMessages)
  const moment = useMoment()
  const heads = ['name', 'under', 'state', 'by', 'at', 'from'] as const
  return (
    <section className="o-scroll" aria-label={t('drafts.table')}>
      <table className="o-plain">
        <thead>
          <tr>
            {heads.map(head => (
              <th key={head} scope="col">
                {t(`drafts.column.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(draft => (
            <tr key={draft.draftId}>
              <th scope="row">
                <Link to="/grid-drafts/$draftId" params={{ draftId: draft.draftId }}>
                  {draft.name}
                </Link>
              </th>
              <td>{draft.underName}</td>
              <td>{t(`state.${draft.state}`)}</td>
              <td>{draft.madeByName}</td>
              <td>{moment(draft.madeAt)}</td>
              <td>{draft.inForceFrom ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
