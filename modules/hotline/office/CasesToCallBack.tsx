import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { type RowOf, useAsk, useDo } from '#platform/ui/office/ask.ts'
import { Answered } from '#platform/ui/office/Blank.tsx'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { useSay } from '#platform/ui/office/Say.tsx'
import { useDeadline } from '#platform/ui/ui/moment.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import { type CaseSource, casesMessages } from '#modules/cases/common/index.ts'
import type { listCaseCallBacks, recordCaseCallBack } from '../common/contract.ts'
import { callTextLimits } from '../common/limits.ts'
import { Answers, saidIn, type Typed } from './CallBackForm.tsx'
import { hotlineOfficeMessages } from './messages.ts'

type DueCase = RowOf<typeof listCaseCallBacks>

/** Reporters from the portal and all other sources who left a number: they are asked the same two questions. */
export function CasesToCallBack() {
  const t = useText(hotlineOfficeMessages)
  const asked = useAsk<typeof listCaseCallBacks>('hotline.list-case-call-backs', {})
  const [chosen, setChosen] = useState<string | null>(null)
  return (
    <section className="o-card" aria-labelledby="cases-to-call-back">
      <h2 id="cases-to-call-back">{t('backs.cases')}</h2>
      <p className="o-hint">{t('backs.cases-about')}</p>
      <Answered asked={asked}>
        {({ rows, total, overdue, mostTries }) => (
          <>
            <p aria-live="polite">
              {t('backs.count', { total, overdue })}
              {total > rows.length ? ` ${t('backs.more', { count: rows.length })}` : null}
            </p>
            <ul className="o-lines">
              {rows.map(row => (
                <li key={row.caseId}>
                  <DueLine row={row} onChoose={() => setChosen(row.caseId)} />
                  {chosen === row.caseId ? (
                    <AskThem row={row} mostTries={mostTries} onClose={() => setChosen(null)} />
                  ) : null}
                </li>
              ))}
            </ul>
          </>
        )}
      </Answered>
    </section>
  )
}

function DueLine({ row, onChoose }: { readonly row: DueCase; readonly onChoose: () => void }) {
  const t = useText(hotlineOfficeMessages, casesMessages)
  const deadline = useDeadline()
  return (
    <div>
      <Link to="/cases/$caseId" params={{ caseId: row.caseId }}>
        {row.number} {row.title}
      </Link>{' '}
      <span className="o-soft">
        {t(`cases.source.${row.source as CaseSource}`)} · {t('backs.due', { at: deadline(row.dueAt) })}
        {row.tries > 0 ? ` · ${t('backs.tries', { count: row.tries })}` : null}
      </span>{' '}
      {row.isOverdue ? <b className="o-urgent">{t('backs.overdue')} </b> : null}
      <Button size="small" aria-label={t('backs.record-this', { number: row.number })} onClick={onChoose}>
        {t('backs.record')}
      </Button>
    </div>
  )
}

interface AskThemProps {
  readonly row: DueCase
  readonly mostTries: number
  readonly onClose: () => void
}

function AskThem({ row, mostTries, onClose }: AskThemProps) {
  const t = useText(hotlineOfficeMessages)
  const say = useSay()
  const { send, isSending, trouble } = useDo<typeof recordCaseCallBack>('hotline.record-case-call-back', {
    renews: ['hotline.', 'cases.'],
    onDone(answer) {
      say(t(answer.offersReopening ? 'backs.reopen' : 'backs.recorded'))
      onClose()
    },
  })
  return (
    <OfficeForm<Typed>
      name={`case-call-back-${row.caseId}`}
      submit={t('backs.submit')}
      isSending={isSending}
      trouble={trouble}
      onCancel={onClose}
      onSend={typed => send({ caseId: row.caseId, ...saidIn(typed) })}
    >
      <p className="o-hint">{t('backs.number-on-page')}</p>
      <p className="o-hint">{t('backs.try', { count: row.tries + 1, most: mostTries })}</p>
      <Answers />
      <Item name="note" label={t('backs.note')} isOptional>
        <Input.TextArea rows={2} maxLength={callTextLimits.note} showCount />
      </Item>
    </OfficeForm>
  )
}
