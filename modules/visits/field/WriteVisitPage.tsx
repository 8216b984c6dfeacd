import { type FormEvent, useState } from 'react'
import { newId } from '#platform/kernel/ui/new-id.ts'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import {
  offlineMessages,
  OwnPhotoInput,
  PerformingTrouble,
  useDraftText,
  useOwnPhotos,
  usePerforming,
} from '#platform/offline/field/index.ts'
import {
  Button,
  ErrorState,
  Link,
  Notice,
  RadioGroup,
  Screen,
  Select,
  Spinner,
  TextArea,
  TextField,
  useAnswer,
  useClient,
  useText,
} from '#platform/ui/ui/index.ts'
import { AtDoor, type SaidAtDoor, useHousehold } from '#modules/registry/field/parts.ts'
import type { dueVisits, recordVisit } from '../common/contract.ts'
import { visitsMessages } from '../common/messages.ts'
import {
  asksFor,
  type Consent,
  consents,
  faultOfVisit,
  type Meeting,
  meetings,
  type Outcome,
  outcomesOf,
  photosPerVisit,
  type VisitKind,
  visitKinds,
  visitTextLimits as most,
} from '../common/visit.ts'
import { fieldVisitsMessages } from './messages.ts'
import { dueDays } from './offline.ts'
import { type Chosen, WhomField } from './WhomField.tsx'

const nothingSaid: SaidAtDoor = { updates: [], isSound: true }

/** What the server said, or null when it waits on the phone. */
type Told = OutputOf<typeof recordVisit> | null

interface WriteVisitProps {
  /** From the list of who is due: whom, and which entry of a care list. */
  readonly personId: string | null
  readonly careId: string | null
}

/** One screen for a visit: what is known is filled in, and nothing is asked twice. */
export function WriteVisitPage({ personId, careId }: WriteVisitProps) {
  const t = useText(fieldVisitsMessages)
  const [told, setTold] = useState<Told | undefined>(undefined)
  if (told !== undefined) return <Kept told={told} />
  return (
    <Screen title={t('write.title')} back="/visits">
      {personId ? <Known personId={personId} careId={careId} onTold={setTold} /> : null}
      {personId ? null : <VisitForm start={[]} careId={null} onTold={setTold} />}
    </Screen>
  )
}

interface KnownProps {
  readonly personId: string
  readonly careId: string | null
  readonly onTold: (told: Told) => void
}

/** Who it is comes from the list of who is due, which lies on the phone: a visit is told without a signal, too. */
function Known({ personId, careId, onTold }: KnownProps) {
  const client = useClient()
  const asked = useAnswer('visits-due', () => client.query<typeof dueVisits>('visits.due', { days: dueDays }))
  const known = useHousehold(personId)
  const due = asked.answer?.rows.find(row => row.personId === personId)
  const name = due?.name ?? known.answer?.household?.things.find(one => one.thingId === personId)?.title
  if (asked.state === 'failed') return <ErrorState trouble={asked.trouble} onAgain={() => void asked.reload()} />
  if (!asked.answer || (!due && known.state === 'loading')) return <Spinner />
  return <VisitForm start={name ? [{ thingId: personId, name }] : []} careId={careId} onTold={onTold} />
}

interface VisitFormProps {
  readonly start: readonly Chosen[]
  readonly careId: string | null
  readonly onTold: (told: Told) => void
}

