import { Button } from 'antd'
import { useState } from 'react'
import { useDo } from '#platform/ui/office/ask.ts'
import { Told } from '#platform/ui/office/Told.tsx'
import { useLocale, useText } from '#platform/ui/ui/use-text.ts'
import { choicesOf } from '../../common/code-lists.ts'
import type { mapImport, ShownImport } from '../../common/contract/imports.ts'
import { sheetMessages, type SheetTarget, sheetTargets } from '../../common/sheets/index.ts'
import { intakeOfficeMessages } from './messages.ts'

interface ColumnsProps {
  readonly sheet: ShownImport
  readonly onSent: () => void
}

/** What each column of a foreign sheet is taken as: guessed, and settled here. */
export function ImportColumns({ sheet, onSent }: ColumnsProps) {
  const t = useText(intakeOfficeMessages, sheetMessages)
  const { locale } = useLocale()
  const [mapping, setMapping] = useState(() => sheet.columns.map(column => column.target))
  const [population, setPopulation] = useState(sheet.defaults.population ?? '')
  const { send, isSending, trouble } = useDo<typeof mapImport>('registry.map-import', {
    renews: ['registry.import'],
    onDone: onSent,
  })
  const choose = (at: number, target: SheetTarget | null) =>
    // Each is taken once: whoever had it before is left out.
    setMapping(before => before.map((one, i) => (i === at ? target : target !== null && one === target ? null : one)))
  const defaults = population === '' ? {} : { population }
  return (
    <section className="o-card" aria-labelledby="import-columns">
      <h2 id="import-columns">{t('import.columns')}</h2>
      <p className="o-soft">{t('import.columns-why')}</p>
      <Told trouble={trouble} />
      <div style={{ overflowX: 'auto' }}>
        <table className="o-plain">
          <thead>
            <tr>
              {(['column', 'sample', 'taken-as'] as const).map(head => (
                <th key={head} scope="col">
                  {t(`import.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sheet.columns.map((column, at) => (
              <tr key={at}>
                <th scope="row">{column.heading}</th>
                <td>{column.why === 'never-taken' ? '' : column.samples.join('、')}</td>
                <td>
                  {column.why === 'never-taken' ? (
                    <span className="o-soft">{t('import.why.never-taken')}</span>
                  ) : (
                    <>
                      <select
                        className="o-select"
                        aria-label={t('import.column-of', { heading: column.heading })}
                        value={mapping[at] ?? ''}
                        onChange={event => choose(at, (event.target.value || null) as SheetTarget | null)}
                      >
                        <option value="">{t('import.leave-out')}</option>
                        {sheetTargets.map(target => (
                          <option key={target} value={target}>
                            {t(`sheet.target.${target}`)}
                          </option>
                        ))}
                      </select>{' '}
                      <span className="o-soft">{t(`import.why.${column.why}`)}</span>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="o-filters">
        <label>
          <span>{t('import.population')}</span>
          <select className="o-select" value={population} onChange={event => setPopulation(event.target.value)}>
            <option value="">{t('import.population-none')}</option>
            {choicesOf('population', locale).map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <Button
          type="primary"
          disabled={!mapping.includes('name')}
          loading={isSending}
          onClick={() => send({ importId: sheet.importId, mapping: [...mapping], defaults })}
        >
          {t('import.check')}
        </Button>
      </div>
    </section>
  )
}
