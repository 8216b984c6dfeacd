import { useId } from 'react'
import { uiMessages } from '../messages.ts'
import { useText } from './use-text.ts'

interface StarsProps {
  readonly label: string
  readonly value: number | null
  readonly onChange: (stars: number) => void
}

const all = [1, 2, 3, 4, 5] as const

/** Five radios that look like stars; the filling needs no script, and a reader hears "3 stars". */
export function Stars({ label, value, onChange }: StarsProps) {
  const t = useText(uiMessages)
  const name = useId()
  return (
    <fieldset className="w-field w-group">
      <legend className="w-label">{label}</legend>
      <div className="w-stars">
        {all.map(n => (
          <label key={n} className={`w-star${value !== null && n <= value ? ' w-star-on' : ''}`}>
            <input
              type="radio"
              className="w-star-input"
              name={name}
              checked={value === n}
              onChange={() => onChange(n)}
              aria-label={t('rate.star', { n })}
            />
            <span aria-hidden="true">{value !== null && n <= value ? '★' : '☆'}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
