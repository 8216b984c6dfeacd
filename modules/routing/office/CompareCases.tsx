import { Link } from '@tanstack/react-router'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { useAsk } from '#platform/ui/office/ask.ts'
import { Answered, Blank } from '#platform/ui/office/Blank.tsx'
import { useLocale, useText } from '#platform/ui/ui/use-text.ts'
import type { compareRules } from '../common/contract.ts'
import { routingOfficeMessages } from './messages.ts'

const limit = 100

/** Where the latest closed cases went, beside where the rules would send them. */
export function CompareCases() {
  const t = useText(routingOfficeMessages)
  const [isAsked, setAsked] = useState(false)
  const asked = useAsk<typeof compareRules>('routing.compare', { limit }, { enabled: isAsked })
  return (
    <section className="o-card" aria-labelledby="compare">
      <h2 id="compare">{t('compare.title')}</h2>
      <p className="o-hint">{t('compare.about', { count: limit })}</p>
      {isAsked ? (
        <Answered asked={asked}>{answer => <Compared answer={answer} />}</Answered>
      ) : (
        <Button onClick={() => setAsked(true)}>{t('compare.run')}</Button>
      )}
    </section>
  )
}

function Compared({ answer }: { readonly answer: OutputOf<typeof compareRules> }) {
  const t = useText(routingOfficeMessages)
  const { locale } = useLocale()
  const [isOnlyOther, setOnlyOther] = useState(false)
  const { rows, same, other, noRule } = answer
  if (rows.length === 0) return <Blank title={t('compare.empty')} />
  const shown = rows.filter(row => !isOnlyOther || (row.rule !== null && !row.isSame))
  return (
    <>
      <p aria-live="polite">{t('compare.sum', { same, other, noRule })}</p>
      <Checkbox checked={isOnlyOther} onChange={event => setOnlyOther(event.target.checked)}>
        {t('compare.only')}
      </Checkbox>
      <div className="o-scroll">
        <table className="o-plain">
          <thead>
            <tr>
              {(['case', 'matter', 'went', 'rule'] as const).map(word => (
                <th key={word} scope="col">
                  {t(`compare.${word}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(row => (
              <tr key={row.caseId}>
                <th scope="row">
                  <Link to="/cases/$caseId" params={{ caseId: row.caseId }}>
                    {row.number}
                  </Link>
                </th>
                <td>{[row.gridName, row.className?.[locale]].filter(Boolean).join(' · ')}</td>
                <td>{row.wentTo ?? t('rules.unit-gone')}</td>
                <td>
                  {row.rule ? (
                    <>
                      {row.rule.unitName ?? t('rules.unit-gone')}{' '}
                      <span className={row.isSame ? 'o-soft' : 'o-vacant'}>
                        {t(row.isSame ? 'compare.same' : 'compare.other')}
                      </span>
                      <span className="ro-block o-soft">{row.rule.words[locale]}</span>
                    </>
                  ) : (
                    <span className="o-soft">{t('compare.no-rule')}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
