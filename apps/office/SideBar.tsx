import { Link } from '@tanstack/react-router'
import { Select } from 'antd'
import { InboxCount } from '#platform/inbox/office/routes.tsx'
import type { OfficePlace } from '#platform/ui/office/office-module.ts'
import { useSay } from '#platform/ui/office/Say.tsx'
import { useOfficeModules, useSession } from '#platform/ui/office/session.tsx'
import { useLocale, useText } from '#platform/ui/ui/use-text.ts'
import { shellMessages } from './messages.ts'

const groups = ['work', 'place', 'administration'] as const

/** Left: the post one is in, then places by job. */
export function SideBar() {
  const t = useText(shellMessages)
  const { locale } = useLocale()
  const { permissions } = useSession()
  const modules = useOfficeModules()
  const isOpen = (place: OfficePlace) =>
    place.permissions.length === 0 || place.permissions.some(word => permissions.includes(word))
  const places = modules
    .flatMap(module => module.places.map(place => ({ ...place, words: module.texts[locale][place.label] })))
    .filter(isOpen)
    .sort((a, b) => a.order - b.order)
  return (
    <div className="o-side">
      <section aria-label={t('shell.post')}>
        <PostSwitch />
      </section>
      <nav aria-label={t('shell.places')}>
        {groups.map(group => {
          const own = places.filter(place => place.group === group)
          if (own.length === 0) return null
          return (
            <section key={group} aria-labelledby={`group-${group}`}>
              <h2 id={`group-${group}`}>{t(`shell.group.${group}`)}</h2>
              <ul>
                {own.map(place => (
                  <li key={place.path}>
                    <Link to={place.path} activeProps={{ 'aria-current': 'page' }}>
                      <span>{place.words}</span>
                      {place.path === '/inbox' ? <InboxCount /> : null}
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          )
        })}
      </nav>
    </div>
  )
}

function PostSwitch() {
  const t = useText(shellMessages)
  const say = useSay()
  const { post, posts, switchPost } = useSession()
  if (posts.length < 2) {
    return (
      <div className="o-post">
        <b>{post?.title ?? t('shell.no-post')}</b>
        <span className="o-soft">{post?.unitName}</span>
      </div>
    )
  }
  return (
    <div className="o-post">
      <Select
        aria-label={t('shell.post')}
        value={post?.id ?? null}
        popupMatchSelectWidth={false}
        options={posts.map(one => ({ value: one.id, label: `${one.title} · ${one.unitName}` }))}
        onChange={async postId => {
          const title = posts.find(one => one.id === postId)?.title ?? ''
          const isDone = await switchPost(postId)
          say(isDone ? t('shell.switched', { post: title }) : t('shell.switch-failed'))
        }}
      />
      <span className="o-soft">{post?.unitName}</span>
    </div>
  )
}
