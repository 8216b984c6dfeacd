import { useAnswer, useClient } from '#platform/ui/ui/index.ts'
import type { listCases, listClasses } from '../common/contract-queries.ts'
import { type GuessedClass, guessClasses } from './guess-class.ts'

/** Classes that what is being written is likely to be; they work without a network, from what lies on the phone. */
export function useGuesses(text: string): readonly GuessedClass[] {
  const client = useClient()
  const classes = useAnswer('classes', () => client.query<typeof listClasses>('cases.classes', {}))
  const own = useAnswer('own-classes', () => client.query<typeof listCases>('cases.list', { mine: true, limit: 100 }))
  return classes.answer ? guessClasses(text, own.answer?.rows ?? [], classes.answer) : []
}
