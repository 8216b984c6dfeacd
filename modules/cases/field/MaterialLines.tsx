import { Button, Select, TextField, useText } from '#platform/ui/ui/index.ts'
import { casesMessages } from '../common/messages.ts'
import { materialUnits, mostMaterials, type TypedMaterial } from '../common/materials.ts'
import { fieldCaseMessages } from './messages.ts'

export const emptyMaterial: TypedMaterial = { kind: '', amount: '', unit: 'piece' }

interface MaterialLinesProps {
  readonly lines: readonly TypedMaterial[]
  readonly onChange: (lines: readonly TypedMaterial[]) => void
  readonly error: string | null
}

/** What was used up: one line each of kind, amount and unit. */
export function MaterialLines({ lines, onChange, error }: MaterialLinesProps) {
  const t = useText(fieldCaseMessages, casesMessages)
  const change = (at: number, more: Partial<TypedMaterial>) =>
    onChange(lines.map((line, i) => (i === at ? { ...line, ...more } : line)))
  return (
    <fieldset className="f-lines">
      <legend>{t('handle.materials')}</legend>
      {lines.map((line, i) => {
        const n = i + 1
        return (
          <div key={`line ${n}`} className="f-line">
            <TextField
              label={t('handle.material-kind', { n })}
              isOptional
              maxLength={40}
              value={line.kind}
              onChange={kind => change(i, { kind })}
              error={n === lines.length ? error : null}
            />
            <TextField
              label={t('handle.material-amount', { n })}
              isOptional
              maxLength={9}
              value={line.amount}
              onChange={amount => change(i, { amount })}
            />
            <Select
              label={t('handle.material-unit', { n })}
              choices={materialUnits.map(value => ({ value, label: t(`material-unit.${value}`) }))}
              value={line.unit}
              onChange={unit => change(i, { unit })}
            />
          </div>
        )
      })}
      {lines.length < mostMaterials ? (
        <Button onPress={() => onChange([...lines, emptyMaterial])}>{t('handle.material-more')}</Button>
      ) : null}
    </fieldset>
  )
}
