import { type ReactNode, useId } from 'react'

export interface ToggleProps {
  readonly label: string
  readonly hint?: string
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
}

function Toggle(props: ToggleProps & { readonly isSwitch?: true; readonly mark: ReactNode; readonly look: string }) {
  const id = useId()
  return (
    <div className={`w-toggle ${props.look}`}>
      <label className="w-choice">
        <input
          type="checkbox"
          role={props.isSwitch ? 'switch' : undefined}
          checked={props.isOn}
          aria-describedby={props.hint ? `${id}-hint` : undefined}
          onChange={event => props.onChange(event.currentTarget.checked)}
        />
        {props.mark}
        <span>{props.label}</span>
      </label>
      {props.hint ? (
        <p className="w-hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      ) : null}
    </div>
  )
}

export function Checkbox(props: ToggleProps) {
  return <Toggle {...props} look="w-checkbox" mark={null} />
}

/** Takes effect at once; a checkbox waits for its form. */
export function Switch(props: ToggleProps) {
  return <Toggle {...props} isSwitch look="w-switch" mark={<span className="w-track" aria-hidden="true" />} />
}
