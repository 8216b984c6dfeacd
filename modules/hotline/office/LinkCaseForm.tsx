import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { listCases } from '#modules/cases/common/index.ts'
import { CaseStatusBadge } from '#modules/cases/ui/index.ts'
import { type RowOf, useAsk, useDo } from '#platform/ui/office/ask.ts'
import { Answered } from '#platform/ui/office/Blank.tsx'
import { officeMessages } from '#platform/ui/office/messages.ts'
import { useSay } from '#platform/ui/office/Say.tsx'
import { Told } from '#platform/ui/office/Told.tsx'
import { useMoment } from '#platform/ui/ui/moment.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { linkCall } from '../common/contract.ts'
import { hotlineOfficeMessages } from './messages.ts'

const mostFound = 10

interface LinkCaseFormProps {
  readonly callId: string
  readonly onCancel: () => void
}

/** Finds the case that the call is about; as many as the desk may see. */
export function LinkCaseForm({ callId, onCancel }: LinkCaseFormProps) {
  const t = useText(hotlineOfficeMessages, officeMessages)
  const say = useSay()
  const [text, setText] = useState('')
  const asked = useAsk<typeof listCases>('cases.list', { text, limit: mostFound }, { enabled: text !== '', keep: true })
  const { send, isSending, trouble } = useDo<typeof linkCall>('hotline.link-call', {
    renews: ['hotline.'],
    onDone: ({ number }) => say(t('call.linked', { number })),
  })
  return (
    <div className="o-stack">
      <Input.Search
        aria-label={t('call.link-search')}
        placeholder={t('call.link-search')}
        allowClear
        autoFocus
        onSearch={typed => setText(typed.trim())}
      />
      <Told trouble={trouble} />
      {text === '' ? (
        <p className="o-hint">{t('call.link-first')}</p>
      ) : (
        <Answered asked={asked}>
          {({ rows }) =>
            rows.length === 0 ? (
              <p className="o-hint">{t('call.link-none')}</p>
            ) : (
              <ul className="ho-found">
                {rows.map(row => (
                  <FoundCase
                    key={row.caseId}
                    row={row}
                    isSending={isSending}
                    onLink={() => send({ callId, caseId: row.caseId })}
                  />
                ))}
              </ul>
            )
          }
        </Answered>
      )}
      <Button onClick={onCancel}>{t('form.cancel')}</Button>
    </div>
  )
}

interface FoundCaseProps {
  readonly row: RowOf<typeof listCases>
  readonly isSending: boolean
  readonly onLink: () => void
}

function FoundCase({ row, isSending, onLink }: FoundCaseProps) {
  const t = useText(hotlineOfficeMessages)
  const moment = useMoment()
  return (
    <li>
      <p>
        <Link to="/cases/$caseId" params={{ caseId: row.caseId }} target="_blank">
          {row.title}
        </Link>{' '}
        <CaseStatusBadge status={row.status} />
      </p>
      <p className="o-soft">
        {row.number} · {moment(row.reportedAt)} · {row.address}
      </p>
      <Button
        size="small"
        aria-label={t('call.link-this', { number: row.number })}
        loading={isSending}
        onClick={onLink}
      >
        {t('call.link')}
      </Button>
    </li>
  )
}
