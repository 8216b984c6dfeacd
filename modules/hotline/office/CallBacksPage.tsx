import { useState } from 'react'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { type RowOf, useAsk } from '#platform/ui/office/ask.ts'
import { Answered, Blank } from '#platform/ui/office/Blank.tsx'
import { useKeys } from '#platform/ui/office/keys.ts'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useMay } from '#platform/ui/office/session.tsx'
import { useUrlState } from '#platform/ui/office/url-state.ts'
import { useDeadline } from '#platform/ui/ui/moment.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { listCallBacks } from '../common/contract.ts'
import { CallBackDone, CallBackForm, type RecordedCallBack } from './CallBackForm.tsx'
import { CasesToCallBack } from './CasesToCallBack.tsx'
import { CallBackFigures } from './CallBackFigures.tsx'
import { hotlineOfficeMessages } from './messages.ts'
import './hotline-office.css'

export type DueCallBack = RowOf<typeof listCallBacks>

const keys = { next: 'j', before: 'k' } as const

/** Who is still to be called back, one after the other; for supervisors, how it went. */
export function Page() {
  const t = useText(hotlineOfficeMessages)
  const may = useMay()
  return (
    <OfficePage
      title={t('place.call-backs')}
      about={t('backs.about')}
      actions={may('hotline.call-back') ? <span className="o-soft">{t('backs.keys', keys)}</span> : null}
    >
      {may('hotline.call-back') ? <ToCallBack /> : null}
      {may('hotline.call-back') && may('cases.see-reporter') ? <CasesToCallBack /> : null}
      {may('hotline.figures') ? <CallBackFigures /> : null}
    </OfficePage>
  )
}

function ToCallBack() {
  const asked = useAsk<typeof listCallBacks>('hotline.list-call-backs', {})
  return <Answered asked={asked}>{answer => <DueList due={answer} />}</Answered>
}

function DueList({ due }: { readonly due: OutputOf<typeof listCallBacks> }) {
  const t = useText(hotlineOfficeMessages)
  const [url, setUrl] = useUrlState()
  const [recorded, setRecorded] = useState<RecordedCallBack | null>(null)
  const { rows, total, overdue, mostTries } = due
  const at = rows.findIndex(row => row.call.callId === url.call)
  const chosen = rows[at]
  const choose = (row: DueCallBack | undefined) => {
    if (!row) return
    setRecorded(null)
    setUrl({ call: row.call.callId })
  }
  useKeys({ [keys.next]: () => choose(rows[at + 1]), [keys.before]: () => choose(rows[Math.max(0, at - 1)]) })
  if (rows.length === 0 && !recorded) {
    return <Blank title={t('backs.empty')}>{t('backs.empty-why')}</Blank>
  }
  return (
    <div className="o-two">
      <section aria-label={t('backs.list')} className="o-stack">
        <p aria-live="polite">
          <b>{t('backs.count', { total, overdue })}</b>
          {total > rows.length ? ` ${t('backs.more', { count: rows.length })}` : null}
        </p>
        <ul className="o-pick">
          {rows.map(row => (
            <li key={row.call.callId}>
              <DueLine row={row} isChosen={row === chosen} onChoose={() => choose(row)} />
            </li>
          ))}
        </ul>
      </section>
      <section className="o-card" aria-label={t('backs.call')}>
        {recorded ? <CallBackDone recorded={recorded} onNext={rows[0] ? () => choose(rows[0]) : null} /> : null}
        {!recorded && chosen ? (
          <CallBackForm key={chosen.call.callId} due={chosen} mostTries={mostTries} onDone={setRecorded} />
        ) : null}
        {!recorded && !chosen ? <p className="o-hint">{t('backs.choose')}</p> : null}
      </section>
    </div>
  )
}

interface DueLineProps {
  readonly row: DueCallBack
  readonly isChosen: boolean
  readonly onChoose: () => void
}

function DueLine({ row: { call, dueAt, isOverdue, tries }, isChosen, onChoose }: DueLineProps) {
  const t = useText(hotlineOfficeMessages)
  const deadline = useDeadline()
  return (
    <button type="button" aria-current={isChosen ? 'true' : undefined} onClick={onChoose}>
      <span>{call.summary || t('call.no-words')}</span>
      <span>
        {isOverdue ? <b className="o-urgent">{t('backs.overdue')} </b> : null}
        <span className="o-soft">
          {t('backs.due', { at: deadline(dueAt) })}
          {tries > 0 ? ` · ${t('backs.tries', { count: tries })}` : null}
        </span>
      </span>
    </button>
  )
}
