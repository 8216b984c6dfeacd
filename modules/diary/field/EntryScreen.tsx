import { type FormEvent, useState } from 'react'
import { CaseStatusBadge } from '#modules/cases/ui/index.ts'
import {
  Button,
  Link,
  Notice,
  photoUrl,
  Screen,
  TextArea,
  Unanswered,
  useAnswer,
  useClient,
  useLive,
  useDeadline,
  useMoment,
  useText,
} from '#platform/ui/ui/index.ts'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { PerformingTrouble, useDraftText, usePerforming } from '#platform/offline/field/index.ts'
import type { showEntry } from '../common/contract.ts'
import { diaryTextLimits } from '../common/limits.ts'
import { diaryMessages } from '../common/messages.ts'
import { fieldDiaryMessages } from './messages.ts'

/** One entry on the phone: what was said, what was answered, what came of it. */
export function EntryScreen({ entryId }: { readonly entryId: string }) {
  const t = useText(fieldDiaryMessages)
  const client = useClient()
  const asked = useAnswer(entryId, () => client.query<typeof showEntry>('diary.show', { entryId }))
  const { reload } = asked
  useLive(change => {
    if (change === 'reset' || change.id === entryId) void reload()
  })
  return (
    <Screen title={t('entry.title')} back="/diary">
      <Unanswered asked={asked} />
      {asked.answer ? <Entry entry={asked.answer} onChanged={reload} /> : null}
    </Screen>
  )
}

interface EntryProps {
  readonly entry: OutputOf<typeof showEntry>
  readonly onChanged: () => Promise<void>
}

function Entry({ entry, onChanged }: EntryProps) {
  const t = useText(fieldDiaryMessages, diaryMessages)
  const moment = useMoment()
  const deadline = useDeadline()
  const { caseFile } = entry
  return (
    <>
      <p className="f-words">{entry.text}</p>
      <p className="w-soft">
        {t(`diary.kind.${entry.kind}`)} · {t(`diary.way.${entry.way}`)} · {moment(entry.writtenAt)}
      </p>
      <p className="w-soft">{[...entry.gridNames.slice(-2), entry.address].filter(Boolean).join(' › ')}</p>
      <p>
        <strong>{t(`diary.outcome.${entry.outcome}`)}</strong>
        {entry.standing === 'waiting' ? ` · ${t('entry.due', { at: deadline(entry.dueAt) })}` : null}
      </p>
      {caseFile?.status ? (
        <p>
          <Link to={`/case/${caseFile.caseId}`}>{t('entry.case', { number: caseFile.number })}</Link>{' '}
          <CaseStatusBadge status={caseFile.status} />
        </p>
      ) : null}
      {caseFile && !caseFile.status ? <p>{t('entry.case', { number: caseFile.number })}</p> : null}
      {entry.orderNumber ? <p>{t('entry.order', { number: entry.orderNumber })}</p> : null}
      {entry.photos.length > 0 ? (
        <div className="f-photos">
          {entry.photos.map((id, index) => (
            <a key={id} href={photoUrl(id, 'large')}>
              <img src={photoUrl(id, 'small')} alt={t('entry.photo', { n: index + 1 })} />
            </a>
          ))}
        </div>
      ) : null}
      <section className="f-part" aria-labelledby="answers">
        <h2 id="answers">{t('entry.answers')}</h2>
        {entry.feedback.length === 0 ? <p className="w-soft">{t('entry.none')}</p> : null}
        <ul className="f-list">
          {entry.feedback.map(answer => (
            <li key={answer.at} className="w-card">
              <p className="f-words">{answer.text || t(`diary.outcome.${answer.outcome}`)}</p>
              <p className="w-soft">
                {answer.byName} · {moment(answer.at)}
              </p>
            </li>
          ))}
        </ul>
      </section>
      {entry.mayAnswer ? <AnswerForm entryId={entry.entryId} onDone={onChanged} /> : null}
    </>
  )
}

interface AnswerFormProps {
  readonly entryId: string
  readonly onDone: () => Promise<void>
}

function AnswerForm({ entryId, onDone }: AnswerFormProps) {
  const t = useText(fieldDiaryMessages)
  const doing = usePerforming()
  const [isKept, setKept] = useState(false)
  const [text, setText, forget] = useDraftText(`diary-answer-${entryId}`)
  const [isChecked, setChecked] = useState(false)
  async function submit(event: FormEvent) {
    event.preventDefault()
    setChecked(true)
    if (!text.trim() || text.length > diaryTextLimits.feedback) return
    const input = { entryId, text: text.trim() }
    const done = await doing.perform({ command: 'diary.give-feedback', input, title: input.text })
    if (!done) return
    setKept(done.kind === 'kept')
    forget()
    await onDone()
  }
  return (
    <form onSubmit={event => void submit(event)} noValidate>
      <TextArea
        label={t('entry.answer')}
        rows={3}
        value={text}
        onChange={setText}
        max={diaryTextLimits.feedback}
        error={isChecked && !text.trim() ? t('entry.answer-missing') : null}
      />
      <PerformingTrouble outcome={doing.outcome} />
      {isKept ? <Notice tone="warn">{t('entry.kept')}</Notice> : null}
      <div className="w-actions">
        <Button type="submit" isWide isBusy={doing.isBusy}>
          {t('entry.send')}
        </Button>
      </div>
    </form>
  )
}
