import type { ClassKind } from '#modules/catalogue/common/index.ts'
import { type FormEvent, useState } from 'react'
import { newId } from '#platform/kernel/ui/new-id.ts'
import {
  Button,
  Link,
  Notice,
  PhotoInput,
  Screen,
  Select,
  TextArea,
  TextField,
  Trouble,
  useAnswer,
  useClient,
  useLocale,
  usePhotos,
  useSending,
  useText,
} from '#platform/ui/ui/index.ts'
import type { handleOnSpot } from '../common/contract-procedure.ts'
import type { listClasses } from '../common/contract-queries.ts'
import { photosPerStep, textLimits } from '../common/limits.ts'
import type { KeptPoint } from './kept-reports.ts'
import { fieldCaseMessages } from './messages.ts'
import { PlaceField } from './PlaceField.tsx'
import type { Reported } from './send-report.ts'

/** A simple case: found, put right and closed in one go, with a photo from before and one from after. */
export function OnSpotPage() {
  const [turn, setTurn] = useState(0)
  const [settled, setSettled] = useState<Reported | null>(null)
  const t = useText(fieldCaseMessages)
  if (!settled) return <OnSpotForm key={turn} onSettled={setSettled} />
  return (
    <Screen title={t('spot.done')} back="/report">
      <Notice tone="good">
        <p>
          <strong>{t('report.done-number', { number: settled.number })}</strong>
        </p>
        <p>{settled.noGrid ? t('report.no-grid') : settled.gridNames.join(' › ')}</p>
      </Notice>
      <div className="w-actions">
        <Button
          look="primary"
          isWide
          onPress={() => {
            setSettled(null)
            setTurn(turn + 1)
          }}
        >
          {t('spot.again')}
        </Button>
        <Link to={`/case/${settled.caseId}`} className="w-button">
          {t('report.open')}
        </Link>
      </div>
    </Screen>
  )
}

function OnSpotForm({ onSettled }: { readonly onSettled: (reported: Reported) => void }) {
  const t = useText(fieldCaseMessages)
  const client = useClient()
  const sending = useSending()
  const before = usePhotos(photosPerStep)
  const after = usePhotos(photosPerStep)
  const [ids] = useState(() => ({ caseId: newId(), requestId: newId(), madeAt: new Date().toISOString() }))
  const [point, setPoint] = useState<KeptPoint | null>(null)
  const [address, setAddress] = useState('')
  const [description, setDescription] = useState('')
  const [note, setNote] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const [isChecked, setChecked] = useState(false)
  const [isWaiting, setWaiting] = useState(false)
  const hasPhotos = before.list.length > 0 && after.list.length > 0

  async function submit(event: FormEvent) {
    event.preventDefault()
    setChecked(true)
    if (!chosen || !hasPhotos || !point || !description.trim() || !note.trim()) return
    setWaiting(true)
    const [found, result] = await Promise.all([before.settle(), after.settle()])
    setWaiting(false)
    const idsOf = (photos: typeof found) => photos.flatMap(({ uploaded }) => (uploaded ? [uploaded.fileId] : []))
    const photos = idsOf(found)
    const afterPhotos = idsOf(result)
    // The parts that show the photos say which of them did not arrive.
    if (photos.length < found.length || afterPhotos.length < result.length) return
    const [kind, classCode = ''] = chosen.split(' ')
    const words = address.trim()
    const input = {
      ...{ caseId: ids.caseId, madeAt: ids.madeAt, description: description.trim(), note: note.trim() },
      ...{ classKind: kind as ClassKind, classCode, photos, afterPhotos },
      place: { lon: point.lon, lat: point.lat },
      ...(words ? { address: words } : {}),
    }
    const done = await sending.send(() =>
      client.command<typeof handleOnSpot>('cases.handle-on-spot', input, { requestId: ids.requestId }),
    )
    if (done) onSettled(done)
  }

  return (
    <Screen title={t('spot.title')} back="/report">
      <form onSubmit={event => void submit(event)} noValidate>
        <p className="w-hint">{t('spot.hint')}</p>
        <PhotoInput label={t('spot.before')} photos={before} isCameraFirst />
        <PhotoInput label={t('spot.after')} hint={t('handle.photos-hint')} photos={after} isCameraFirst />
        {isChecked && !hasPhotos ? <Notice tone="bad">{t('spot.photos-missing')}</Notice> : null}
        <PlaceField
          point={point}
          onPoint={setPoint}
          photoPlace={before.list.find(photo => photo.uploaded?.place)?.uploaded?.place ?? null}
        />
        {isChecked && !point ? <Notice tone="bad">{t('spot.place-missing')}</Notice> : null}
        <ClassField value={chosen} onChange={setChosen} error={isChecked && !chosen ? t('spot.class-missing') : null} />
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
        <Trouble trouble={sending.trouble} />
        <div className="w-actions">
          <Button type="submit" look="primary" isWide isBusy={isWaiting || sending.isSending}>
            {t('spot.send')}
          </Button>
        </div>
      </form>
    </Screen>
  )
}

interface ClassFieldProps {
  readonly value: string | null
  readonly onChange: (classKey: string) => void
  readonly error: string | null
}

/** The catalogue in the phone's own list, narrowed by a few letters. */
function ClassField({ value, onChange, error }: ClassFieldProps) {
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
  const fitting = choices.filter(one => one.value === value || one.label.toLowerCase().includes(wanted))
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
