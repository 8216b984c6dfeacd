import { useState } from 'react'
import { translator } from '../../i18n/common/translate.ts'
import {
  Button,
  Dialog,
  EmptyState,
  Link,
  Notice,
  Screen,
  StateMark,
  useExplain,
  useLocale,
  useMoment,
  useText,
} from '../../ui/ui/index.ts'
import type { Outbox, OutboxItem, OutboxState } from '../common/outbox.ts'
import { offlineMessages } from './messages.ts'
import { useOutbox, usePhone } from './offline.tsx'

const marks = { waiting: 'mine', sending: 'mine', done: 'done', refused: 'over', 'needs-you': 'near' } as const

/** Everything done on this phone that is not at the server, each with where it stands and what can be done; then what was sent lately. */
export function OutboxPage() {
  const t = useText(offlineMessages)
  const phone = usePhone()
  const outbox = useOutbox()
  const shown = outbox.items.filter(({ command }) => !phone.isQuiet(command))
  const open = shown.filter(({ state }) => state !== 'done')
  const done = shown.filter(({ state }) => state === 'done').reverse()
  return (
    <Screen title={t('outbox.title')} back="/">
      {open.length === 0 ? (
        <EmptyState title={t('outbox.empty')}>
          <p>{t('outbox.empty-hint')}</p>
        </EmptyState>
      ) : (
        <Button isWide onPress={() => phone.look()}>
          {t('outbox.send-all')}
        </Button>
      )}
      <ul className="f-list" aria-label={t('outbox.title')}>
        {open.map(item => (
          <Entry key={item.id} item={item} outbox={outbox} />
        ))}
      </ul>
      {done.length > 0 ? (
        <section>
          <h2 className="w-subtitle f-part">{t('outbox.earlier')}</h2>
          <ul className="f-list" aria-label={t('outbox.earlier')}>
            {done.map(item => (
              <Entry key={item.id} item={item} outbox={outbox} />
            ))}
          </ul>
        </section>
      ) : null}
    </Screen>
  )
}

function Entry({ item, outbox }: { readonly item: OutboxItem; readonly outbox: Outbox }) {
  const t = useText(offlineMessages)
  const phone = usePhone()
  const moment = useMoment()
  const { locale, wording } = useLocale()
  const words = translator<string>([...phone.modules.map(({ messages }) => messages), offlineMessages], locale, wording)
  const photos = outbox.photos.filter(({ itemId }) => itemId === item.id)
  const arrived = photos.filter(({ isWhole }) => isWhole).length
  const path = phone.pathOf(item.id)
  const isHeldBack = item.state === 'waiting' && outbox.items.some(one => holdsBack(one, item))
  return (
    <li className="w-card">
      <p className="f-task">
        <StateMark state={marks[item.state]}>{t(stateWord[item.state])}</StateMark>
        <span className="w-soft">{words(`outbox.${item.command}`)}</span>
      </p>
      <p className="f-words">{item.title}</p>
      <p className="w-soft">
        {t('outbox.made', { when: moment(item.madeAt) })}
        {photos.length > 0 ? ` · ${t('outbox.photos', { arrived, n: photos.length })}` : ''}
        {item.answeredAt && item.state === 'done'
          ? ` · ${t('outbox.answered', { when: moment(item.answeredAt) })}`
          : ''}
      </p>
      {isHeldBack ? <p className="f-warn">{t('outbox.behind')}</p> : null}
      {item.refusal ? <Refused item={item} words={words} /> : null}
      {item.state === 'done' || path === null ? null : (
        <Link to={path} className="f-open">
          {t('outbox.open')}
        </Link>
      )}
      {item.state === 'done' ? null : <Ways item={item} />}
    </li>
  )
}

const stateWord = {
  waiting: 'outbox.waiting',
  sending: 'outbox.sending',
  done: 'outbox.done',
  refused: 'outbox.refused',
  'needs-you': 'outbox.needs-you',
} as const satisfies Record<OutboxState, string>

const holdsBack = (one: OutboxItem, item: OutboxItem) =>
  one.subject === item.subject && one.sequence < item.sequence && (one.state === 'refused' || one.state === 'needs-you')

/** What the server said, in its own sentence; what the phone says itself, in ours. */
function Refused({ item, words }: { readonly item: OutboxItem; readonly words: (key: string) => string }) {
  const explain = useExplain()
  const { refusal } = item
  if (!refusal) return null
  const hasSentence = 'message' in refusal
  return (
    <Notice tone={item.state === 'needs-you' ? 'warn' : 'bad'}>
      <p>{hasSentence ? explain(refusal) : words(`refusal.${refusal.code}`)}</p>
    </Notice>
  )
}

function Ways({ item }: { readonly item: OutboxItem }) {
  const t = useText(offlineMessages)
  const phone = usePhone()
  const [isSure, setSure] = useState(false)
  const canRenew = item.state === 'refused' && phone.renewedInput(item.id) !== null
  return (
    <div className="w-row f-part">
      {item.state === 'needs-you' ? (
        <Link to="/sign-in" className="w-button">
          {t('strip.sign-in')}
        </Link>
      ) : null}
      {canRenew ? (
        <Button look="primary" onPress={() => void phone.renew(item.id)}>
          {t('outbox.renew')}
        </Button>
      ) : null}
      {item.state === 'refused' && !canRenew ? (
        <Button onPress={() => void phone.tryAgain(item.id)}>{t('outbox.try')}</Button>
      ) : null}
      {item.state === 'sending' ? null : (
        <Button look="quiet" onPress={() => setSure(true)}>
          {t('outbox.remove')}
        </Button>
      )}
      {isSure ? (
        <Dialog title={t('outbox.remove')} onClose={() => setSure(false)}>
          <p className="f-words">{item.title}</p>
          <p>{t('outbox.sure')}</p>
          <div className="w-actions">
            <Button look="danger" isWide onPress={() => void phone.drop(item.id)}>
              {t('outbox.yes')}
            </Button>
          </div>
        </Dialog>
      ) : null}
    </div>
  )
}
