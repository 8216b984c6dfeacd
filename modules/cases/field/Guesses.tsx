import type { Locale } from '#platform/i18n/common/translate.ts'
import { useText } from '#platform/ui/ui/index.ts'
import { fieldCaseMessages } from './messages.ts'
import { useGuesses } from './use-guesses.ts'

interface GuessesProps {
  readonly text: string
  /** The name that was chosen, empty for none. */
  readonly chosen: string
  readonly locale: Locale
  readonly onChoose: (name: string) => void
}

/** What it probably is, to be chosen with one tap; a second tap takes it back. Nothing is chosen by itself. */
export function Guesses({ text, chosen, locale, onChoose }: GuessesProps) {
  const t = useText(fieldCaseMessages)
  const guesses = useGuesses(text)
  const names = guesses.map(({ name }) => name[locale])
  const shown = chosen && !names.includes(chosen) ? [chosen, ...names] : names
  if (shown.length === 0) return null
  return (
    <fieldset className="w-field w-group">
      <legend className="w-label">{t('report.guess')}</legend>
      <div className="f-chips">
        {shown.map(name => (
          <button
            key={name}
            type="button"
            className="f-chip"
            aria-pressed={name === chosen}
            onClick={() => onChoose(name === chosen ? '' : name)}
          >
            {name}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
