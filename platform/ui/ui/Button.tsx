import type { ReactNode } from 'react'

export interface ButtonProps {
  readonly children: ReactNode
  readonly onPress?: () => void
  /** `primary` is the likely next step: one on a screen. `danger` says its consequence in words. */
  readonly look?: 'primary' | 'plain' | 'quiet' | 'danger'
  readonly type?: 'button' | 'submit'
  readonly isBusy?: boolean
  readonly isDisabled?: boolean
  readonly isWide?: boolean
  readonly label?: string
  readonly describedBy?: string
}

/** A button that stays focusable while busy, so that the keyboard does not lose its place. */
export function Button(props: ButtonProps) {
  const { children, onPress, look = 'plain', type = 'button', isBusy = false, isWide = false } = props
  return (
    <button
      type={type}
      className={`w-button w-button-${look}${isWide ? ' w-wide' : ''}`}
      disabled={props.isDisabled}
      aria-disabled={isBusy || undefined}
      aria-busy={isBusy || undefined}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      onClick={event => {
        if (isBusy) event.preventDefault()
        else onPress?.()
      }}
    >
      {isBusy ? <span className="w-dots" aria-hidden="true" /> : null}
      {children}
    </button>
  )
}
