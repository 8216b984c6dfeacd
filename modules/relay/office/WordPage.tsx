import { Link, useParams } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { useAsk, useDo } from '#platform/ui/office/ask.ts'
import { Facts } from '#platform/ui/office/Facts.tsx'
import { Answered } from '#platform/ui/office/Blank.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useSay } from '#platform/ui/office/Say.tsx'
import { Told } from '#platform/ui/office/Told.tsx'
import { useMoment } from '#platform/ui/ui/moment.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { answerAsked, showWord, withdrawWord } from '../common/contract.ts'
import { relayMessages } from '../common/messages.ts'
import { relayTextLimits as most } from '../common/passing.ts'
import { relayOfficeMessages } from './messages.ts'

type Shown = OutputOf<typeof showWord>
type PassingOf = Shown['passings'][number]

/** One word: what it says, who passed it on, what was asked back and answered. */
export function Page() {
  const t = useText(relayOfficeMessages)
  const { wordId } = useParams({ strict: false }) as { wordId: string }
  const asked = useAsk<typeof showWord>('relay.show', { wordId })
  return (
    <OfficePage title={asked.data?.title ?? t('place.relay')} actions={<Link to="/relay">{t('word.back')}</Link>}>
      <Answered asked={asked}>{word => <Word word={word} />}</Answered>
    </OfficePage>
  )
}

function Word({ word }: { readonly word: Shown }) {
  const t = useText(relayOfficeMessages)
  const moment = useMoment()
  const facts = [
    [t('column.where'), word.gridNames.join(' › ')],
    [t('column.by'), `${word.byName ?? ''} ${moment(word.at)}`],
    [t('column.until'), word.withdrawnAt === null ? word.untilOn : t('word.withdrawn', { reason: word.reason })],
    [t('column.passed'), t('row.passed', { passed: word.passed, asked: word.asked })],
  ] as const
  return (
    <div className="o-stack">
      <article className="o-card o-stack">
        <Facts facts={facts} />
        <h2>{t('word.text')}</h2>
        <p>{word.text}</p>
        {word.withdrawnAt === null && word.passed < word.asked ? <Withdraw wordId={word.wordId} /> : null}
      </article>
      <section className="o-card" aria-label={t('word.passings')}>
        <h2>{t('word.passings')}</h2>
        <table className="o-plain">
          <thead>
            <tr>
              <th scope="col">{t('word.post')}</th>
              <th scope="col">{t('word.state')}</th>
              <th scope="col">{t('word.asked')}</th>
            </tr>
          </thead>
          <tbody>
            {word.passings.map(passing => (
              <Row key={passing.postId} wordId={word.wordId} passing={passing} />
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}

function Row({ wordId, passing }: { readonly wordId: string; readonly passing: PassingOf }) {
  const t = useText(relayOfficeMessages, relayMessages)
  const moment = useMoment()
  return (
    <tr>
      <td>
        {passing.title} · {passing.holder ?? t('word.vacant')}
      </td>
      <td>
        {t(`state.${passing.state}`)} {passing.passedAt === null ? '' : moment(passing.passedAt)}
      </td>
      <td>
        {passing.asked === '' ? null : <p>{passing.asked}</p>}
        {passing.state === 'asked' ? <Answer wordId={wordId} passing={passing} /> : null}
        {passing.state === 'answered' ? (
          <p>{t('word.answered-by', { who: passing.answeredBy ?? '', text: passing.answer })}</p>
        ) : null}
      </td>
    </tr>
  )
}

function Answer({ wordId, passing }: { readonly wordId: string; readonly passing: PassingOf }) {
  const t = useText(relayOfficeMessages)
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  const [text, setText] = useState('')
  const { send, isSending, trouble } = useDo<typeof answerAsked>('relay.answer', {
    renews: ['relay.', 'inbox.'],
    onDone: () => say(t('word.answered')),
  })
  if (!isOpen) {
    return (
      <Button aria-label={t('word.answer-for', { title: passing.title })} onClick={() => setOpen(true)}>
        {t('word.answer')}
      </Button>
    )
  }
  return (
    <form
      className="o-stack"
      onSubmit={event => {
        event.preventDefault()
        send({ wordId, postId: passing.postId, text: text.trim() })
      }}
    >
      <Told trouble={trouble} />
      <label>
        {t('word.answer-text')}
        <Input.TextArea
          autoFocus
          required
          rows={2}
          maxLength={most.answer}
          value={text}
          onChange={event => setText(event.target.value)}
        />
      </label>
      <div className="o-actions">
        <Button type="primary" htmlType="submit" loading={isSending} disabled={text.trim() === ''}>
          {t('word.answer-send')}
        </Button>
      </div>
    </form>
  )
}

function Withdraw({ wordId }: { readonly wordId: string }) {
  const t = useText(relayOfficeMessages)
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const { send, isSending, trouble } = useDo<typeof withdrawWord>('relay.withdraw', { renews: ['relay.'] })
  if (!isOpen) {
    return (
      <div className="o-actions">
        <Button onClick={() => setOpen(true)}>{t('word.withdraw')}</Button>
      </div>
    )
  }
  return (
    <form
      className="o-stack"
      onSubmit={event => {
        event.preventDefault()
        send({ wordId, reason: reason.trim() })
      }}
    >
      <Told trouble={trouble} />
      <p className="o-soft">{t('word.withdraw-hint')}</p>
      <label>
        {t('word.withdraw-why')}
        <Input required maxLength={most.reason} value={reason} onChange={event => setReason(event.target.value)} />
      </label>
      <div className="o-actions">
        <Button danger htmlType="submit" loading={isSending} disabled={reason.trim() === ''}>
          {t('word.withdraw')}
        </Button>
      </div>
    </form>
  )
}
