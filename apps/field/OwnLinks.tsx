import { fieldDiaryMessages } from '#modules/diary/field/index.ts'
import { fieldCampaignMessages } from '#modules/campaigns/field/index.ts'
import { fieldCleaningMessages } from '#modules/cleaning/field/index.ts'
import { fieldHelpMessages } from '#modules/help/field/index.ts'
import { fieldMediationMessages } from '#modules/mediation/field/index.ts'
import { institutionsFieldMessages } from '#modules/institutions/field/index.ts'
import { fieldPatrolMessages } from '#modules/patrol/field/index.ts'
import { fieldVisitsMessages } from '#modules/visits/field/index.ts'
import { Link, useText } from '#platform/ui/ui/index.ts'
import { fieldMessages } from './messages.ts'
import { useNotices } from './use-notices.ts'

interface OwnLinksProps {
  readonly keepsDiary: boolean
  readonly walks: boolean
  readonly visits: boolean
  readonly hasPoints: boolean
  readonly mediates: boolean
  readonly checksCleaning: boolean
  readonly callsForHelp: boolean
  readonly readsInstitutions: boolean
}

/** From "me" to what I reported, keep and was told. */
export function OwnLinks({
  keepsDiary,
  walks,
  visits,
  hasPoints,
  mediates,
  checksCleaning,
  callsForHelp,
  readsInstitutions,
}: OwnLinksProps) {
  const t = useText(fieldMessages, fieldDiaryMessages)
  const words = useText(fieldPatrolMessages)
  const visitWords = useText(fieldVisitsMessages)
  const mediationWords = useText(fieldMediationMessages)
  const cleaningWords = useText(fieldCleaningMessages)
  const helpWords = useText(fieldHelpMessages)
  const library = useText(institutionsFieldMessages)
  const campaignWords = useText(fieldCampaignMessages)
  const unread = useNotices().answer?.unread ?? 0
  return (
    <nav className="w-actions" aria-label={t('own.label')}>
      {callsForHelp ? (
        <Link to="/help" className="w-button">
          {helpWords('help.title')}
        </Link>
      ) : null}
      <Link to="/own" className="w-button">
        {t('own.reports')}
      </Link>
      {keepsDiary ? (
        <Link to="/diary" className="w-button">
          {t('mine.title')}
        </Link>
      ) : null}
      {walks ? (
        <Link to="/patrol" className="w-button">
          {words('rounds.title')}
        </Link>
      ) : null}
      {visits ? (
        <Link to="/visits" className="w-button">
          {visitWords('visits.title')}
        </Link>
      ) : null}
      {mediates ? (
        <Link to="/mediation" className="w-button">
          {mediationWords('list.title')}
        </Link>
      ) : null}
      {checksCleaning ? (
        <Link to="/cleaning/check" className="w-button">
          {cleaningWords('home.check')}
        </Link>
      ) : null}
      {hasPoints ? (
        <Link to="/campaigns" className="w-button">
          {campaignWords('mine.title')}
        </Link>
      ) : null}
      {readsInstitutions ? (
        <Link to="/institutions" className="w-button">
          {library('library.title')}
        </Link>
      ) : null}
      <Link to="/notices" className="w-button">
        {unread > 0 ? t('notices.unread', { n: unread }) : t('notices.title')}
      </Link>
    </nav>
  )
}
