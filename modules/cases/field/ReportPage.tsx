import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { newId } from '#platform/kernel/ui/new-id.ts'
import {
  type Begun,
  DoneScreen,
  offlineMessages,
  type Performed,
  PerformingTrouble,
  useOutbox,
  useOwnPhotos,
  usePhone,
  WithDraft,
  OwnPhotoInput,
} from '#platform/offline/field/index.ts'
import {
  Button,
  Link,
  Notice,
  RadioGroup,
  Screen,
  TextArea,
  TextField,
  useLocale,
  useText,
} from '#platform/ui/ui/index.ts'
import type { reportCase } from '../common/contract.ts'
import { photosPerStep, textLimits } from '../common/limits.ts'
import type { FoundPoint } from './found-point.ts'
import { fieldCaseMessages } from './messages.ts'
import { PlaceField } from './PlaceField.tsx'
import { Guesses } from './Guesses.tsx'
import { stampLines } from './stamp-lines.ts'
import { VoiceButton } from './VoiceButton.tsx'

const form = 'report'

interface Yard {
  readonly name: string
  readonly lon: number
  readonly lat: number
}

interface ReportPageProps {
  readonly source: 'worker' | 'building-head'
  /** Where a building head reports from; their own yards. With them, only photo and words are asked. */
  readonly yards: readonly Yard[]
  readonly personName: string
  readonly gridName: string | null
}

/** Photo, place by itself, a tap or a sentence, send. What is written is on the phone before it is anywhere else. */
export function ReportPage(own: ReportPageProps) {
  const [turn, setTurn] = useState(0)
  const [done, setDone] = useState<ReportDoneProps['done'] | null>(null)
  const again = () => {
    setDone(null)
    setTurn(turn + 1)
  }
  if (done) return <ReportDone done={done} onAgain={again} />
  return (
    <WithDraft key={turn} form={form}>
      {begun => <ReportForm begun={begun} own={own} onDone={setDone} onDiscarded={again} />}
    </WithDraft>
  )
}

/** What is kept of a report that was begun. Its ids make every repeat the same report. */
interface ReportDraft {
  readonly caseId: string
  readonly requestId: string
  readonly madeAt: string
  readonly description: string
  readonly address: string
  readonly title: string
  readonly point: FoundPoint | null
}

const inYard = ({ lon, lat }: Yard): FoundPoint => ({ lon, lat, by: 'map' })

function newDraft([yard]: readonly Yard[]): ReportDraft {
  const ids = { caseId: newId(), requestId: newId(), madeAt: new Date().toISOString() }
  const where = { address: yard?.name ?? '', point: yard ? inYard(yard) : null }
  return { ...ids, description: '', title: '', ...where }
}

interface ReportFormProps {
  /** Begun before, and kept. */
  readonly begun: Begun | null
  readonly own: ReportPageProps
  readonly onDone: (done: ReportDoneProps['done']) => void
  readonly onDiscarded: () => void
}

const restMilliseconds = 3_000
const rest = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds))

