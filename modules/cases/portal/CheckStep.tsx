import type { ReactNode } from 'react'
import { Link, Notice, type Photos, Trouble, useClient, usePlace, useSending, useText } from '#platform/ui/ui/index.ts'
import type { reportCase } from '../common/contract.ts'
import { addressOf, type Contact, type Draft, reportInput } from './draft.ts'
import { portalCaseMessages } from './messages.ts'
import { FoundPlace } from './PlaceStep.tsx'
import { keepReceipt } from './receipts.ts'
import { StepScreen } from './steps.tsx'

interface CheckStepProps {
  readonly draft: Draft
  readonly contact: Contact
  readonly photos: Photos
  readonly onSent: () => void
}

/** Everything once more before it goes. Pressing twice sends one report: the ids are the draft's own. */
export function CheckStep({ draft, contact, photos, onSent }: CheckStepProps) {
  const t = useText(portalCaseMessages)
  const client = useClient()
  const { replace } = usePlace()
  const { isSending, trouble, send } = useSending()
  const address = addressOf(draft, {
    both: (street, landmark) => t('place.joined', { street, landmark }),
    landmark: landmark => t('place.landmark-only', { landmark }),
  })

  async function submit() {
    const input = reportInput(draft, contact, address, new Date().toISOString())
    const { requestId } = draft
    const done = await send(() => client.command<typeof reportCase>('cases.report', input, { requestId }))
    if (!done) return
    const { number, followCode, noGrid } = done
    keepReceipt({ number, followCode, noGrid, title: firstWords(draft.description) })
    onSent()
    replace(`/done/${encodeURIComponent(number)}`)
  }

  return (
    <StepScreen
      step="check"
      title={t('check.title')}
      nextLabel={t('check.send')}
      isBusy={isSending}
      onNext={() => {
        if (!photos.isSending) void submit()
        return false
      }}
    >
      <dl className="p-check">
        <Row what={t('check.what')} to="/report">
          <p className="p-words">{draft.description}</p>
        </Row>
        <Row what={t('check.photos')} to="/report/photos">
          <p>{draft.photos.length > 0 ? t('check.photo-count', { n: draft.photos.length }) : t('check.no-photos')}</p>
        </Row>
        <Row what={t('check.where')} to="/report/place">
          <FoundPlace draft={draft} />
          <p>{address}</p>
        </Row>
        <Row what={t('check.who')} to="/report/contact">
          <p>{[contact.name, contact.phone].filter(Boolean).join(' · ') || t('check.nobody')}</p>
        </Row>
      </dl>
      {photos.isSending ? <Notice tone="warn">{t('check.waiting')}</Notice> : null}
      <Trouble trouble={trouble} />
    </StepScreen>
  )
}

function Row({ what, to, children }: { readonly what: string; readonly to: string; readonly children: ReactNode }) {
  const t = useText(portalCaseMessages)
  return (
    <div className="p-row">
      <dt>{what}</dt>
      <dd>
        {children}
        <Link to={to} className="p-change">
          {t('check.change')}
          <span className="w-hidden">{t('check.change-what', { what })}</span>
        </Link>
      </dd>
    </div>
  )
}

const charactersOfTitle = 20

/** By what somebody knows their report again on a list. */
function firstWords(description: string): string {
  const characters = [...description.trim()]
  return characters.length > charactersOfTitle
    ? `${characters.slice(0, charactersOfTitle).join('')}…`
    : characters.join('')
}
