import { type FormEvent, type ReactNode, useState } from 'react'
import {
  Button,
  Notice,
  type Photos,
  PhotoInput,
  Screen,
  TextArea,
  TextField,
  usePlace,
  useText,
} from '#platform/ui/ui/index.ts'
import { textLimits } from '../common/limits.ts'
import { type Contact, type Draft, fitsWords, hasWords } from './draft.ts'
import { portalCaseMessages } from './messages.ts'

const order = ['words', 'photos', 'place', 'contact', 'check'] as const
type StepName = (typeof order)[number]

const pathOf = (step: StepName) => (step === 'words' ? '/report' : `/report/${step}`)

interface StepScreenProps {
  readonly step: StepName
  readonly title: string
  readonly onNext: () => boolean
  readonly nextLabel: string
  readonly isBusy?: boolean
  readonly children: ReactNode
}

/** Frame of one step: where we are, the one thing, one big button on. */
export function StepScreen({ step, title, onNext, nextLabel, isBusy, children }: StepScreenProps) {
  const t = useText(portalCaseMessages)
  const { go } = usePlace()
  const at = order.indexOf(step)
  const before = order[at - 1]
  const after = order[at + 1]
  function submit(event: FormEvent) {
    event.preventDefault()
    if (onNext() && after) go(pathOf(after))
  }
  return (
    <Screen key={step} title={title} back={before ? pathOf(before) : '/'}>
      <p className="w-soft">{t('report.step', { n: at + 1, all: order.length })}</p>
      <form onSubmit={submit} noValidate>
        {children}
        <div className="w-actions">
          <Button type="submit" look="primary" isWide isBusy={isBusy ?? false}>
            {nextLabel}
          </Button>
        </div>
      </form>
    </Screen>
  )
}

interface WordsStepProps {
  readonly draft: Draft
  readonly change: (part: Partial<Draft>) => void
  readonly wasRestored: boolean
  readonly startOver: () => void
}

export function WordsStep({ draft, change, wasRestored, startOver }: WordsStepProps) {
  const t = useText(portalCaseMessages)
  const [isChecked, setChecked] = useState(false)
  const next = () => {
    setChecked(true)
    return hasWords(draft) && fitsWords(draft)
  }
  return (
    <StepScreen step="words" title={t('words.title')} onNext={next} nextLabel={t('report.next')}>
      {wasRestored ? (
        <Notice>
          <p>{t('report.restored')}</p>
          <Button onPress={startOver}>{t('report.start-over')}</Button>
        </Notice>
      ) : null}
      <TextArea
        label={t('words.label')}
        hint={t('words.hint')}
        value={draft.description}
        onChange={description => change({ description })}
        max={textLimits.description}
        rows={6}
        error={isChecked && !hasWords(draft) ? t('words.missing') : null}
      />
    </StepScreen>
  )
}

export function PhotosStep({ photos }: { readonly photos: Photos }) {
  const t = useText(portalCaseMessages)
  const hasFailed = photos.list.some(photo => photo.state === 'failed')
  const nextLabel = photos.list.length > 0 ? t('report.next') : t('report.skip')
  return (
    <StepScreen step="photos" title={t('photos.title')} onNext={() => true} nextLabel={nextLabel}>
      <PhotoInput label={t('photos.label')} hint={t('photos.hint')} photos={photos} />
      {hasFailed ? <Notice tone="warn">{t('photos.failed')}</Notice> : null}
    </StepScreen>
  )
}

interface ContactStepProps {
  readonly contact: Contact
  readonly onChange: (contact: Contact) => void
}

export function ContactStep({ contact, onChange }: ContactStepProps) {
  const t = useText(portalCaseMessages)
  const isEmpty = !contact.name && !contact.phone
  const nextLabel = isEmpty ? t('report.skip') : t('report.next')
  return (
    <StepScreen step="contact" title={t('contact.title')} onNext={() => true} nextLabel={nextLabel}>
      <p>{t('contact.why')}</p>
      <TextField
        label={t('contact.name')}
        hint={t('contact.name-hint')}
        isOptional
        autoComplete="name"
        maxLength={textLimits.reporterName}
        value={contact.name}
        onChange={name => onChange({ ...contact, name })}
      />
      <TextField
        label={t('contact.phone')}
        isOptional
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        maxLength={textLimits.reporterPhone}
        value={contact.phone}
        onChange={phone => onChange({ ...contact, phone })}
      />
    </StepScreen>
  )
}
