import { type FormEvent, useEffect, useRef, useState } from 'react'
import { newId } from '#platform/kernel/ui/new-id.ts'
import {
  Button,
  Link,
  Notice,
  PhotoInput,
  Screen,
  Spinner,
  TextArea,
  TextField,
  Trouble,
  usePhotos,
  useText,
} from '#platform/ui/ui/index.ts'
import { photosPerStep, textLimits } from '../common/limits.ts'
import { type Outcome, useKeeping } from './keeping.tsx'
import type { KeptPhoto, KeptPoint, KeptReport } from './kept-reports.ts'
import { fieldCaseMessages } from './messages.ts'
import { PlaceField } from './PlaceField.tsx'

interface ReportPageProps {
  readonly personId: string
  readonly source: 'worker' | 'building-head'
}

/** Photo, place by itself, a sentence, send. What is written is on the phone before it is anywhere else. */
export function ReportPage({ personId, source }: ReportPageProps) {
  const t = useText(fieldCaseMessages)
  const { isReady, reports } = useKeeping()
  const [turn, setTurn] = useState(0)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  if (!isReady) {
    return (
      <Screen title={t('report.title')}>
        <Spinner />
      </Screen>
    )
  }
  const again = () => {
    setOutcome(null)
    setTurn(turn + 1)
  }
  if (outcome && (outcome.kind === 'sent' || outcome.kind === 'kept')) {
    return <ReportDone outcome={outcome} onAgain={again} />
  }
  const unfinished = reports.find(report => report.state === 'writing')
  return (
    <ReportForm
      key={turn}
      unfinished={unfinished}
      own={{ personId, source }}
      onOutcome={setOutcome}
      onDiscarded={again}
    />
  )
}

function newReport(own: ReportPageProps): KeptReport {
  const ids = { id: newId(), requestId: newId(), madeAt: new Date().toISOString(), ...own }
  return { ...ids, state: 'writing', description: '', address: '', point: null, photos: [], reason: null }
}

interface ReportFormProps {
  /** Begun before, and kept. */
  readonly unfinished: KeptReport | undefined
  readonly own: ReportPageProps
  readonly onOutcome: (outcome: Outcome) => void
  readonly onDiscarded: () => void
}

