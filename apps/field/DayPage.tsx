import { lazy, Suspense, useEffect, useState } from 'react'
import { dueState } from '#modules/cases/field/index.ts'
import { useSwitchPost } from '#modules/identity/field/index.ts'
import { type Me, useMe } from '#modules/identity/ui/index.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import type { listInbox } from '#platform/inbox/common/contract.ts'
import { walkThrough } from '#platform/map/common/walk.ts'
import { type DayItem, usePhone } from '#platform/offline/field/index.ts'
import {
  Button,
  EmptyState,
  firstPages,
  Link,
  MorePages,
  Notice,
  Screen,
  Spinner,
  StateMark,
  Unanswered,
  useAnswer,
  useClient,
  useLive,
  useMoment,
  useNow,
  usePlace,
  usePosition,
  useText,
} from '#platform/ui/ui/index.ts'
import { dayItems } from './day-items.ts'
import { HelpWay } from './HelpWay.tsx'
import { fieldMessages } from './messages.ts'
import { OwnShift } from './OwnShift.tsx'
import { useNotices } from './use-notices.ts'

const DayMap = lazy(() => import('./DayMap.tsx').then(({ DayMap: part }) => ({ default: part })))

const rowsAtOnce = 50

export interface Ordered {
  readonly item: DayItem
  /** From the one before, on a walk. */
  readonly metres: number | null
}

/** What there is to do today, from all parts of the system: by when it is due, or as one walk; as a list and on the map. */
export function DayPage({ shows }: { readonly shows: 'list' | 'map' }) {
  const t = useText(fieldMessages)
  const client = useClient()
  const phone = usePhone()
  const me = useMe()
  const [pages, setPages] = useState(1)
  const [isWalk, setWalk] = useState(false)
  const { position, ask } = usePosition()
  const asked = useAnswer('day', async () => {
    const inbox = await firstPages(pages, page =>
      client.query<typeof listInbox>('inbox.list', { limit: rowsAtOnce, ...page }),
    )
    return isRefusal(inbox) ? inbox : { rows: await dayItems(phone, inbox.rows, t), next: inbox.next, pages }
  })
  const { reload } = asked
  useEffect(() => {
    if (pages > 1) void reload()
  }, [pages, reload])
  useLive(() => void reload())
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void reload()
    }
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [reload])
  const now = useNow()
  const items = asked.answer?.rows ?? []
  const here = position.state === 'found' ? { lon: position.lon, lat: position.lat } : null
  const walk = isWalk ? walkThrough(items, here, now) : null
  const ordered: readonly Ordered[] = walk
    ? [...walk.stops, ...walk.nowhere.map(stop => ({ stop, metres: null }))].map(({ stop, metres }) => ({
        item: stop,
        metres,
      }))
    : items.map(item => ({ item, metres: null }))
  return (
    <Screen title={t('day.title')} actions={<HelpWay me={me} />}>
      {me.permissions.includes('routing.see-shifts') ? <OwnShift post={me.post} /> : null}
      <Unread />
      {items.length > 0 ? (
        <nav className="f-ways" aria-label={t('day.ways')}>
          <Link to="/" isCurrent={shows === 'list'}>
            {t('day.list')}
          </Link>
          <Link to="/day/map" isCurrent={shows === 'map'}>
            {t('day.map')}
          </Link>
          <button
            type="button"
            className="f-chip"
            aria-pressed={isWalk}
            onClick={() => {
              setWalk(!isWalk)
              if (!isWalk && here === null) ask()
            }}
          >
            {t('day.walk')}
          </button>
        </nav>
      ) : null}
      {walk && walk.stops.length > 0 ? (
        <Notice>
          <p>{t('day.walk-is', { n: walk.stops.length, metres: Math.round(walk.metres / 10) * 10 })}</p>
          {position.state === 'denied' || position.state === 'failed' ? <p>{t('day.walk-no-place')}</p> : null}
        </Notice>
      ) : null}
      <Unanswered asked={asked} />
      {asked.answer && items.length === 0 ? (
        <EmptyState title={t('day.empty')}>
          <p>{t('day.empty-hint')}</p>
        </EmptyState>
      ) : null}
      {shows === 'map' && items.length > 0 ? (
        <Suspense fallback={<Spinner />}>
          <DayMap items={ordered} gridPath={me.post?.gridPath ?? null} />
        </Suspense>
      ) : null}
      <ol className="f-list" aria-label={t('day.title')}>
        {ordered.map(({ item, metres }) => (
          <li key={item.key} className="w-card">
            <Item item={item} metres={metres} me={me} />
          </li>
        ))}
      </ol>
      <MorePages
        of={{
          answer: asked.answer,
          isAsking: asked.state === 'ready' && asked.answer.pages < pages,
          more: () => setPages(pages + 1),
        }}
      />
    </Screen>
  )
}

/** Notices to read are something to do, too. */
function Unread() {
  const t = useText(fieldMessages)
  const unread = useNotices().answer?.unread ?? 0
  if (unread === 0) return null
  return (
    <Link to="/notices" className="f-open">
      {t('notices.unread', { n: unread })}
    </Link>
  )
}

function Item({ item, metres, me }: Ordered & { readonly me: Me }) {
  const t = useText(fieldMessages)
  const moment = useMoment()
  const { go } = usePlace()
  const { switchPost } = useSwitchPost()
  const state = dueState(item.since, item.dueAt, useNow())
  const isOwn = item.postId === null || item.postId === me.post?.id
  const where = [item.address, metres === null ? null : t('day.metres', { metres: Math.round(metres / 10) * 10 })]
  async function openAs() {
    if (item.postId !== null && (await switchPost(item.postId))) go(item.path)
  }
  return (
    <>
      <p className="f-task">
        <StateMark state={state === 'on-time' ? 'mine' : state}>{item.word}</StateMark>
        <span className="w-soft">
          {item.number ? `${item.number} · ` : ''}
          {item.dueAt === null
            ? t('day.since', { when: moment(item.since) })
            : t(state === 'over' ? 'day.due-over' : 'day.due', { when: moment(item.dueAt) })}
        </span>
      </p>
      {isOwn ? (
        <Link to={item.path} className="f-open">
          {item.title}
        </Link>
      ) : (
        <>
          <p>{item.title}</p>
          <Button onPress={() => void openAs()}>
            {t('day.as-post', { title: me.posts.find(post => post.id === item.postId)?.title ?? '' })}
          </Button>
        </>
      )}
      {where.some(Boolean) ? <p className="w-soft">{where.filter(Boolean).join(' · ')}</p> : null}
    </>
  )
}
