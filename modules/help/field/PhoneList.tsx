import { Notice, Spinner, useAnswer, useClient, useText } from '#platform/ui/ui/index.ts'
import { stateNumbers } from '../common/call.ts'
import type { onCall, OnCallPost } from '../common/contract.ts'
import { fieldHelpMessages } from './messages.ts'

/** Whom to call: those who answer for my grid, as they lie on the phone. */
export function PhoneList() {
  const t = useText(fieldHelpMessages)
  const client = useClient()
  const asked = useAnswer('help.on-call', () => client.query<typeof onCall>('help.on-call', {}))
  const posts = asked.answer?.posts ?? []
  return (
    <section aria-label={t('help.phones')}>
      <h2 className="w-subtitle">{t('help.phones')}</h2>
      {asked.state === 'loading' ? <Spinner /> : null}
      {asked.state !== 'loading' && posts.length === 0 ? <Notice tone="warn">{t('help.no-posts')}</Notice> : null}
      <ul className="f-list">
        {posts.map(post => (
          <Post key={post.postId} post={post} />
        ))}
      </ul>
    </section>
  )
}

/** Police, fire, ambulance: right under the button, since whoever needs them does not read a list. */
export function StateNumbers() {
  const t = useText(fieldHelpMessages)
  return (
    <section aria-label={t('help.phones-state')}>
      <h2 className="w-subtitle">{t('help.phones-state')}</h2>
      <ul className="h-state">
        {stateNumbers.map(number => (
          <li key={number}>
            <a className="w-button w-wide" href={`tel:${number}`}>
              {number} {t(`help.state-${number}`)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Post({ post }: { readonly post: OnCallPost }) {
  const t = useText(fieldHelpMessages)
  const { holder, phone, title, gridName, isOnShift, isTold } = post
  const facts = [
    gridName,
    isOnShift === null ? null : t(isOnShift ? 'help.on-shift' : 'help.off-shift'),
    isTold ? t('help.told') : null,
  ]
  return (
    <li className="w-card">
      <p>
        <strong>{holder ?? t('help.vacant')}</strong> · {title}
      </p>
      <p className="w-soft">{facts.filter(Boolean).join(' · ')}</p>
      {phone === null ? (
        <p className="w-soft">{t('help.no-phone')}</p>
      ) : (
        <a className="w-button w-wide" href={`tel:${phone}`}>
          {t('help.call-who', { who: holder ?? title })} {phone}
        </a>
      )}
    </li>
  )
}
