import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { useAsk, useDo, useRenew } from '#platform/ui/office/ask.ts'
import { Answered } from '#platform/ui/office/Blank.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { PrintButton } from '#platform/ui/office/PrintButton.tsx'
import { useSay } from '#platform/ui/office/Say.tsx'
import { Told } from '#platform/ui/office/Told.tsx'
import { useUrlState } from '#platform/ui/office/url-state.ts'
import { useMoment } from '#platform/ui/ui/moment.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import { changesBetween } from '../common/body.ts'
import type { acknowledge, listReaders, showInstitution } from '../common/contract.ts'
import { institutionsMessages } from '../common/messages.ts'
import { Attached } from '../ui/Attached.tsx'
import { BodyText } from '../ui/BodyText.tsx'
import { InstitutionForm } from './InstitutionForm.tsx'
import { institutionsOfficeMessages } from './messages.ts'
import { RepealForm } from './RepealForm.tsx'
import './institutions.css'

type Shown = OutputOf<typeof showInstitution>

const askAgainMilliseconds = 3000

/** One institution: read it, say so, see what it was before; those who keep it reword and repeal it here. */
export function Page() {
  const t = useText(institutionsOfficeMessages, institutionsMessages)
  const { documentId = '' } = useParams({ strict: false })
  const [url] = useUrlState()
  const version = Number(url.version)
  const asked = useAsk<typeof showInstitution>(
    'institutions.show',
    { documentId, ...(version > 0 ? { version } : {}) },
    { keep: true },
  )
  const shown = asked.data
  const renew = useRenew()
  const isReading = shown?.attachments.some(({ text }) => text === 'waiting') ?? false
  useEffect(() => {
    if (!isReading) return
    const timer = setInterval(() => renew(['institutions.show']), askAgainMilliseconds)
    return () => clearInterval(timer)
  })
  return (
    <OfficePage
      title={shown?.title ?? t('place.institutions')}
      actions={
        shown ? <PrintButton endpoint="institutions.print" input={{ documentId }} label={t('page.print')} /> : null
      }
    >
      <Answered asked={asked}>{one => <Institution one={one} key={`${one.documentId} ${one.shown}`} />}</Answered>
    </OfficePage>
  )
}

function Institution({ one }: { readonly one: Shown }) {
  const t = useText(institutionsOfficeMessages, institutionsMessages)
  const [, setUrl] = useUrlState()
  const [doing, setDoing] = useState<'reword' | 'repeal' | null>(null)
  const close = () => setDoing(null)
  if (doing === 'reword') {
    const done = () => {
      close()
      setUrl({ version: undefined })
    }
    return <InstitutionForm known={one} onCancel={close} onDone={done} />
  }
  return (
    <div className="o-stack">
      {one.shown === one.version ? null : (
        <p className="o-urgent">
          {t('page.old', { shown: one.shown, version: one.version })}{' '}
          <Button size="small" onClick={() => setUrl({ version: undefined })}>
            {t('page.now')}
          </Button>
        </p>
      )}
      {one.repealed ? (
        <p className="o-urgent">
          {t('page.repealed', { from: one.repealed.from, reason: one.repealed.reason })}{' '}
          {one.repealed.replacedBy ? (
            <>
              {t('page.replaced')}
              <Link to="/institutions/$documentId" params={{ documentId: one.repealed.replacedBy.documentId }}>
                {one.repealed.replacedBy.title}
              </Link>
            </>
          ) : null}
        </p>
      ) : null}
      <section className="o-card">
        <p className="o-soft">
          {t('page.number', { number: one.number })} · {t(`kind.${one.kind}`)} ·{' '}
          {t('page.version', { version: one.shown })} · {t(`standing.${one.standing}`)}
        </p>
        <BodyText body={one.body} />
        <Attached files={one.attachments} />
        <Reading one={one} />
      </section>
      <Facts one={one} />
      {one.mayEdit ? (
        <div className="o-actions">
          <Button onClick={() => setDoing('reword')}>{t('form.next')}</Button>
          <Button danger onClick={() => setDoing('repeal')}>
            {t('repeal.open')}
          </Button>
        </div>
      ) : null}
      {doing === 'repeal' ? <RepealForm documentId={one.documentId} onDone={close} /> : null}
      <History one={one} onSee={version => setUrl({ version: String(version) })} />
      {one.mayEdit ? <Readers documentId={one.documentId} /> : null}
    </div>
  )
}

