import { useEffect, useState } from 'react'
import type { locate } from '#modules/grid/common/index.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import {
  Button,
  Notice,
  type Position,
  sentenceOf,
  TextField,
  useClient,
  usePosition,
  useText,
} from '#platform/ui/ui/index.ts'
import { textLimits } from '../common/limits.ts'
import { type Draft, hasPlace } from './draft.ts'
import { portalCaseMessages } from './messages.ts'
import { StepScreen } from './steps.tsx'

interface PlaceStepProps {
  readonly draft: Draft
  readonly change: (part: Partial<Draft>) => void
}

/** By the phone, by street and number, or by what stands beside it. One is enough. */
export function PlaceStep({ draft, change }: PlaceStepProps) {
  const t = useText(portalCaseMessages)
  const { position, ask, forget } = usePosition()
  const [isChecked, setChecked] = useState(false)
  const trouble = useFoundPlace(position, change)
  const next = () => {
    setChecked(true)
    return hasPlace(draft)
  }
  // Two fields and the words between them share the one address line.
  const half = Math.floor(textLimits.address / 2) - 10
  return (
    <StepScreen step="place" title={t('place.title')} onNext={next} nextLabel={t('report.next')}>
      {draft.point ? (
        <Notice tone="good">
          <FoundPlace draft={draft} />
          <Button
            onPress={() => {
              forget()
              change({ point: null, gridNames: null })
            }}
          >
            {t('place.remove')}
          </Button>
        </Notice>
      ) : (
        <div className="w-field">
          <Button isWide isBusy={position.state === 'asking'} onPress={ask} describedBy="place-hint">
            {position.state === 'asking' ? t('place.asking') : t('place.phone')}
          </Button>
          <p className="w-hint" id="place-hint">
            {t('place.phone-hint')}
          </p>
        </div>
      )}
      {position.state === 'denied' ? <Notice tone="warn">{t('place.denied')}</Notice> : null}
      {position.state === 'failed' ? <Notice tone="warn">{t('place.failed')}</Notice> : null}
      {trouble ? <Notice tone="warn">{trouble}</Notice> : null}
      <TextField
        label={t('place.street')}
        hint={t('place.street-hint')}
        maxLength={half}
        value={draft.street}
        onChange={street => change({ street })}
      />
      <TextField
        label={t('place.landmark')}
        hint={t('place.landmark-hint')}
        maxLength={half}
        value={draft.landmark}
        onChange={landmark => change({ landmark })}
        error={isChecked && !hasPlace(draft) ? t('place.missing') : null}
      />
    </StepScreen>
  )
}

/** Puts a found position into the draft and asks which grid it lies in. Not knowing the grid stops nobody. */
function useFoundPlace(position: Position, change: PlaceStepProps['change']): string | null {
  const client = useClient()
  const [trouble, setTrouble] = useState<string | null>(null)
  useEffect(() => {
    if (position.state !== 'found') return
    const { lon, lat, accuracyMetres } = position
    let isCurrent = true
    client
      .query<typeof locate>('grid.locate', { lon, lat })
      .then(found => {
        if (!isCurrent) return
        setTrouble(isRefusal(found) ? sentenceOf(found) : null)
        if (isRefusal(found)) change({ point: null, gridNames: null })
        else change({ point: { lon, lat, accuracyMetres }, gridNames: found.names })
      })
      .catch(() => {
        if (isCurrent) change({ point: { lon, lat, accuracyMetres }, gridNames: null })
      })
    return () => {
      isCurrent = false
    }
    // The draft's setter is new on each drawing; a position is answered once.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [client, position])
  return trouble
}

export function FoundPlace({ draft }: { readonly draft: Draft }) {
  const t = useText(portalCaseMessages)
  if (!draft.point) return null
  const names = draft.gridNames
  return (
    <>
      <p>{names && names.length > 0 ? t('place.found', { names: names.join(' › ') }) : t('place.found-only')}</p>
      <p>{t('place.accuracy', { metres: draft.point.accuracyMetres })}</p>
      {names?.length === 0 ? <p>{t('place.no-grid')}</p> : null}
    </>
  )
}
