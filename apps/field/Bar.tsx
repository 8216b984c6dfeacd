import type { countInbox } from '#platform/inbox/common/contract.ts'
import { TabBar, useAnswer, useClient, useLive, usePlace, useText } from '#platform/ui/ui/index.ts'
import { mapIcon, mineIcon, reportIcon, todayIcon } from './icons.tsx'
import { fieldMessages } from './messages.ts'

const isMine = (at: string) =>
  [
    'notices',
    'own',
    'diary',
    'patrol',
    'visits',
    'mediation',
    'help',
    'relay',
    'cleaning',
    'institutions',
    'password',
  ].includes(at)

/** The four places of the phone, with how much waits. */
export function Bar() {
  const t = useText(fieldMessages)
  const client = useClient()
  const { path } = usePlace()
  const { answer, reload } = useAnswer('inbox', () => client.query<typeof countInbox>('inbox.count', {}))
  useLive(() => void reload())
  const at = path[0] ?? ''
  const current = at === '' || at === 'day' || at === 'case' || at === 'waiting' ? '/' : isMine(at) ? '/mine' : `/${at}`
  return (
    <TabBar
      label={t('tab.label')}
      current={current}
      tabs={[
        { to: '/', label: t('tab.today'), icon: todayIcon, count: answer?.total ?? 0, countLabel: t('tab.count') },
        { to: '/map', label: t('tab.map'), icon: mapIcon },
        { to: '/report', label: t('tab.report'), icon: reportIcon, isRaised: true },
        { to: '/mine', label: t('tab.mine'), icon: mineIcon },
      ]}
    />
  )
}
