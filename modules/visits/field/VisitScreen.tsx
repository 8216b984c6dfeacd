import { type FormEvent, useState } from 'react'
import { PerformingTrouble, usePerforming } from '#platform/offline/field/index.ts'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import {
  Button,
  photoUrl,
  Screen,
  TextArea,
  Unanswered,
  useAnswer,
  useClient,
  useMoment,
  useText,
} from '#platform/ui/ui/index.ts'
import type { showVisit } from '../common/contract.ts'
import { visitsMessages } from '../common/messages.ts'
import { visitTextLimits } from '../common/visit.ts'
import { fieldVisitsMessages } from './messages.ts'

type Shown = OutputOf<typeof showVisit>

/** One visit with its words; an errand can be finished here. */
export function VisitScreen({ visitId }: { readonly visitId: string }) {
  const t = useText(fieldVisitsMessages)
  const client = useClient()
  const asked = useAnswer(visitId, () => client.command<typeof showVisit>('visits.show', { visitId }))
  return (
    <Screen title={t('visit.title')} back="/visits">
      <Unanswered asked={asked} />
      {asked.answer ? <Visit visit={asked.answer} onDone={asked.reload} /> : null}
    </Screen>
  )
}

function Visit({ visit, onDone }: { readonly visit: Shown; readonly onDone: () => Promise<void> }) {
  const t = useText(fieldVisitsMessages, visitsMessages)
  const moment = useMoment()
  return (
    <>
      <p>
        <strong>{t(`kind.${visit.kind}`)}</strong> · {visit.whom.map(one => one.name).join('、') || visit.topic}
      </p>
      <p className="w-soft">
        {moment(visit.at)} {visit.byName} · {t(`meeting.${visit.meeting}`)} · {t(`outcome.${visit.outcome}`)}
        {visit.dueOn ? ` · ${visit.dueOn}` : ''}
      </p>
      {visit.topic && visit.whom.length > 0 ? <p>{visit.topic}</p> : null}
      <p className="f-words">{visit.text}</p>
      {visit.cases.length > 0 ? (
        <p>{t('write.cases', { numbers: visit.cases.map(one => one.number).join('、') })}</p>
      ) : null}
      {visit.photos.length > 0 ? (
        <div className="f-photos">
          {visit.photos.map((id, index) => (
            <a key={id} href={photoUrl(id, 'large')}>
              <img src={photoUrl(id, 'small')} alt={t('visit.photo', { n: index + 1 })} />
            </a>
          ))}
        </div>
      ) : null}
      {visit.done ? (
        <p>{t('visit.done', { when: moment(visit.done.at), who: visit.done.byName ?? '', text: visit.done.text })}</p>
      ) : null}
      {visit.mayFinish ? <Finish visitId={visit.visitId} onDone={onDone} /> : null}
    </>
  )
}

function Finish({ visitId, onDone }: { readonly visitId: string; readonly onDone: () => Promise<void> }) {
  const t = useText(fieldVisitsMessages)
  const doing = usePerforming()
  const [text, setText] = useState('')
  async function submit(event: FormEvent) {
    event.preventDefault()
    const input = { visitId, at: new Date().toISOString(), text: text.trim() }
    if (await doing.perform({ command: 'visits.finish-errand', input, title: t('visit.finish') })) await onDone()
  }
  return (
    <form onSubmit={event => void submit(event)} noValidate>
      <TextArea
        label={t('visit.finish-text')}
        isOptional
        rows={2}
        value={text}
        onChange={setText}
        max={visitTextLimits.text}
      />
      <PerformingTrouble outcome={doing.outcome} />
      <Button type="submit" look="primary" isWide isBusy={doing.isBusy}>
        {t('visit.finish')}
      </Button>
    </form>
  )
}
