import { type ComponentType, type FormEvent, useState } from 'react'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { newId } from '#platform/kernel/ui/new-id.ts'
import {
  DoneScreen,
  offlineMessages,
  OwnPhotoInput,
  PerformingTrouble,
  useDraftText,
  useOwnPhotos,
  usePerforming,
} from '#platform/offline/field/index.ts'
import { Button, Notice, Screen, Select, TextArea, TextField, useText } from '#platform/ui/ui/index.ts'
import type { surveyPoint } from '../common/contract.ts'
import { photosPerStep, textLimits } from '../common/limits.ts'
import { campaignsMessages } from '../common/messages.ts'
import { fenOf, measuresOf, type Work, works } from '../common/quantity.ts'
import { readAmount } from './amounts.ts'
import { fieldCampaignMessages } from './messages.ts'

interface FoundPoint {
  readonly lon: number
  readonly lat: number
  readonly accuracyMetres?: number
  readonly by: 'phone' | 'map' | 'photo'
}

export interface SurveyScreenProps {
  readonly campaignId: string
  /** The part with which a report says where it is; the app hands it over. */
  readonly PlaceField: ComponentType<{
    readonly point: FoundPoint | null
    readonly onPoint: (point: FoundPoint | null) => void
    readonly photoPlace: { readonly lon: number; readonly lat: number } | null
  }>
}

/** A grid worker records a point: camera first, then what it is and how much of it. */
export function SurveyScreen(props: SurveyScreenProps) {
  const t = useText(fieldCampaignMessages, offlineMessages)
  const [done, setDone] = useState<readonly string[] | null | undefined>(undefined)
  if (done === undefined) return <SurveyForm {...props} onDone={setDone} />
  return (
    <DoneScreen
      title={t(done === null ? 'kept.title' : 'survey.done')}
      back="/campaigns"
      answer={
        done && (
          <>
            <p>
              <strong>{done.join(' › ')}</strong>
            </p>
            <p>{t('survey.done-next')}</p>
          </>
        )
      }
      again={t('survey.more')}
      onAgain={() => setDone(undefined)}
      follow={{ to: '/campaigns', label: t('mine.title') }}
    />
  )
}

interface SurveyFormProps extends SurveyScreenProps {
  /** Null: it is on the phone, and the grid is found when it arrives. */
  readonly onDone: (gridNames: readonly string[] | null) => void
}

function SurveyForm({ campaignId, PlaceField, onDone }: SurveyFormProps) {
  const t = useText(fieldCampaignMessages, campaignsMessages)
  const doing = usePerforming()
  const photos = useOwnPhotos(photosPerStep)
  const [pointId] = useState(newId)
  const [work, setWork] = useState<Work>('clearing')
  const [note, setNote, forgetNote] = useDraftText(`survey-${campaignId}`)
  const [address, setAddress] = useState('')
  const [amountText, setAmount] = useState('')
  const [costText, setCost] = useState('')
  const [point, setPoint] = useState<FoundPoint | null>(null)
  const [isChecked, setChecked] = useState(false)
  const [amount, cost] = [readAmount(amountText), readAmount(costText)]
  const measure = measuresOf[work][0]!

  async function submit(event: FormEvent) {
    event.preventDefault()
    setChecked(true)
    if (!note.trim() || note.length > textLimits.note || point === null || amount === null || cost === null) return
    const kept = await doing.photosOf(photos)
    // The part that shows the photos says which of them could not be kept.
    if (kept.length < photos.list.length) return
    const input = {
      ...{ pointId, campaignId, work, note: note.trim(), address: address.trim() },
      photos: kept.map(({ id }) => id),
      ...{ place: { lon: point.lon, lat: point.lat }, estimateFen: fenOf(cost) },
      estimate: amount > 0 ? [{ kind: work, measure, amount }] : [],
    }
    const performing = { command: 'campaigns.survey-point', input, title: note.trim(), photos: kept }
    const done = await doing.perform(performing)
    if (!done) return
    forgetNote()
    onDone(done.kind === 'sent' ? (done.answer as OutputOf<typeof surveyPoint>).gridNames : null)
  }

  const wrong = (value: number | null) => (isChecked && value === null ? t('survey.number-wrong') : null)
  return (
    <Screen title={t('survey.title')} back="/campaigns">
      <form onSubmit={event => void submit(event)} noValidate>
        <OwnPhotoInput label={t('survey.photos')} photos={photos} />
        <Select
          label={t('survey.work')}
          choices={works.map(value => ({ value, label: t(`campaigns.work.${value}`) }))}
          value={work}
          onChange={setWork}
        />
        <TextArea
          label={t('survey.note')}
          hint={t('survey.note-hint')}
          rows={3}
          value={note}
          onChange={setNote}
          max={textLimits.note}
          error={isChecked && !note.trim() ? t('survey.note-missing') : null}
        />
        <TextField
          label={t('survey.amount', { measure: t(`campaigns.measure.${measure}`) })}
          isOptional
          inputMode="text"
          value={amountText}
          onChange={setAmount}
          error={wrong(amount)}
        />
        <TextField
          label={t('survey.cost')}
          isOptional
          inputMode="text"
          value={costText}
          onChange={setCost}
          error={wrong(cost)}
        />
        <PlaceField
          point={point}
          onPoint={setPoint}
          photoPlace={photos.list.find(photo => photo.uploaded?.place)?.uploaded?.place ?? null}
        />
        {isChecked && point === null ? <Notice tone="warn">{t('survey.place-missing')}</Notice> : null}
        <TextField
          label={t('survey.address')}
          isOptional
          maxLength={textLimits.address}
          value={address}
          onChange={setAddress}
        />
        <PerformingTrouble outcome={doing.outcome} />
        <div className="w-actions">
          <Button type="submit" look="primary" isWide isBusy={doing.isBusy}>
            {t('survey.send')}
          </Button>
        </div>
      </form>
    </Screen>
  )
}
