import { type ReactNode, useRef } from 'react'

interface DropProps {
  readonly label: string
  readonly children: ReactNode
}

/** A panel under a button. Native, so that Tab goes from the button into the panel; Escape and leaving close it. */
export function Drop({ label, children }: DropProps) {
  const box = useRef<HTMLDetailsElement>(null)
  const close = () => {
    if (box.current) box.current.open = false
  }
  return (
    // The summary is the control; these two only close what it opened.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <details
      ref={box}
      className="o-drop"
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        close()
        box.current?.querySelector('summary')?.focus()
      }}
      onBlur={event => {
        if (!event.currentTarget.contains(event.relatedTarget)) close()
      }}
    >
      <summary>{label}</summary>
      <div className="o-drop-panel">{children}</div>
    </details>
  )
}
