import {
  EmptyState,
  ErrorState,
  photoUrl,
  MorePages,
  Screen,
  Spinner,
  useClient,
  usePages,
  useText,
} from '#platform/ui/ui/index.ts'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import type { listResults } from '../common/contract-queries.ts'
import { campaignsMessages } from '../common/messages.ts'
import { useQuantities } from '../ui/words.ts'
import { portalCampaignMessages } from './messages.ts'

type Result = OutputOf<typeof listResults>['rows'][number]

const rowsAtOnce = 20

/** What campaigns have put right, for everybody: the kind of work, how much, in which community, before and after. */
export function ResultsPage() {
  const t = useText(portalCampaignMessages)
  const client = useClient()
  const asked = usePages('results', page =>
    client.query<typeof listResults>('campaigns.results', { limit: rowsAtOnce, ...page }),
  )
  const rows = asked.answer?.rows ?? []
  return (
    <Screen title={t('results.title')} back="/">
      <p>{t('results.about')}</p>
      {asked.state === 'loading' ? <Spinner /> : null}
      {asked.state === 'failed' ? <ErrorState trouble={asked.trouble} onAgain={() => void asked.reload()} /> : null}
      {asked.answer && rows.length === 0 ? (
        <EmptyState title={t('results.none')}>
          <p>{t('results.none-hint')}</p>
        </EmptyState>
      ) : null}
      <ul className="p-list">
        {rows.map(row => (
          <ResultCard key={row.resultId} row={row} />
        ))}
      </ul>
      <MorePages of={asked} />
    </Screen>
  )
}

function ResultCard({ row }: { readonly row: Result }) {
  const t = useText(portalCampaignMessages, campaignsMessages)
  const quantities = useQuantities()
  const what = t(`campaigns.work.${row.work}`)
  const photos = (['before', 'after'] as const).flatMap(role =>
    row.photos
      .filter(photo => photo.role === role)
      .map((photo, index) => ({ photo, text: t(`results.${role}`, { what, place: row.place, n: index + 1 }) })),
  )
  return (
    <li className="p-item">
      <b>
        {what} · {row.place}
      </b>
      <p>{[quantities(row.lines), t('results.done', { day: row.day })].filter(Boolean).join(' · ')}</p>
      {photos.length > 0 ? (
        <div className="p-photos">
          {photos.map(({ photo, text }) => (
            <a key={photo.fileId} href={photoUrl(photo, 'large')}>
              <img src={photoUrl(photo, 'small')} alt={text} loading="lazy" />
            </a>
          ))}
        </div>
      ) : null}
    </li>
  )
}
