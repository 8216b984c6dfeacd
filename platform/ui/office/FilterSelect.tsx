interface FilterSelectProps<Word extends string> {
  readonly label: string
  /** What no choice is called. */
  readonly any: string
  readonly words: readonly Word[]
  readonly value: Word | undefined
  readonly say: (word: Word) => string
  readonly onChoose: (word: Word | undefined) => void
}

/** Narrows a list to one of its words, or to any. */
export function FilterSelect<Word extends string>(props: FilterSelectProps<Word>) {
  const { label, any, words, value, say, onChoose } = props
  return (
    <label className="o-filter">
      {label}
      <select
        className="o-select"
        value={value ?? ''}
        onChange={event => onChoose(words.find(word => word === event.target.value))}
      >
        <option value="">{any}</option>
        {words.map(word => (
          <option key={word} value={word}>
            {say(word)}
          </option>
        ))}
      </select>
    </label>
  )
}
