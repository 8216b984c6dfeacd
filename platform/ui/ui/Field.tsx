import { type ReactNode, useId } from 'react'
import { uiMessages } from '../messages.ts'
import { useText } from './use-text.ts'

export interface FieldProps {
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | null | undefined
  readonly isOptional?: boolean
}

/** What a control needs so that its label, hint and error belong to it. */
export interface Ties {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
}

/** A label above, a hint below it, an error beside the control, all tied to it by ids. */
export function Field(
  props: FieldProps & { readonly children: (ties: Ties) => ReactNode; readonly after?: ReactNode },
) {
  const id = useId()
  const t = useText(uiMessages)
  const described = [props.hint && `${id}-hint`, props.error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className="w-field">
      <label className="w-label" htmlFor={id}>
        {props.label}
        {props.isOptional ? <span className="w-soft"> ({t('optional')})</span> : null}
      </label>
      {props.hint ? (
        <p className="w-hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      ) : null}
      {props.children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': props.error ? true : undefined,
      })}
      {props.after}
      <FieldError id={`${id}-error`} error={props.error} />
    </div>
  )
}

export function FieldError({ id, error }: { readonly id: string; readonly error: string | null | undefined }) {
  return error ? (
    <p className="w-error" id={id} role="alert">
      {error}
    </p>
  ) : null
}

type Kind = 'text' | 'tel' | 'password' | 'search' | 'number' | 'date'

export interface TextFieldProps extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly type?: Kind
  readonly name?: string
  readonly autoComplete?: string
  readonly inputMode?: 'text' | 'numeric' | 'tel'
  readonly maxLength?: number
  readonly isRequired?: boolean
}

export function TextField(props: TextFieldProps) {
  return (
    <Field {...props}>
      {ties => (
        <input
          {...ties}
          className="w-input"
          type={props.type ?? 'text'}
          name={props.name}
          value={props.value}
          autoComplete={props.autoComplete ?? 'off'}
          autoCapitalize="none"
          inputMode={props.inputMode}
          maxLength={props.maxLength}
          required={props.isRequired}
          onChange={event => props.onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}

export interface TextAreaProps extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly max: number
  readonly rows?: number
}

/** Says how much room is left when it gets little; too long is said, never cut. */
export function TextArea(props: TextAreaProps) {
  const t = useText(uiMessages)
  const left = props.max - props.value.length
  const isClose = left <= Math.min(100, props.max / 5)
  const count = left < 0 ? t('text.over', { over: -left }) : t('text.left', { left })
  return (
    <Field
      {...props}
      error={props.error ?? (left < 0 ? count : null)}
      after={
        <p className="w-count" aria-live="polite">
          {isClose && left >= 0 ? count : ''}
        </p>
      }
    >
      {ties => (
        <textarea
          {...ties}
          className="w-input w-area"
          rows={props.rows ?? 4}
          value={props.value}
          onChange={event => props.onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}

export interface Choice<Value extends string = string> {
  readonly value: Value
  readonly label: string
  readonly hint?: string
}

export interface ChoiceProps<Value extends string> extends FieldProps {
  readonly choices: readonly Choice<Value>[]
  readonly value: Value | null
  readonly onChange: (value: Value) => void
}

export function Select<Value extends string>(props: ChoiceProps<Value> & { readonly placeholder?: string }) {
  const pick = (value: string) => {
    const choice = props.choices.find(one => one.value === value)
    if (choice) props.onChange(choice.value)
  }
  return (
    <Field {...props}>
      {ties => (
        <select
          {...ties}
          className="w-input"
          value={props.value ?? ''}
          onChange={event => pick(event.currentTarget.value)}
        >
          {props.placeholder ? <option value="">{props.placeholder}</option> : null}
          {props.choices.map(choice => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** Native radios in a fieldset: arrow keys, screen readers and old browsers all know them. */
export function RadioGroup<Value extends string>(props: ChoiceProps<Value>) {
  const id = useId()
  const described = [props.hint && `${id}-hint`, props.error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <fieldset className="w-field w-group" aria-describedby={described || undefined}>
      <legend className="w-label">{props.label}</legend>
      {props.hint ? (
        <p className="w-hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      ) : null}
      <div className="w-choices">
        {props.choices.map(choice => (
          <label key={choice.value} className="w-choice">
            <input
              type="radio"
              name={id}
              value={choice.value}
              checked={props.value === choice.value}
              onChange={() => props.onChange(choice.value)}
            />
            <span>
              {choice.label}
              {choice.hint ? <span className="w-choice-hint">{choice.hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
      <FieldError id={`${id}-error`} error={props.error} />
    </fieldset>
  )
}
