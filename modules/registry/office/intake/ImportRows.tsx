import { Button } from 'antd'
import { useState } from 'react'
import { useAsk } from '#platform/ui/office/ask.ts'
import { Answered } from '#platform/ui/office/Blank.tsx'
import { useLocale, useText } from '#platform/ui/ui/use-text.ts'
import type { ImportedRow, listImportRows, ShownImport } from '../../common/contract/imports.ts'
import { identifierMessages } from '../../common/identifiers/index.ts'
import { kinds } from '../../common/kinds.ts'
import { likenessMessages } from '../../common/likeness/index.ts'
import { sheetMessages } from '../../common/sheets/index.ts'
import { intakeOfficeMessages } from './messages.ts'

const outcomes = ['fault', 'conflict', 'duplicate', 'changed', 'new', 'remark', 'same'] as const
type Outcome = (typeof outcomes)[number]

/** What becomes of the rows, by outcome; each number opens to its rows. */
export function ImportRows({ sheet }: { readonly sheet: ShownImport }) {
  const t = useText(intakeOfficeMessages)
  const { importId, counts } = sheet
  const [outcome, setOutcome] = useState<Outcome>(() => outcomes.find(one => counts[one] > 0) ?? 'new')
  return (
    <section className="o-card" aria-labelledby="import-counts">
      <h2 id="import-counts">{t('import.counts')}</h2>
      <div className="o-actions" role="group" aria-label={t('import.counts')}>
        {outcomes.map(one => (
          <Button
            key={one}
            type={one === outcome ? 'primary' : 'default'}
            aria-pressed={one === outcome}
            disabled={counts[one] === 0}
            onClick={() => setOutcome(one)}
          >
            {t(`import.outcome.${one}`)} {counts[one]}
          </Button>
        ))}
      </div>
      <p className="o-soft">{t(`import.about.${outcome}`)}</p>
      {outcome === 'fault' && counts.fault > 0 ? (
        <p>
          <a href={`/api/registry.import-faults?importId=${importId}`} download>
            {t('import.faults-file', { count: counts.fault })}
          </a>
        </p>
      ) : null}
      {counts[outcome] > 0 ? <Rows key={outcome} importId={importId} outcome={outcome} after={0} /> : null}
    </section>
  )
}

interface RowsProps {
  readonly importId: string
  readonly outcome: Outcome
  readonly after: number
}

function Rows({ importId, outcome, after }: RowsProps) {
  const t = useText(intakeOfficeMessages)
  const [hasMore, setMore] = useState(false)
  const asked = useAsk<typeof listImportRows>('registry.import-rows', { importId, outcome, after })
  return (
    <Answered asked={asked}>
      {({ rows, next }) => (
        <>
          <ul className="o-lines">
            {rows.map(row => (
              <li key={row.row}>
                <Row row={row} />
              </li>
            ))}
          </ul>
          {next === null ? null : hasMore ? (
            <Rows importId={importId} outcome={outcome} after={next} />
          ) : (
            <Button onClick={() => setMore(true)}>{t('import.more')}</Button>
          )}
        </>
      )}
    </Answered>
  )
}

function Row({ row }: { readonly row: ImportedRow }) {
  const t = useText(intakeOfficeMessages)
  const words = useText(sheetMessages, identifierMessages) as (key: string, params?: object) => string
  const like = useText(likenessMessages) as (key: string) => string
  const { locale } = useLocale()
  const fieldName = (key: string) =>
    key === 'home' || key === 'household' ? t(`import.${key}`) : (kinds.person.fields[key]?.label[locale] ?? key)
  const sentence = ({ target, fault, params }: ImportedRow['faults'][number]) =>
    `${words(`sheet.target.${target}`)}：${words(fault.startsWith('identifier.') ? fault : `sheet.${fault}`, params)}`
  return (
    <div>
      <b>{t('import.row', { row: row.row })}</b>{' '}
      <span className="o-soft">{row.cells.filter(cell => cell !== '').join(' · ')}</span>
      {row.changes.length > 0 ? <div>{row.changes.map(fieldName).join('、')}</div> : null}
      {[...row.faults, ...row.remarks].map((fault, at) => (
        <div key={at}>{sentence(fault)}</div>
      ))}
      {row.alike.map(one => (
        <div key={one.thingId}>
          {t('import.looks-like', {
            title: one.title ?? t('import.someone'),
            reasons: one.reasons.map(reason => like(`likeness.${reason}`)).join('、'),
          })}
        </div>
      ))}
    </div>
  )
}
