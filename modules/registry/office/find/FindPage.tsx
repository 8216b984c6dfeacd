import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect } from 'react'
import { useAsk, useDo } from '#platform/ui/office/ask.ts'
import { Blank, Failed, Loading } from '#platform/ui/office/Blank.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useMay, useSubjects } from '#platform/ui/office/session.tsx'
import { Told } from '#platform/ui/office/Told.tsx'
import { useUrlState } from '#platform/ui/office/url-state.ts'
import { useLocale, useText } from '#platform/ui/ui/use-text.ts'
import type { findThings } from '../../common/contract/find.ts'
import type { findByNumber, ListedThing } from '../../common/contract/things.ts'
import { codeLists } from '../../common/code-lists.ts'
import { isOneLetter } from '../../common/find-text.ts'
import { kinds } from '../../common/kinds.ts'
import { intakeOfficeMessages } from '../intake/messages.ts'

const most = 50

/** What the one box found. */
export function Page() {
  const t = useText(intakeOfficeMessages)
  const may = useMay()
  const [url, setUrl] = useUrlState()
  const text = url.text?.trim() ?? ''
  return (
    <OfficePage title={t('place.find')} about={t('find.about')}>
      <form
        className="o-filters"
        onSubmit={event => {
          event.preventDefault()
          setUrl({ text: String(new FormData(event.currentTarget).get('find') ?? '').trim() })
        }}
      >
        <label>
          <span>{t('find.box')}</span>
          <input key={text} className="o-input o-wide" type="search" name="find" maxLength={100} defaultValue={text} />
        </label>
        <Button type="primary" htmlType="submit">
          {t('find.go')}
        </Button>
        {text !== '' && may('cases.read') ? (
          <Link to="/cases" search={{ text } as never}>
            {t('find.cases', { text })}
          </Link>
        ) : null}
      </form>
      {text === '' ? <Blank title={t('find.start')}>{t('find.start-why')}</Blank> : <Found key={text} text={text} />}
    </OfficePage>
  )
}

function Found({ text }: { readonly text: string }) {
  const asked = useAsk<typeof findThings>('registry.find', { text, limit: most })
  if (asked.data?.isNumber) return <ByNumber number={text} scheme={asked.data.isNumber} />
  if (asked.data) return <Results rows={asked.data.rows} text={text} />
  return asked.isPending ? <Loading /> : <Failed trouble={asked.error} onAgain={asked.refetch} />
}

/** A whole number is looked up by a command, so that the look is on record. */
function ByNumber({ number, scheme }: { readonly number: string; readonly scheme: 'id-number' | 'phone' }) {
  const t = useText(intakeOfficeMessages)
  const { send, answer, trouble } = useDo<typeof findByNumber>('registry.find-by-number')
  useEffect(() => send({ number, scheme }), [send, number, scheme])
  return (
    <>
      <Told trouble={trouble} />
      {answer ? (
        <>
          <p className="o-soft">{t('find.by-number')}</p>
          <Results rows={answer.rows} text={number} />
        </>
      ) : null}
    </>
  )
}

function Results({ rows, text }: { readonly rows: readonly ListedThing[]; readonly text: string }) {
  const t = useText(intakeOfficeMessages)
  if (isOneLetter(text)) return <Blank title={t('find.one-letter', { text })}>{t('find.one-letter-why')}</Blank>
  if (rows.length === 0) return <Blank title={t('find.none', { text })}>{t('find.none-why')}</Blank>
  return (
    <section aria-label={t('find.found', { count: rows.length })}>
      <p aria-live="polite">{t('find.found', { count: rows.length })}</p>
      <ul className="o-lines">
        {rows.map(row => (
          <li key={row.thingId}>
            <ThingLine thing={row} />
          </li>
        ))}
      </ul>
      {rows.length >= most ? <p>{t('find.more', { count: most })}</p> : null}
    </section>
  )
}

/** What tells people and things of one name apart, in one line. */
const telling = ['sex', 'bornOn', 'population', 'address', 'use', 'number', 'kind'] as const

function ThingLine({ thing }: { readonly thing: ListedThing }) {
  const t = useText(intakeOfficeMessages)
  const { locale } = useLocale()
  const path = useSubjects()['registry-thing']?.path(thing.thingId, null)
  const spec = kinds[thing.kind]
  const facts = telling.flatMap(key => {
    const value = thing.fields[key]
    const type = spec.fields[key]?.type
    if (value === undefined || value === thing.title) return []
    return type?.type === 'code' ? (codeLists[type.list]?.words[String(value)]?.[locale] ?? []) : String(value)
  })
  return (
    <div>
      {path ? <Link to={path as never}>{thing.title}</Link> : <b>{thing.title}</b>}{' '}
      <span className="o-soft">
        {spec.label[locale]}
        {thing.state === 'current' ? '' : ` · ${t('find.ended')}`}
      </span>
      <br />
      {facts.join(' · ')}
      {facts.length > 0 ? ' · ' : ''}
      <span className="o-soft">{thing.gridNames.join(' / ')}</span>
    </div>
  )
}
