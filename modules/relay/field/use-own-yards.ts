import { useAnswer, useClient } from '#platform/ui/ui/index.ts'
import type { myWords } from '../common/contract.ts'

/** The yards that I am head of and the words to pass on there, as they lie on the phone; those of long ago on asking. */
export function useOwnYards(all = false) {
  const client = useClient()
  return useAnswer(all ? 'relay.mine all' : 'relay.mine', () =>
    client.query<typeof myWords>('relay.mine', all ? { all } : {}),
  )
}
