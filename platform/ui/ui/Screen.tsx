import { type ReactNode, useEffect, useRef } from 'react'
import { uiMessages } from '../messages.ts'
import { Link, usePlace } from './router.tsx'
import { useText } from './use-text.ts'

export interface ScreenProps {
  readonly title: string
  /** Where "back" leads when the person came by a link. Without it there is no back button. */
  readonly back?: string
  readonly actions?: ReactNode
  readonly children: ReactNode
}

let isFirstScreen = true

/** One screen: its heading names the page and takes the focus when the person moves there. */
export function Screen({ title, back, actions, children }: ScreenProps) {
  const t = useText(uiMessages)
  const place = usePlace()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = title
  }, [title])
  useEffect(() => {
    if (isFirstScreen) isFirstScreen = false
    else heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <>
      <header className="w-head">
        {back === undefined ? null : (
          <button type="button" className="w-back" onClick={() => place.back(back)}>
            <span className="w-arrow" aria-hidden="true" />
            {t('back')}
          </button>
        )}
        <h1 className="w-title" ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {actions}
      </header>
      <main className="w-main">{children}</main>
    </>
  )
}

export interface Tab {
  readonly to: string
  readonly label: string
  readonly icon: ReactNode
  readonly isRaised?: boolean
  readonly count?: number
  readonly countLabel?: string
}

/** The bar at the bottom: plain links, so that it works with every finger, key and reader. */
export function TabBar(props: { readonly tabs: readonly Tab[]; readonly current: string; readonly label: string }) {
  return (
    <nav className="w-tabs" aria-label={props.label}>
      {props.tabs.map(tab => (
        <Link
          key={tab.to}
          to={tab.to}
          className={`w-tab${tab.isRaised ? ' w-tab-raised' : ''}`}
          isCurrent={tab.to === props.current}
        >
          <span className="w-tab-icon" aria-hidden="true">
            {tab.icon}
          </span>
          <span>{tab.label}</span>
          {tab.count ? (
            <span className="w-badge">
              {tab.count > 99 ? '99+' : tab.count}
              {tab.countLabel ? <span className="w-hidden"> {tab.countLabel}</span> : null}
            </span>
          ) : null}
        </Link>
      ))}
    </nav>
  )
}
