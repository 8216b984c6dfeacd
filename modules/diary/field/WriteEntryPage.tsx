import { type ComponentType, type FormEvent, useState } from 'react'
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
import { Button, RadioGroup, Screen, Select, TextArea, TextField, useDeadline, useText } from '#platform/ui/ui/index.ts'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import type { writeEntry } from '../common/contract.ts'
import { type EntryKind, entryKinds, type EntryWay, entryWays } from '../common/entry.ts'
import { diaryTextLimits, photosPerEntry } from '../common/limits.ts'
import { diaryMessages } from '../common/messages.ts'
import { fieldDiaryMessages } from './messages.ts'

type Written = OutputOf<typeof writeEntry>

interface FoundPoint {
  readonly lon: number
  readonly lat: number
  readonly accuracyMetres?: number
  readonly by: 'phone' | 'map' | 'photo'
}

export interface WriteEntryProps {
  /** The part with which a report says where it is; the app hands it over. */
  readonly PlaceField: ComponentType<{
    readonly point: FoundPoint | null
    readonly onPoint: (point: FoundPoint | null) => void
    readonly photoPlace: { readonly lon: number; readonly lat: number } | null
  }>
}

/** After a visit or a talk: one matter, one entry. */
export function WriteEntryPage({ PlaceField }: WriteEntryProps) {
  const t = useText(fieldDiaryMessages)
  const own = useText(offlineMessages)
  const deadline = useDeadline()
  const [performed, setWritten] = useState<Performed | null>(null)
  if (!performed) return <EntryForm PlaceField={PlaceField} onWritten={setWritten} />
  const written = performed.kind === 'sent' ? (performed.answer as Written) : null
  return (
    <DoneScreen
      title={written ? t('write.done') : own('kept.title')}
      back="/diary"
      answer={
        written && (
          <>
            <p>
              <strong>{written.gridNames.join(' › ')}</strong>
            </p>
            <p>
              {written.outcome === 'open'
                ? t('write.done-next', { at: deadline(written.dueAt) })
                : t('write.done-answered')}
            </p>
          </>
        )
      }
      again={t('write.more')}
      onAgain={() => setWritten(null)}
      follow={{ to: '/diary', label: t('mine.title') }}
    />
  )
}

function EntryForm({
  PlaceField,
  onWritten,
}: WriteEntryProps & { readonly onWritten: (performed: Performed) => void }) {
  const t = useText(fieldDiaryMessages, diaryMessages)
  const doing = usePerforming()
  const photos = useOwnPhotos(photosPerEntry)
  const [entryId] = useState(newId)
  const [kind, setKind] = useState<EntryKind>('need')
  const [way, setWay] = useState<EntryWay>('visit')
  // A name belongs into no phone's memory; the words of the matter survive a call that comes in.
  const [person, setPerson] = useState('')
  const [text, setText, forgetText] = useDraftText('diary-text')
  const [answer, setAnswer, forgetAnswer] = useDraftText('diary-answer')
  const [address, setAddress] = useState('')
  const [point, setPoint] = useState<FoundPoint | null>(null)
  const [isChecked, setChecked] = useState(false)
  const words = (value: string) => value.trim() || undefined

  async function submit(event: FormEvent) {
    event.preventDefault()
    setChecked(true)
    if (!text.trim() || text.length > diaryTextLimits.text || answer.length > diaryTextLimits.feedback) return
    const mine = await doing.photosOf(photos)
    const input = {
      ...{ entryId, kind, way, text: text.trim(), photos: mine.map(({ id }) => id) },
      ...{ person: words(person), address: words(address), answer: words(answer) },
      ...(point ? { place: { lon: point.lon, lat: point.lat } } : {}),
    }
    const done = await doing.perform({ command: 'diary.write', input, title: input.text, photos: mine })
    if (!done) return
    forgetText()
    forgetAnswer()
    onWritten(done)
  }

  return (
    <Screen title={t('write.title')} back="/diary">
      <form onSubmit={event => void submit(event)} noValidate>
        <p className="w-hint">{t('write.hint')}</p>
        <RadioGroup
          label={t('write.kind')}
          choices={entryKinds.map(value => ({ value, label: t(`diary.kind.${value}`) }))}
          value={kind}
          onChange={setKind}
        />
        <TextArea
          label={t('write.text')}
          hint={t('write.text-hint')}
          rows={4}
          value={text}
          onChange={setText}
          max={diaryTextLimits.text}
          error={isChecked && !text.trim() ? t('write.text-missing') : null}
        />
        <TextField
          label={t('write.person')}
          hint={t('write.person-hint')}
          isOptional
          maxLength={diaryTextLimits.person}
          value={person}
          onChange={setPerson}
        />
        <Select
          label={t('write.way')}
          choices={entryWays.map(value => ({ value, label: t(`diary.way.${value}`) }))}
          value={way}
          onChange={setWay}
        />
        <PlaceField
          point={point}
          onPoint={setPoint}
          photoPlace={photos.list.find(photo => photo.uploaded?.place)?.uploaded?.place ?? null}
        />
        <TextField
          label={t('write.address')}
          isOptional
          maxLength={diaryTextLimits.address}
          value={address}
          onChange={setAddress}
        />
        <TextArea
          label={t('write.answer')}
          hint={t('write.answer-hint')}
          isOptional
          rows={2}
          value={answer}
          onChange={setAnswer}
          max={diaryTextLimits.feedback}
        />
        <OwnPhotoInput label={t('write.photos')} photos={photos} />
        <PerformingTrouble outcome={doing.outcome} />
        <div className="w-actions">
          <Button type="submit" look="primary" isWide isBusy={doing.isBusy}>
            {t('write.send')}
          </Button>
        </div>
      </form>
    </Screen>
  )
}
