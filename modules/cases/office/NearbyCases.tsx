import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useAsk } from '#platform/ui/office/ask.ts'
import { Loading } from '#platform/ui/office/Blank.tsx'
import { Told } from '#platform/ui/office/Told.tsx'
import { useMoment } from '#platform/ui/ui/moment.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { nearbyCases } from '../common/contract-queries.ts'
import { casesMessages } from '../common/messages.ts'
import type { NearbyCase } from '../common/presented.ts'
import { CaseStatusBadge, photoAddress } from '../ui/index.ts'
import { caseOfficeMessages } from './messages.ts'
import type { ClassChoice } from './ClassPicker.tsx'
import type { ShownCase } from './shown-case.ts'

export function useNearby(shown: ShownCase, chosen: ClassChoice | null) {
  return useAsk<typeof nearbyCases>(
    'cases.nearby',
    {
      lon: shown.point?.lon ?? 0,
      lat: shown.point?.lat ?? 0,
      caseId: shown.caseId,
      ...(chosen ? { classKind: chosen.kind, classCode: chosen.code } : {}),
    },
    { enabled: shown.point !== null, keep: true },
  )
}

interface NearbyProps {
  readonly shown: ShownCase
  readonly chosen: ClassChoice | null
  readonly aside?: (nearby: NearbyCase) => ReactNode
}

/** What lies near by and may be the same matter, each with its reason, before anything is decided. */
export function NearbyCases({ shown, chosen, aside }: NearbyProps) {
  const t = useText(caseOfficeMessages, casesMessages)
  const asked = useNearby(shown, chosen)
  if (shown.point === null) return <p className="o-hint">{t('nearby.no-point')}</p>
  if (asked.isPending) return <Loading lines={2} />
  if (!asked.data) return <Told trouble={asked.error} />
  const { cases, radiusMetres, hours } = asked.data
  if (cases.length === 0) return <p className="o-hint">{t('nearby.none')}</p>
  const likely = cases.filter(one => one.reason !== 'around')
  const around = cases.filter(one => one.reason === 'around')
  const line = (one: NearbyCase) => (
    <NearbyLine
      key={one.caseId}
      one={one}
      reason={t(`cases.nearby.${one.reason}`, { metres: radiusMetres, hours })}
      aside={aside?.(one)}
    />
  )
  return (
    <>
      {likely.length > 0 ? (
        <ul className="co-near">{likely.map(line)}</ul>
      ) : (
        <p className="o-hint">{t('nearby.none')}</p>
      )}
      {around.length > 0 ? (
        <details>
          <summary>{t('nearby.around', { count: around.length })}</summary>
          <ul className="co-near">{around.map(line)}</ul>
        </details>
      ) : null}
    </>
  )
}

interface NearbyLineProps {
  readonly one: NearbyCase
  readonly reason: string
  readonly aside: ReactNode
}

function NearbyLine({ one, reason, aside }: NearbyLineProps) {
  const t = useText(caseOfficeMessages)
  const moment = useMoment()
  return (
    <li>
      {one.photo ? <img src={photoAddress(one.photo, 'small')} alt="" loading="lazy" /> : null}
      <div>
        <p>
          <Link to="/cases/$caseId" params={{ caseId: one.caseId }} target="_blank">
            {one.title}
          </Link>{' '}
          <CaseStatusBadge status={one.status} />
        </p>
        <p>
          <b>{t('nearby.why', { reason, metres: Math.round(one.distanceMetres) })}</b>
        </p>
        <p className="o-soft">
          {one.number} · {moment(one.reportedAt)}
        </p>
      </div>
      {aside}
    </li>
  )
}
