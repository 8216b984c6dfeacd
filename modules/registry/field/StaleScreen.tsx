import { useState } from 'react'
import { usePhone } from '#platform/offline/field/index.ts'
import {
  Button,
  EmptyState,
  Link,
  Notice,
  Screen,
  Unanswered,
  useAnswer,
  useClient,
  useText,
} from '#platform/ui/ui/index.ts'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import type { listStale } from '../common/contract/upkeep.ts'
import { useToday, useWords } from '../ui/words.ts'
import { fieldRegistryMessages } from './messages.ts'

/** A morning's round; what is left is there again when these are done. */
const mostAtOnce = 30

/** What in one's grids was last asked long ago. A help for whoever is there anyway: nothing is due, and nobody counts. */
export function StaleScreen() {
  const t = useText(fieldRegistryMessages)
  const client = useClient()
  const asked = useAnswer('stale', () => client.query<typeof listStale>('registry.stale', { limit: mostAtOnce }))
  const { answer } = asked
  return (
    <Screen title={t('stale.title')} back="/visits">
      <p className="w-hint">{t('stale.about')}</p>
      <Unanswered asked={asked} />
      {answer?.rows.length === 0 ? <EmptyState title={t('stale.none')} /> : null}
      <div className="f-list">
        {answer?.rows.map(row => (
          <Stale key={row.thingId} row={row} />
        ))}
      </div>
      {answer && answer.next !== null ? (
        <p className="w-hint">{t('stale.more', { count: answer.rows.length })}</p>
      ) : null}
    </Screen>
  )
}

type Row = OutputOf<typeof listStale>['rows'][number]

function Stale({ row }: { readonly row: Row }) {
  const t = useText(fieldRegistryMessages)
  const words = useWords()
  const today = useToday()
  const phone = usePhone()
  const [isSaid, setSaid] = useState(false)
  async function stillSo() {
    const input = { thingId: row.thingId, fields: row.staleFields, trueOn: today }
    const done = await phone.perform({ command: 'registry.confirm', input, title: row.title })
    setSaid(done.kind === 'sent' || done.kind === 'kept')
  }
  const fields = row.staleFields.map(key => {
    const value = row.fields[key]
    const label = words.field(row.kind, key)
    return value === undefined ? label : `${label}：${words.value(row.kind, key, value)}`
  })
  return (
    <section className="w-card" aria-label={row.title}>
      <h2>{row.title}</h2>
      <p className="w-soft">{[words.kind(row.kind), row.gridNames.at(-1)].join(' · ')}</p>
      <p>{fields.join('；')}</p>
      {row.staleOn ? <p className="w-hint">{t('stale.since', { day: row.staleOn })}</p> : null}
      {isSaid ? (
        <Notice tone="good">{t('household.still-done')}</Notice>
      ) : (
        <div className="w-actions">
          {row.kind === 'person' || row.kind === 'household' ? (
            <Link to={`/household/${row.thingId}`} className="w-button">
              {t('household.open', { name: row.title })}
            </Link>
          ) : null}
          <Button onPress={() => void stillSo()}>{t('household.still-so', { name: row.title })}</Button>
        </div>
      )}
    </section>
  )
}
