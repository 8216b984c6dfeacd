import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { previewSheet } from '../common/contract.ts'
import { headings } from '../common/sheet.ts'
import { exchangeOfficeMessages } from './messages.ts'

/** What a sheet holds: faults by row and column first, then the rows that can be taken. */
export function SheetPreview({ preview: { rows, faults } }: { readonly preview: OutputOf<typeof previewSheet> }) {
  const t = useText(exchangeOfficeMessages)
  const known = rows.filter(row => row.knownAs !== null).length
  return (
    <>
      <p aria-live="polite">
        <b>{t('sheets.found', { fresh: rows.length - known, known, faults: faults.length })}</b>
      </p>
      {faults.length > 0 ? (
        <>
          <h2>{t('sheets.faults')}</h2>
          {/* Wide tables scroll; the region takes the focus so that the keyboard can do it too. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <section className="o-scroll" aria-label={t('sheets.faults')} tabIndex={0}>
            <table className="o-plain">
              <thead>
                <tr>
                  <th scope="col">{t('sheets.row')}</th>
                  <th scope="col">{t('sheets.column')}</th>
                  <th scope="col">{t('sheets.fault')}</th>
                </tr>
              </thead>
              <tbody>
                {faults.map(({ row, column, fault }) => (
                  <tr key={`${row} ${column} ${fault}`}>
                    <td>{row}</td>
                    <td>{headings[column]}</td>
                    <td>{t(`sheets.fault.${fault}`)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </>
      ) : null}
      {rows.length > 0 ? (
        <>
          <h2>{t('sheets.rows')}</h2>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <section className="o-scroll" aria-label={t('sheets.rows')} tabIndex={0}>
            <table className="o-plain">
              <thead>
                <tr>
                  <th scope="col">{t('sheets.row')}</th>
                  <th scope="col">{t('sheets.number')}</th>
                  <th scope="col">{t('sheets.description')}</th>
                  <th scope="col">{t('sheets.where')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ row, foreignNumber, description, where, knownAs }) => (
                  <tr key={row}>
                    <td>{row}</td>
                    <td>
                      {foreignNumber}{' '}
                      <span className="o-soft">
                        {knownAs ? t('sheets.known-as', { number: knownAs }) : t('sheets.is-new')}
                      </span>
                    </td>
                    <td>{description}</td>
                    <td>{where}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </>
      ) : null}
    </>
  )
}
