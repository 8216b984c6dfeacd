const forPeople = ['DatabaseStartError', 'DatabaseUnsuitable', 'KeyFileError', 'WrongSettings']

/** Says on the way out why it did not go: a sentence for what a person can mend, the whole error for what is ours. */
export function tell(error: unknown): void {
  const isKnown = error instanceof Error && forPeople.includes(error.name)
  process.stderr.write(`${isKnown ? error.message : error instanceof Error ? error.stack : String(error)}\n`)
}