function ReportForm({ unfinished, own, onOutcome, onDiscarded }: ReportFormProps) {
  const t = useText(fieldCaseMessages)
  const { keep, forget, send } = useKeeping()
  // The kept draft is read once; later changes of the store are this form's own.
  const [first] = useState(() => unfinished ?? newReport(own))
  const [description, setDescription] = useState(first.description)
  const [address, setAddress] = useState(first.address)
  const [point, setPoint] = useState<KeptPoint | null>(first.point)
  const [isChecked, setChecked] = useState(false)
  const [isSending, setSending] = useState(false)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const photos = usePhotos(photosPerStep, { sentBefore: sentOf(first.photos) })
  const { add, list } = photos
  const isSent = useRef(false)
  useEffect(() => {
    const unsent = first.photos.flatMap(({ blob, fileId }) => (blob && !fileId ? [blob] : []))
    if (unsent.length > 0) add(unsent)
  }, [add, first])

  const report: KeptReport = { ...first, description, address, point, photos: list.map(keptPhoto) }
  const isTouched = description !== '' || address !== '' || list.length > 0
  const newest = useRef(report)
  useEffect(() => {
    newest.current = report
  })
  const mark = `${description}|${address}|${point?.lon}|${point?.lat}|${list.map(p => `${p.key}${p.state}`).join()}`
  useEffect(() => {
    if (!isTouched || isSent.current) return
    const timer = setTimeout(() => void keep({ ...newest.current, state: 'writing' }), 400)
    return () => clearTimeout(timer)
    // `mark` stands for everything that is kept; the functions are new on each change of the store.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isTouched, mark])

  const hasPlace = point !== null || address.trim() !== ''
  async function submit(event: FormEvent) {
    event.preventDefault()
    setChecked(true)
    if (isSending || !description.trim() || description.length > textLimits.description || !hasPlace) return
    setSending(true)
    isSent.current = true
    const settled = await photos.settle()
    const next = await send({ ...newest.current, photos: settled.map(keptPhoto) })
    setSending(false)
    if (next.kind === 'sent' || next.kind === 'kept') return onOutcome(next)
    // Here again for changes, and no longer among those that wait.
    isSent.current = false
    await keep({ ...newest.current, state: 'writing' })
    setOutcome(next)
  }

  return (
    <Screen title={t('report.title')}>
      <form onSubmit={event => void submit(event)} noValidate>
        <PhotoInput label={t('report.photos')} hint={t('report.photos-hint')} photos={photos} isCameraFirst />
        <PlaceField
          point={point}
          onPoint={setPoint}
          photoPlace={list.find(photo => photo.uploaded?.place)?.uploaded?.place ?? null}
        />
        <TextArea
          label={t('report.words')}
          hint={t('report.words-hint')}
          rows={3}
          value={description}
          onChange={setDescription}
          max={textLimits.description}
          error={isChecked && !description.trim() ? t('report.words-missing') : null}
        />
        <TextField
          label={t('report.address')}
          hint={t('report.address-hint')}
          isOptional
          maxLength={textLimits.address}
          value={address}
          onChange={setAddress}
          error={isChecked && !hasPlace ? t('report.place-missing') : null}
        />
        {outcome?.kind === 'refused' ? <Trouble trouble={outcome.refusal} /> : null}
        {outcome?.kind === 'unsafe' ? <Notice tone="bad">{t('report.cannot-keep')}</Notice> : null}
        <div className="w-actions">
          <Button type="submit" look="primary" isWide isBusy={isSending}>
            {t('report.send')}
          </Button>
        </div>
        <div>
          {isTouched ? null : (
            <Link to="/on-spot" className="w-button">
              {t('spot.open')}
            </Link>
          )}
          {isTouched ? (
            <Button
              look="quiet"
              isWide
              onPress={() => {
                isSent.current = true
                void forget(first.id).then(onDiscarded)
              }}
            >
              {t('report.discard')}
            </Button>
          ) : null}
        </div>
      </form>
    </Screen>
  )
}

function sentOf(photos: readonly KeptPhoto[]) {
  return photos.flatMap(({ fileId }) =>
    fileId ? [{ fileId, contentType: 'image/jpeg', width: null, height: null, takenAt: null, place: null }] : [],
  )
}

function keptPhoto({ blob, uploaded }: { blob: Blob | null; uploaded: { fileId: string } | null }): KeptPhoto {
  return { blob, fileId: uploaded?.fileId ?? null }
}

interface ReportDoneProps {
  readonly outcome: Extract<Outcome, { kind: 'sent' | 'kept' }>
  readonly onAgain: () => void
}

function ReportDone({ outcome, onAgain }: ReportDoneProps) {
  const t = useText(fieldCaseMessages)
  const isSent = outcome.kind === 'sent'
  return (
    <Screen title={isSent ? t('report.done') : t('report.kept')}>
      {isSent ? (
        <Notice tone="good">
          <p>
            <strong>{t('report.done-number', { number: outcome.reported.number })}</strong>
          </p>
          <p>{outcome.reported.noGrid ? t('report.no-grid') : outcome.reported.gridNames.join(' › ')}</p>
          <p>{t('report.done-next')}</p>
        </Notice>
      ) : (
        <>
          <Trouble trouble={outcome.trouble} />
          <Notice tone="warn">{t('report.kept-hint')}</Notice>
        </>
      )}
      <div className="w-actions">
        <Button look="primary" isWide onPress={onAgain}>
          {t('report.one-more')}
        </Button>
        {isSent ? (
          <Link to={`/case/${outcome.reported.caseId}`} className="w-button">
            {t('report.open')}
          </Link>
        ) : (
          <Link to="/waiting" className="w-button">
            {t('waiting.title')}
          </Link>
        )}
      </div>
    </Screen>
  )
}
