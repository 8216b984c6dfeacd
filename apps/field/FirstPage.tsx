import type { Me } from '#modules/identity/ui/index.ts'
import { HeadHome } from '#modules/relay/field/index.ts'
import type { countInbox } from '#platform/inbox/common/contract.ts'
import { useAnswer, useClient } from '#platform/ui/ui/index.ts'
import { DayPage } from './DayPage.tsx'
import { HelpWay } from './HelpWay.tsx'

/** What one sees first: the day; for a building head two large buttons. */
export function FirstPage({ me }: { readonly me: Me }) {
  return me.post?.roleCode === 'building-head' ? <OfHead me={me} /> : <DayPage shows="list" />
}

function OfHead({ me }: { readonly me: Me }) {
  const client = useClient()
  const inbox = useAnswer('inbox', () => client.query<typeof countInbox>('inbox.count', {}))
  return <HeadHome others={inbox.answer?.total ?? 0} help={<HelpWay me={me} />} />
}
