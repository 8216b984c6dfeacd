import { Button } from 'antd'
import { Link } from '@tanstack/react-router'
import type { RowOf } from '#platform/ui/office/ask.ts'
import { useLocale, useText } from '#platform/ui/ui/use-text.ts'
import type { listRules, RuleShape } from '../common/contract.ts'
import { routingOfficeMessages } from './messages.ts'
import type { Chosen } from './RulesPage.tsx'

interface RuleTableProps {
  readonly rows: readonly RowOf<typeof listRules>[]
  readonly onChoose: (chosen: Chosen) => void
}

/** Wide places first, so that what is more exact stands below what it overrules. */
export function RuleTable({ rows, onChoose }: RuleTableProps) {
  const t = useText(routingOfficeMessages)
  return (
    <div className="o-scroll">
      <table className="o-plain">
        <thead>
          <tr>
            {(['what', 'unit', 'valid', 'reason', 'do'] as const).map(word => (
              <th key={word} scope="col">
                {t(`rules.col.${word}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <RuleRow key={row.ruleId} row={row} onChoose={onChoose} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface RuleRowProps {
  readonly row: RowOf<typeof listRules>
  readonly onChoose: (chosen: Chosen) => void
}

function RuleRow({ row, onChoose }: RuleRowProps) {
  const t = useText(routingOfficeMessages)
  const { locale } = useLocale()
  const { mayEdit, ...rule } = row
  const words = rule.words[locale]
  const act = (word: 'change' | 'end' | 'versions') => (
    <Button
      key={word}
      size="small"
      aria-label={t(`rules.${word}-of`, { rule: words })}
      onClick={() => onChoose({ act: word, rule })}
    >
      {t(`rules.${word}`)}
    </Button>
  )
  return (
    <tr>
      <th scope="row" className="ro-what">
        {words}
        {rule.isEnded ? <span className="ro-block o-vacant">{t('rules.ended')}</span> : null}
      </th>
      <td>{rule.unitName ?? <span className="o-vacant">{t('rules.unit-gone')}</span>}</td>
      <td>
        <Validity rule={rule} />
      </td>
      <td>
        {rule.reason}
        {rule.fromCase ? (
          <Link className="ro-block" to="/cases/$caseId" params={{ caseId: rule.fromCase.caseId }}>
            {t('rules.ruled')} {rule.fromCase.number}
          </Link>
        ) : null}
      </td>
      <td>
        <span className="ro-acts">{[...(mayEdit ? [act('change'), act('end')] : []), act('versions')]}</span>
      </td>
    </tr>
  )
}

export function Validity({ rule: { validFrom: from, validUntil: until } }: { readonly rule: RuleShape }) {
  const t = useText(routingOfficeMessages)
  return <>{until ? t('rules.from-until', { from, until }) : t('rules.from', { from })}</>
}
