import { type ReactNode, useEffect, useState } from 'react'
import { uiMessages } from '../messages.ts'
import type { State } from '../tokens.ts'
import { Button } from './Button.tsx'
import { useExplain } from './client.tsx'
import { useText } from './use-text.ts'

export type Tone = 'info' | 'good' | 'warn' | 'bad'

/** A strip in the flow of the page. Trouble is spoken at once, the rest when the reader has time. */
export function Notice(props: { readonly tone?: Tone; readonly children: ReactNode }) {
  const tone = props.tone ?? 'info'
  return (
    <div className={`w-notice w-notice-${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      <span className={`w-mark w-mark-${tone}`} aria-hidden="true" />
      <div>{props.children}</div>
    </div>
  )
}

/** The sentence for what went wrong, with a way to go on. Nothing when nothing is wrong. */
export function Trouble(props: { readonly trouble: unknown; readonly onAgain?: () => void }) {
  const explain = useExplain()
  const t = useText(uiMessages)
  if (!props.trouble) return null
  return (
    <Notice tone="bad">
      <p>{explain(props.trouble)}</p>
      {props.onAgain ? <Button onPress={props.onAgain}>{t('trouble.again')}</Button> : null}
    </Notice>
  )
}

/** What would be here, and how it comes. */
export function EmptyState(props: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="w-empty">
      <p className="w-empty-title">{props.title}</p>
      {props.children}
    </div>
  )
}

export function ErrorState(props: { readonly trouble: unknown; readonly onAgain: () => void }) {
  return (
    <div className="w-empty">
      <Trouble trouble={props.trouble} onAgain={props.onAgain} />
    </div>
  )
}

/** Shown only when something takes longer than 300 ms: a flash of a spinner is worse than none. */
export function Spinner() {
  const t = useText(uiMessages)
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300)
    return () => clearTimeout(timer)
  }, [])
  return (
    <output className="w-spinner">
      {isLate ? (
        <>
          <span className="w-dots" aria-hidden="true" />
          {t('loading')}
        </>
      ) : null}
    </output>
  )
}

/** A state by colour, shape and word together, never by colour alone. */
export function StateMark(props: { readonly state: State; readonly children?: ReactNode }) {
  const t = useText(uiMessages)
  return (
    <span className={`w-state w-state-${props.state}`}>
      <span className={`w-shape w-shape-${props.state}`} aria-hidden="true" />
      {props.children ?? t(`state.${props.state}`)}
    </span>
  )
}