function ReportForm({ begun, own, onDone, onDiscarded }: ReportFormProps) {
  const t = useText(fieldCaseMessages, offlineMessages)
  const { locale } = useLocale()
  const phone = usePhone()
  // The kept draft is read once; later changes of the store are this form's own.
  const [first] = useState(() => (begun?.value as ReportDraft | undefined) ?? newDraft(own.yards))
  const [description, setDescription] = useState(first.description)
  const [address, setAddress] = useState(first.address)
  const [title, setTitle] = useState(first.title)
  const [point, setPoint] = useState<FoundPoint | null>(first.point)
  const [isChecked, setChecked] = useState(false)
  const [isSending, setSending] = useState(false)
  const [outcome, setOutcome] = useState<Performed | null>(null)
  const draft: ReportDraft = { ...first, description, address, title, point }
  const newest = useRef(draft)
  useEffect(() => {
    newest.current = draft
  })
  async function stamp() {
    // The place comes a moment after the page; a photo that is quicker waits for it a little.
    for (let waited = 0; waited < restMilliseconds && newest.current.point === null; waited += 100) await rest(100)
    return stampLines({ at: new Date(), point: newest.current.point, ...own })
  }
  const photos = useOwnPhotos(photosPerStep, { begun: begun?.photos ?? [], stamp })
  const { list } = photos
  const isSent = useRef(false)
  const isTouched = description !== '' || address !== first.address || list.length > 0 || title !== ''

  const mark = JSON.stringify([description, address, title, point, list.map(({ key, state }) => [key, state])])
  const kept = photos.kept
  useEffect(() => {
    if (!isTouched || isSent.current) return
    const timer = setTimeout(() => {
      if (!isSent.current) void phone.drafts.put(form, newest.current, kept())
    }, 100)
    return () => clearTimeout(timer)
    // `mark` stands for everything that is kept; the rest is new on each drawing.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isTouched, mark])

  const isHome = own.yards.length > 0
  const hasPlace = point !== null || address.trim() !== ''
  // What was chosen by a tap says what it is; a sentence is welcome and not asked for.
  const said = description.trim() || title
  async function submit(event: FormEvent) {
    event.preventDefault()
    setChecked(true)
    if (isSending || !said || description.length > textLimits.description || !hasPlace) return
    setSending(true)
    isSent.current = true
    const mine = await photos.settled()
    const { caseId, requestId, madeAt } = first
    const words = address.trim()
    const input = {
      ...{ caseId, source: own.source, description: said, photos: mine.map(({ id }) => id), madeAt },
      ...(title ? { title } : {}),
      ...(point ? { place: placeOf(point) } : {}),
      ...(words ? { address: words } : {}),
    }
    const next = await phone.perform({ command: 'cases.report', input, title: said, photos: mine, requestId })
    setSending(false)
    if (next.kind === 'sent' || next.kind === 'kept') {
      await phone.drafts.forget(form)
      return onDone({ ...next, requestId })
    }
    isSent.current = false
    setOutcome(next)
  }

  return (
    <Screen title={t('report.title')}>
      <form onSubmit={event => void submit(event)} noValidate>
        <OwnPhotoInput label={t('report.photos')} hint={t('report.photos-hint')} photos={photos} isCameraFirst />
        {photos.isFull ? <Notice tone="warn">{t('photos.full')}</Notice> : null}
        {isHome ? (
          <RadioGroup
            label={t('report.yard')}
            choices={own.yards.map(({ name }) => ({ value: name, label: name }))}
            value={address}
            onChange={name => {
              const yard = own.yards.find(one => one.name === name)
              setAddress(name)
              if (yard) setPoint(inYard(yard))
            }}
          />
        ) : (
          <>
            <Guesses text={description} chosen={title} locale={locale} onChoose={setTitle} />
            <PlaceField point={point} onPoint={setPoint} photoPlace={null} />
          </>
        )}
        <TextArea
          label={t('report.words')}
          hint={t('report.words-hint')}
          rows={3}
          value={description}
          onChange={setDescription}
          max={textLimits.description}
          error={isChecked && !said ? t('report.words-missing') : null}
        />
        <VoiceButton onWords={words => setDescription(before => [before.trim(), words].filter(Boolean).join('，'))} />
        {isHome ? null : (
          <TextField
            label={t('report.address')}
            hint={t('report.address-hint')}
            isOptional
            maxLength={textLimits.address}
            value={address}
            onChange={setAddress}
            error={isChecked && !hasPlace ? t('report.place-missing') : null}
          />
        )}
        <PerformingTrouble outcome={outcome} />
        <div className="w-actions f-thumb">
          <Button type="submit" look="primary" isWide isBusy={isSending}>
            {t('report.send')}
          </Button>
        </div>
        <div>
          {isTouched ? (
            <Button
              look="quiet"
              isWide
              onPress={() => {
                isSent.current = true
                void phone.drafts
                  .put(form, newest.current, photos.kept())
                  .then(() => phone.drafts.forget(form, true))
                  .then(onDiscarded)
              }}
            >
              {t('report.discard')}
            </Button>
          ) : isHome ? null : (
            <Link to="/on-spot" className="w-button">
              {t('spot.open')}
            </Link>
          )}
        </div>
      </form>
    </Screen>
  )
}

export function placeOf({ lon, lat, accuracyMetres }: FoundPoint) {
  return { lon, lat, ...(accuracyMetres === undefined ? {} : { accuracyMetres }) }
}

interface ReportDoneProps {
  readonly done: Extract<Performed, { kind: 'sent' | 'kept' }> & { readonly requestId: string }
  readonly onAgain: () => void
}

/** With a weak signal the number comes while one still looks at the page. */
function ReportDone({ done, onAgain }: ReportDoneProps) {
  const t = useText(fieldCaseMessages, offlineMessages)
  const sentLater = useOutbox().items.find(({ id, state }) => id === done.requestId && state === 'done')
  const answer = done.kind === 'sent' ? done.answer : sentLater?.answer
  const reported = answer && !isRefusal(answer) ? (answer as OutputOf<typeof reportCase>) : null
  return (
    <DoneScreen
      title={t(reported ? 'report.done' : 'report.kept')}
      answer={
        reported && (
          <>
            <p>
              <strong>{t('report.done-number', { number: reported.number })}</strong>
            </p>
            <p>{reported.noGrid ? t('report.no-grid') : reported.gridNames.join(' › ')}</p>
            <p>{t('report.done-next')}</p>
          </>
        )
      }
      again={t('report.one-more')}
      onAgain={onAgain}
      follow={
        reported
          ? { to: `/case/${reported.caseId}`, label: t('report.open') }
          : { to: '/waiting', label: t('outbox.title') }
      }
    />
  )
}
