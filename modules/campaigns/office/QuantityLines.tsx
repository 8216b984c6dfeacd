import { Button } from 'antd'
import { useText } from '#platform/ui/ui/use-text.ts'
import { campaignsMessages } from '../common/messages.ts'
import { type LineKind, lineKinds, measuresOf, type Quantity } from '../common/quantity.ts'
import { campaignsOfficeMessages } from './messages.ts'

const most = 10

interface QuantityLinesProps {
  readonly label: string
  readonly lines: readonly Quantity[]
  readonly onChange: (lines: readonly Quantity[]) => void
}

/** Typed lines: kind of work, unit, amount. A unit that does not belong to the kind cannot be chosen. */
export function QuantityLines({ label, lines, onChange }: QuantityLinesProps) {
  const t = useText(campaignsOfficeMessages, campaignsMessages)
  const change = (at: number, part: Partial<Quantity>) =>
    onChange(lines.map((line, i) => (i === at ? { ...line, ...part } : line)))
  const next = lineKinds.find(kind => !lines.some(line => line.kind === kind)) ?? 'other'
  return (
    <fieldset className="o-fieldset ca-lines">
      <legend>{label}</legend>
      {lines.map((line, at) => (
        // Lines have no name of their own but their place in the list.
        <div key={at} className="ca-line">
          <select
            className="o-select"
            aria-label={t('line.kind', { n: at + 1 })}
            value={line.kind}
            onChange={event => {
              const kind = event.target.value as LineKind
              change(at, { kind, measure: measuresOf[kind][0]! })
            }}
          >
            {lineKinds.map(kind => (
              <option key={kind} value={kind}>
                {t(`campaigns.work.${kind}`)}
              </option>
            ))}
          </select>
          <input
            className="o-input"
            type="number"
            min={0.01}
            step={0.01}
            aria-label={t('line.amount', { n: at + 1 })}
            value={line.amount || ''}
            onChange={event => change(at, { amount: Number(event.target.value) })}
          />
          <select
            className="o-select"
            aria-label={t('line.measure', { n: at + 1 })}
            value={line.measure}
            onChange={event => change(at, { measure: event.target.value as Quantity['measure'] })}
          >
            {measuresOf[line.kind].map(measure => (
              <option key={measure} value={measure}>
                {t(`campaigns.measure.${measure}`)}
              </option>
            ))}
          </select>
          <Button
            aria-label={t('line.remove', { n: at + 1 })}
            onClick={() => onChange(lines.filter((_, i) => i !== at))}
          >
            ✕
          </Button>
        </div>
      ))}
      {lines.length < most ? (
        <div>
          <Button onClick={() => onChange([...lines, { kind: next, measure: measuresOf[next][0]!, amount: 0 }])}>
            {t('line.add')}
          </Button>
        </div>
      ) : null}
    </fieldset>
  )
}

/** Lines without an amount are not yet lines. */
export const filledLines = (lines: readonly Quantity[]): Quantity[] => lines.filter(({ amount }) => amount > 0)
