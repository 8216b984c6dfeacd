import type { ClassKind } from '#modules/catalogue/common/index.ts'
import { type FormEvent, useState } from 'react'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { newId } from '#platform/kernel/ui/new-id.ts'
import {
  DoneScreen,
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
  Notice,
  Screen,
  Select,
  TextArea,
  TextField,
  useAnswer,
  useClient,
  useLocale,
  useText,
} from '#platform/ui/ui/index.ts'
import type { handleOnSpot } from '../common/contract-procedure.ts'
import type { listClasses } from '../common/contract-queries.ts'
import { photosPerStep, textLimits } from '../common/limits.ts'
import type { FoundPoint } from './found-point.ts'
import { fieldCaseMessages } from './messages.ts'
import { PlaceField } from './PlaceField.tsx'
import { stampLines } from './stamp-lines.ts'
import { useGuesses } from './use-guesses.ts'

interface OnSpotPageProps {
  readonly personName: string
  readonly gridName: string | null
}

/** A simple case: found, put right and closed in one go, with a photo from before and one from after. Without a network, too. */
export function OnSpotPage(own: OnSpotPageProps) {
  const [settled, setSettled] = useState<Performed | null>(null)
  const t = useText(fieldCaseMessages, offlineMessages)
  if (!settled) return <OnSpotForm own={own} onSettled={setSettled} />
  const reported = settled.kind === 'sent' ? (settled.answer as OutputOf<typeof handleOnSpot>) : null
  return (
    <DoneScreen
      title={t(reported ? 'spot.done' : 'report.kept')}
      back="/report"
      answer={
        reported && (
          <>
            <p>
              <strong>{t('report.done-number', { number: reported.number })}</strong>
            </p>
            <p>{reported.noGrid ? t('report.no-grid') : reported.gridNames.join(' › ')}</p>
          </>
        )
      }
      again={t('spot.again')}
      onAgain={() => setSettled(null)}
      follow={
        reported
          ? { to: `/case/${reported.caseId}`, label: t('report.open') }
          : { to: '/waiting', label: t('outbox.title') }
      }
    />
  )
}

interface OnSpotFormProps {
  readonly own: OnSpotPageProps
  readonly onSettled: (performed: Performed) => void
}

function OnSpotForm({ own, onSettled }: OnSpotFormProps) {
  const t = useText(fieldCaseMessages, offlineMessages)
  const doing = usePerforming()
  const [ids] = useState(() => ({ caseId: newId(), madeAt: new Date().toISOString() }))
  const [point, setPoint] = useState<FoundPoint | null>(null)
  const stamp = async () => stampLines({ at: new Date(), point, ...own })
  const before = useOwnPhotos(photosPerStep, { stamp })
  const after = useOwnPhotos(photosPerStep, { stamp })
  const [address, setAddress] = useState('')
  const [description, setDescription, forgetDescription] = useDraftText('on-spot-description')
  const [note, setNote, forgetNote] = useDraftText('on-spot-note')
  const [chosen, setChosen] = useState<string | null>(null)
  const [isChecked, setChecked] = useState(false)
  const hasPhotos = before.list.length > 0 && after.list.length > 0

  async function submit(event: FormEvent) {
    event.preventDefault()
    setChecked(true)
    if (!chosen || !hasPhotos || !point || !description.trim() || !note.trim()) return
    const [found, result] = [await doing.photosOf(before), await doing.photosOf(after)]
    const [kind, classCode = ''] = chosen.split(' ')
    const words = address.trim()
    const input = {
      ...{ ...ids, description: description.trim(), note: note.trim() },
      ...{ classKind: kind as ClassKind, classCode },
      ...{ photos: found.map(({ id }) => id), afterPhotos: result.map(({ id }) => id) },
      place: { lon: point.lon, lat: point.lat },
      ...(words ? { address: words } : {}),
    }
    const performing = {
      command: 'cases.handle-on-spot',
      input,
      title: input.description,
      photos: [...found, ...result],
    }
    const done = await doing.perform(performing)
    if (!done) return
    forgetDescription()
    forgetNote()
    onSettled(done)
  }

  return (
    <Screen title={t('spot.title')} back="/report">
      <form onSubmit={event => void submit(event)} noValidate>
        <p className="w-hint">{t('spot.hint')}</p>
        <OwnPhotoInput label={t('spot.before')} photos={before} isCameraFirst />
        <OwnPhotoInput label={t('spot.after')} hint={t('handle.photos-hint')} photos={after} isCameraFirst />
        {before.isFull || after.isFull ? <Notice tone="warn">{t('photos.full')}</Notice> : null}
        {isChecked && !hasPhotos ? <Notice tone="bad">{t('spot.photos-missing')}</Notice> : null}
        <PlaceField point={point} onPoint={setPoint} photoPlace={null} />
        {isChecked && !point ? <Notice tone="bad">{t('spot.place-missing')}</Notice> : null}
        <ClassField
          text={description}
          value={chosen}
          onChange={setChosen}
          error={isChecked && !chosen ? t('spot.class-missing') : null}
        />
        <TextArea
          label={t('report.words')}
          rows={2}
          value={description}
          onChange={setDescription}
          max={textLimits.description}
          error={isChecked && !description.trim() ? t('report.words-missing') : null}
        />
        <TextArea
          label={t('handle.note')}
          rows={2}
          value={note}
          onChange={setNote}
          max={textLimits.note}
          error={isChecked && !note.trim() ? t('handle.note-missing') : null}
        />
        <TextField
          label={t('report.address')}
          hint={t('report.address-hint')}
          isOptional
          maxLength={textLimits.address}
          value={address}
          onChange={setAddress}
        />
        <PerformingTrouble outcome={doing.outcome} />
        <div className="w-actions">
          <Button type="submit" look="primary" isWide isBusy={doing.isBusy}>
            {t('spot.send')}
          </Button>
        </div>
      </form>
    </Screen>
  )
}

interface ClassFieldProps {
  /** What was written so far: likely classes stand first. */
  readonly text: string
  readonly value: string | null
  readonly onChange: (classKey: string) => void
  readonly error: string | null
}

/** The catalogue in the phone's own list, narrowed by a few letters. */
function ClassField({ text, value, onChange, error }: ClassFieldProps) {
  const t = useText(fieldCaseMessages)
  const { locale } = useLocale()
  const client = useClient()
  const asked = useAnswer('classes', () => client.query<typeof listClasses>('cases.classes', {}))
  const [typed, setTyped] = useState('')
  const wanted = typed.trim().toLowerCase()
  const choices = (asked.answer?.majors ?? []).flatMap(major =>
    major.classes.map(({ code, name, fault }) => ({
      value: `${major.kind} ${code}`,
      label: `${(fault ?? name)[locale]} ${code}`,
    })),
  )
  const likely = new Set(useGuesses(text).map(({ classKey }) => classKey))
  const fitting = choices
    .filter(one => one.value === value || one.label.toLowerCase().includes(wanted))
    .sort((a, b) => Number(likely.has(b.value)) - Number(likely.has(a.value)))
  return (
    <>
      <TextField label={t('spot.find')} isOptional maxLength={20} value={typed} onChange={setTyped} />
      <Select
        label={t('spot.class')}
        placeholder={t('spot.choose')}
        value={value}
        onChange={onChange}
        choices={fitting}
        error={error}
      />
    </>
  )
}
