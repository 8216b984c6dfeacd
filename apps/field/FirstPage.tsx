import { CleanerHome } from '#modules/cleaning/field/index.ts'
import type { Me } from '#modules/identity/ui/index.ts'
import { HeadHome } from '#modules/relay/field/index.ts'
import type { countInbox } from '#platform/inbox/common/contract.ts'
import { useAnswer, useClient } from '#platform/ui/ui/index.ts'
import { DayPage } from './DayPage.tsx'
import { HelpWay } from './HelpWay.tsx'

/** Posts that see their own work first; the day is one link further. */
const homes = { 'building-head': HeadHome, cleaner: CleanerHome } as const

/** What one sees first: the day; for a building head two large buttons, for a cleaner the own sections. */
export function FirstPage({ me }: { readonly me: Me }) {
  const role = me.post?.roleCode
  if (role === 'building-head' || role === 'cleaner') return <Own Home={homes[role]} me={me} />
  return <DayPage shows="list" />
}

function Own({ Home, me }: { readonly Home: (typeof homes)[keyof typeof homes]; readonly me: Me }) {
  const client = useClient()
  const inbox = useAnswer('inbox', () => client.query<typeof countInbox>('inbox.count', {}))
  return <Home others={inbox.answer?.total ?? 0} help={<HelpWay me={me} />} />
}
