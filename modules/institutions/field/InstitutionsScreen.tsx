import { useEffect, useState } from 'react'
import {
  EmptyState,
  Link,
  MorePages,
  Screen,
  TextField,
  Unanswered,
  useClient,
  usePages,
  useText,
} from '#platform/ui/ui/index.ts'
import type { Listed, listInstitutions } from '../common/contract.ts'
import { institutionsMessages } from '../common/messages.ts'
import { inForce } from './offline.ts'
import { institutionsFieldMessages } from './messages.ts'

/** What I have to read first, then what is in force, found by any word in it. */
export function InstitutionsScreen() {
  const t = useText(institutionsFieldMessages, institutionsMessages)
  const client = useClient()
  const [typed, setTyped] = useState('')
  const text = typed.trim()
  const asked = usePages(`institutions ${text}`, page =>
    client.query<typeof listInstitutions>('institutions.list', {
      ...inForce,
      ...(text ? { text } : {}),
      ...page,
    }),
  )
  const rows = asked.answer?.rows ?? []
  const waiting = rows.filter(row => row.mustRead && !row.hasRead)
  const others = rows.filter(row => !waiting.includes(row))
  // What one has to read stands on top, on whichever page it is; of a list without a network there is one.
  const { next = null, toRead = 0 } = asked.answer ?? {}
  const isMissing = next !== null && text === '' && waiting.length < toRead
  const { isAsking, more, state } = asked
  useEffect(() => {
    if (isMissing && !isAsking && state === 'ready') more()
  })
  return (
    <Screen title={t('library.title')} back="/mine">
      <TextField type="search" label={t('library.search')} value={typed} onChange={setTyped} />
      <Unanswered asked={asked} />
      {asked.answer ? (
        <>
          {text === '' ? <h2 className="w-subtitle">{t('library.to-read')}</h2> : null}
          {text === '' && waiting.length === 0 ? <p className="w-soft">{t('library.all-read')}</p> : null}
          <Rows rows={waiting} isSearched={text !== ''} />
          <h2 className="w-subtitle">{t('library.others')}</h2>
          {rows.length === 0 ? <EmptyState title={t('library.empty')} /> : null}
          <Rows rows={others} isSearched={text !== ''} />
          <MorePages of={asked} />
        </>
      ) : null}
    </Screen>
  )
}

function Rows({ rows, isSearched }: { readonly rows: readonly Listed[]; readonly isSearched: boolean }) {
  const t = useText(institutionsFieldMessages, institutionsMessages)
  return (
    <ul className="f-list">
      {rows.map(row => (
        <li key={row.documentId} className="w-card">
          <Link to={`/institutions/${row.documentId}`} className="f-open">
            {row.title}
          </Link>
          <p className="w-soft">
            {t(`kind.${row.kind}`)} · {row.number}
            {row.mustRead ? ` · ${t(row.hasRead ? 'read.done' : 'read.must')}` : ''}
          </p>
          {isSearched ? (
            <p className="w-soft">
              {row.foundIn === null ? null : t('list.found-in', { name: row.foundIn })}
              {row.snippet}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
