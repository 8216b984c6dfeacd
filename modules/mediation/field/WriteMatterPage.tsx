import { type FormEvent, useEffect, useState } from 'react'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { instantOf } from '#platform/kernel/common/instant.ts'
import { newId } from '#platform/kernel/ui/new-id.ts'
import {
  offlineMessages,
  OwnPhotoInput,
  type Performed,
  PerformingTrouble,
  useDraftText,
  useOwnPhotos,
  usePerforming,
} from '#platform/offline/field/index.ts'
import {
  Button,
  Link,
  Notice,
  Screen,
  Select,
  TextArea,
  TextField,
  usePosition,
  useText,
} from '#platform/ui/ui/index.ts'
import {
  faultOfRecord,
  isAgreed,
  type MatterKind,
  matterKinds,
  type MatterOutcome,
  matterOutcomes,
  mediationTextLimits as most,
  mostParties,
  photosPerMatter,
} from '../common/matter.ts'
import { mediationMessages } from '../common/messages.ts'
import { fieldMediationMessages } from './messages.ts'

/** A week, as a first guess for the day of the follow-up; the mediator sets it. */
const usualFollowUpDays = 7
const nobody = { name: '', phone: '' }

/** One screen: who, about what, what came of it, what was agreed, when one asks again. */
export function WriteMatterPage() {
  const t = useText(fieldMediationMessages)
  const own = useText(offlineMessages)
  const [kept, setKept] = useState<{ readonly done: Performed; readonly followUpOn: string | null } | null>(null)
  return (
    <Screen title={t('write.title')} back="/mediation">
      {kept ? (
        <>
          {kept.done.kind === 'kept' ? (
            <Notice tone="warn">{own('kept.hint')}</Notice>
          ) : (
            <Notice tone="good">
              <p>{t('write.saved')}</p>
              {kept.followUpOn ? <p>{t('write.saved-follow-up', { day: kept.followUpOn })}</p> : null}
            </Notice>
          )}
          <div className="w-actions">
            <Link to="/mediation" className="w-button w-button-primary w-wide">
              {t('list.title')}
            </Link>
          </div>
        </>
      ) : (
        <MatterForm onKept={setKept} />
      )}
    </Screen>
  )
}

interface MatterFormProps {
  readonly onKept: (kept: { readonly done: Performed; readonly followUpOn: string | null }) => void
}

function MatterForm({ onKept }: MatterFormProps) {
  const t = useText(fieldMediationMessages, mediationMessages)
  const doing = usePerforming()
  const photos = useOwnPhotos(photosPerMatter)
  const { position, ask } = usePosition()
  useEffect(() => ask(), [ask])
  const [matterId] = useState(newId)
  const [kind, setKind] = useState<MatterKind>('neighbours')
  const [parties, setParties] = useState([nobody, nobody])
  const [text, setText, forgetText] = useDraftText('mediation-text')
  const [outcome, setOutcome] = useState<MatterOutcome>('agreed-spoken')
  const [agreement, setAgreement, forgetAgreement] = useDraftText('mediation-agreement')
  const [day, setDay] = useState(() => dayOf(instantOf(Date.now()), usualFollowUpDays))
  const [isChecked, setChecked] = useState(false)
  const agreed = isAgreed(outcome)
  const typed = {
    parties: parties.map(party => ({ name: party.name.trim(), phone: party.phone.trim() })),
    ...{ text: text.trim(), outcome, agreement: agreed ? agreement.trim() : '' },
    followUpOn: agreed && day !== '' ? day : null,
  }
  const fault = faultOfRecord(typed)
  const told = (one: typeof fault) => (isChecked && fault === one ? t(`refusal.mediation/${one!}`) : null)

  async function submit(event: FormEvent) {
    event.preventDefault()
    setChecked(true)
    if (fault) return
    const kept = await doing.photosOf(photos)
    const place = position.state === 'found' ? { place: { lon: position.lon, lat: position.lat } } : {}
    const input = {
      ...{ matterId, at: new Date().toISOString(), kind, ...typed, ...place },
      parties: typed.parties.filter(({ name }) => name !== ''),
      photos: kept.map(({ id }) => id),
    }
    const done = await doing.perform({ command: 'mediation.record', input, title: t(`kind.${kind}`), photos: kept })
    if (!done) return
    forgetText()
    forgetAgreement()
    onKept({ done, followUpOn: typed.followUpOn })
  }

  return (
    <form onSubmit={event => void submit(event)} noValidate>
      <Notice>{t('write.sealed')}</Notice>
      <Select
        label={t('write.kind')}
        choices={matterKinds.map(value => ({ value, label: t(`kind.${value}`) }))}
        value={kind}
        onChange={setKind}
      />
      {parties.map((party, i) => {
        const change = (more: Partial<typeof nobody>) =>
          setParties(parties.map((one, at) => (at === i ? { ...one, ...more } : one)))
        return (
          // Parties have no name of their own before they are typed; their order is fixed.
          <div key={`party ${i + 1}`}>
            <TextField
              label={t('write.party', { n: i + 1 })}
              maxLength={most.name}
              value={party.name}
              onChange={name => change({ name })}
              error={i < 2 && party.name.trim() === '' ? told('parties-missing') : null}
            />
            <TextField
              label={t('write.party-phone', { n: i + 1 })}
              isOptional
              maxLength={most.phone}
              value={party.phone}
              onChange={value => change({ phone: value })}
            />
          </div>
        )
      })}
      {parties.length < mostParties ? (
        <div className="w-actions">
          <Button onPress={() => setParties([...parties, nobody])}>{t('write.more-parties')}</Button>
        </div>
      ) : null}
      <TextArea
        label={t('write.text')}
        rows={4}
        max={most.text}
        value={text}
        onChange={setText}
        error={told('words-missing')}
      />
      <Select
        label={t('write.outcome')}
        choices={matterOutcomes.map(value => ({ value, label: t(`outcome.${value}`) }))}
        value={outcome}
        onChange={setOutcome}
      />
      {agreed ? (
        <>
          <TextArea
            label={t('write.agreement')}
            hint={t('write.agreement-hint')}
            rows={3}
            max={most.agreement}
            value={agreement}
            onChange={setAgreement}
            error={told('agreement-missing')}
          />
          <TextField
            label={t('write.follow-up')}
            type="date"
            value={day}
            onChange={setDay}
            error={told('follow-up-missing')}
          />
        </>
      ) : null}
      <OwnPhotoInput label={t('write.photos')} photos={photos} />
      <PerformingTrouble outcome={doing.outcome} />
      <div className="w-actions">
        <Button type="submit" look="primary" isWide isBusy={doing.isBusy}>
          {t('write.send')}
        </Button>
      </div>
    </form>
  )
}