function Reading({ one }: { readonly one: Shown }) {
  const t = useText(institutionsOfficeMessages, institutionsMessages)
  const moment = useMoment()
  const say = useSay()
  const { send, isSending, trouble } = useDo<typeof acknowledge>('institutions.acknowledge', {
    renews: ['institutions.', 'inbox.'],
    onDone: ({ version }) => say(t('read.confirmed', { title: one.title, version })),
  })
  if (one.acknowledgedAt) return <p className="o-soft">{t('read.at', { at: moment(one.acknowledgedAt) })}</p>
  if (!one.mustRead || one.shown < one.version) return null
  return (
    <div className="in-part">
      <p>{t('read.why')}</p>
      <Told trouble={trouble} />
      <Button
        type="primary"
        loading={isSending}
        onClick={() => send({ documentId: one.documentId, version: one.shown })}
      >
        {t('read.confirm')}
      </Button>
    </div>
  )
}

function Facts({ one }: { readonly one: Shown }) {
  const t = useText(institutionsOfficeMessages)
  const { roles, grid } = one.readers
  const names = roles.map(({ name }) => name).join('、')
  return (
    <dl className="in-facts">
      <dt>{t('page.dates')}</dt>
      <dd>
        {one.inForceUntil ? t('dates.until', { from: one.inForceFrom, until: one.inForceUntil }) : one.inForceFrom}
      </dd>
      <dt>{t('page.areas')}</dt>
      <dd>{one.areas.map(({ name }) => name).join('、') || t('areas.everywhere')}</dd>
      <dt>{t('page.readers')}</dt>
      <dd>
        {roles.length === 0
          ? t('page.readers-none')
          : grid
            ? t('page.readers-in', { roles: names, grid: grid.name })
            : names}
      </dd>
    </dl>
  )
}

function History({ one, onSee }: { readonly one: Shown; readonly onSee: (version: number) => void }) {
  const t = useText(institutionsOfficeMessages)
  const moment = useMoment()
  return (
    <section className="o-card" aria-labelledby="history">
      <h2 id="history">{t('history.title')}</h2>
      <ul>
        {one.versions.toReversed().map(version => (
          <li key={version.version}>
            {t('history.row', { version: version.version, from: version.inForceFrom })}{' '}
            <span className="o-soft">
              {t('history.made', { name: version.madeByName ?? '', at: moment(version.madeAt) })}
              {version.asksAgain ? '' : ` · ${t('history.correction')}`}
              {version.changeNote ? ` · ${version.changeNote}` : ''}
            </span>{' '}
            {version.version === one.shown ? null : (
              <Button size="small" onClick={() => onSee(version.version)}>
                {t('history.see', { version: version.version })}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {one.bodyBefore === null ? null : (
        <details>
          <summary>{t('history.changes')}</summary>
          <ul className="in-changes">
            {changesBetween(one.bodyBefore, one.body).map(({ how, line }, i) => (
              <li key={`${i} ${line}`} className={`in-${how}`}>
                {how === 'same' ? null : <b>{t(`history.${how}`)} </b>}
                {line}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function Readers({ documentId }: { readonly documentId: string }) {
  const t = useText(institutionsOfficeMessages)
  const moment = useMoment()
  const asked = useAsk<typeof listReaders>('institutions.readers', { documentId })
  return (
    <section className="o-card" aria-labelledby="readers">
      <h2 id="readers">{t('readers.title')}</h2>
      <Answered asked={asked}>
        {({ readers, total, read }) => (
          <>
            <p>{t('readers.count', { total, read })}</p>
            {total > 0 ? (
              <table className="o-plain">
                <thead>
                  <tr>
                    <th scope="col">{t('readers.name')}</th>
                    <th scope="col">{t('readers.post')}</th>
                    <th scope="col">{t('readers.when')}</th>
                  </tr>
                </thead>
                <tbody>
                  {readers.map(({ personId, name, title, unitName, readAt }) => (
                    <tr key={personId}>
                      <td>{name}</td>
                      <td>
                        {title} · {unitName}
                      </td>
                      <td>{readAt ? moment(readAt) : t('readers.unread')}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            ) : null}
          </>
        )}
      </Answered>
    </section>
  )
}
