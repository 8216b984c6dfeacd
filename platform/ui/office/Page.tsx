import { type ReactNode, useEffect, useRef } from 'react'
import { useText } from '../ui/use-text.ts'
import { officeMessages } from './messages.ts'

interface PageProps {
  readonly title: string
  /** A sentence below the heading: what this page is for. */
  readonly about?: ReactNode
  readonly actions?: ReactNode
  /** Fills the window and scrolls inside, for desks and maps. */
  readonly isFull?: boolean
  readonly children: ReactNode
}

/** When the window is opened, the first Tab leads to the skip link; only going elsewhere moves the focus. */
let isFirstPage = true

/** A page: its heading takes the focus when one comes here, so that a screen reader says where one is. */
export function Page({ title, about, actions, isFull, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const t = useText(officeMessages)
  useEffect(() => {
    document.title = `${title} · ${t('app.name')}`
  }, [title, t])
  useEffect(() => {
    if (isFirstPage) {
      isFirstPage = false
      return
    }
    const arrivedHere = document.activeElement === document.body || document.activeElement?.closest('nav') !== null
    if (arrivedHere) heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <div className={isFull ? 'o-page o-page-full' : 'o-page'}>
      <div className="o-page-head">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {actions ? <div className="o-actions">{actions}</div> : null}
      </div>
      {about ? <p className="o-about">{about}</p> : null}
      {children}
    </div>
  )
}