function VisitForm({ start, careId, onTold }: VisitFormProps) {
  const t = useText(fieldVisitsMessages, visitsMessages)
  const doing = usePerforming()
  const photos = useOwnPhotos(photosPerVisit)
  const [ids] = useState(() => ({ visitId: newId(), caseId: newId() }))
  const [kind, setKind] = useState<VisitKind>(careId ? 'care' : 'routine')
  const [chosen, setChosen] = useState(start)
  const [meeting, setMeeting] = useState<Meeting>('met')
  const [consent, setConsent] = useState<Consent>('not-asked')
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [topic, setTopic] = useState('')
  const [text, setText, forgetText] = useDraftText('visit-text')
  const [reached, setReached] = useState('')
  const [dueOn, setDueOn] = useState('')
  const [said, setSaid] = useState<SaidAtDoor>(nothingSaid)
  const [need, setNeed] = useState('')
  const [isChecked, setChecked] = useState(false)
  const asks = asksFor[kind]
  const outcomes = outcomesOf[kind]
  const came = outcome && outcomes.includes(outcome) ? outcome : outcomes[0]!
  const only = chosen.length === 1 ? chosen[0]! : null
  const typed = {
    ...{ kind, thingIds: chosen.map(one => one.thingId), topic: topic.trim(), meeting, consent, outcome: came },
    ...{ reached: asks.includes('reached') && reached !== '' ? Number(reached) : null, text: text.trim() },
    updates: only ? said.updates : [],
  }
  const fault = faultOfVisit(typed)

  async function submit(event: FormEvent) {
    event.preventDefault()
    setChecked(true)
    if (fault || (only && !said.isSound)) return
    const kept = await doing.photosOf(photos)
    const input = {
      ...{ visitId: ids.visitId, at: new Date().toISOString(), ...typed, photos: kept.map(({ id }) => id) },
      ...{ careIds: careId ? [careId] : [], dueOn: asks.includes('due') && dueOn ? dueOn : null },
      needs: need.trim() === '' ? [] : [{ caseId: ids.caseId, text: need.trim() }],
    }
    const title = chosen.map(one => one.name).join('、') || typed.topic
    const done = await doing.perform({ command: 'visits.record', input, title, photos: kept })
    if (!done) return
    forgetText()
    onTold(done.kind === 'sent' ? (done.answer as Told) : null)
  }

  return (
    <form onSubmit={event => void submit(event)} noValidate>
      <Select
        label={t('write.kind')}
        choices={visitKinds.map(value => ({ value, label: t(`kind.${value}`) }))}
        value={kind}
        onChange={setKind}
      />
      <WhomField
        chosen={chosen}
        onChosen={next => {
          setChosen(next)
          setSaid(nothingSaid)
        }}
        error={isChecked && fault === 'whom-missing' ? t('write.whom-missing') : null}
      />
      {asks.includes('topic') ? (
        <TextField
          label={t('write.topic')}
          maxLength={most.topic}
          value={topic}
          onChange={setTopic}
          error={isChecked && fault === 'topic-missing' ? t('write.topic-missing') : null}
        />
      ) : null}
      {kind === 'publicity' ? null : (
        <RadioGroup
          label={t('write.meeting')}
          choices={meetings.map(value => ({ value, label: t(`meeting.${value}`) }))}
          value={meeting}
          onChange={setMeeting}
        />
      )}
      <TextArea
        label={t('write.text')}
        hint={t('write.text-hint')}
        rows={3}
        value={text}
        onChange={setText}
        max={most.text}
        error={isChecked && fault === 'words-missing' ? t('write.text-missing') : null}
      />
      {outcomes.length > 1 ? (
        <Select
          label={t('write.outcome')}
          choices={outcomes.map(value => ({ value, label: t(`outcome.${value}`) }))}
          value={came}
          onChange={setOutcome}
        />
      ) : null}
      {asks.includes('due') ? (
        <TextField label={t('write.due')} type="date" isOptional value={dueOn} onChange={setDueOn} />
      ) : null}
      {asks.includes('reached') ? (
        <TextField label={t('write.reached')} isOptional maxLength={6} value={reached} onChange={setReached} />
      ) : null}
      {only ? (
        <>
          <AtDoor key={only.thingId} thingId={only.thingId} isChecked={isChecked} onSaid={setSaid} />
          <Select
            label={t('write.consent')}
            choices={consents.map(value => ({ value, label: t(`consent.${value}`) }))}
            value={consent}
            onChange={setConsent}
          />
        </>
      ) : null}
      <TextArea label={t('write.need')} isOptional rows={2} value={need} onChange={setNeed} max={most.need} />
      <OwnPhotoInput label={t('write.photos')} photos={photos} />
      {isChecked && fault === 'refused-yet-updated' ? (
        <p role="alert">{t('refusal.visits/refused-yet-updated')}</p>
      ) : null}
      <PerformingTrouble outcome={doing.outcome} />
      <div className="w-actions">
        <Button type="submit" look="primary" isWide isBusy={doing.isBusy}>
          {t('write.send')}
        </Button>
      </div>
    </form>
  )
}

function Kept({ told }: { readonly told: Told }) {
  const t = useText(fieldVisitsMessages)
  const own = useText(offlineMessages)
  const next = told?.nextVisits[0]
  return (
    <Screen title={t('write.title')} back="/visits">
      {told === null ? (
        <Notice tone="warn">{own('kept.hint')}</Notice>
      ) : (
        <Notice tone="good">
          <p>
            <strong>{t('write.saved')}</strong>
          </p>
          {next ? <p>{t('write.next', { day: next.on })}</p> : null}
          {told.cases.length > 0 ? (
            <p>{t('write.cases', { numbers: told.cases.map(one => one.number).join('、') })}</p>
          ) : null}
          {told.conflicts > 0 ? <p>{t('write.conflicts', { count: told.conflicts })}</p> : null}
        </Notice>
      )}
      <div className="w-actions">
        <Link to="/visits" className="w-button w-button-primary w-wide">
          {t('visits.title')}
        </Link>
      </div>
    </Screen>
  )
}
