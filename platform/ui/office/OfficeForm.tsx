import { Alert, Button, Form } from 'antd'
import { type ReactNode, useState } from 'react'
import { recallJson, remember } from '../ui/remember.ts'
import { useText } from '../ui/use-text.ts'
import { officeMessages } from './messages.ts'
import { Told } from './Told.tsx'

interface OfficeFormProps<Values extends object> {
  /** Unique on the page: ids of the fields begin with it. With `keepsDraft`, also the name of the draft. */
  readonly name: string
  readonly start?: Partial<Values>
  readonly keepsDraft?: boolean
  readonly submit: string
  readonly isDanger?: boolean
  readonly isSending: boolean
  readonly trouble: unknown
  /** Said beside the trouble: what changed meanwhile, a way out. */
  readonly more?: ReactNode
  /** What follows from what was just typed, so that nobody types it too. */
  readonly fill?: (changed: Partial<Values>, values: Values) => Partial<Values>
  readonly onSend: (values: Values) => void
  readonly onCancel?: () => void
  readonly children: ReactNode
}

const isDraft = (value: unknown): value is object => typeof value === 'object' && value !== null
const draftKey = (name: string) => `wangge.draft.${name}`

/** After a form was sent: what was typed is no longer a draft. */
export function forgetDraft(name: string): void {
  remember(draftKey(name), null)
}

/** One column in the order of the paper; problems beside the field and in a list on top; never a lost word. */
export function OfficeForm<Values extends object>(props: OfficeFormProps<Values>) {
  const { name, keepsDraft, onCancel } = props
  const t = useText(officeMessages)
  const [form] = Form.useForm<Values>()
  const [problems, setProblems] = useState<readonly { readonly field: string; readonly text: string }[]>([])
  const [draft] = useState(() => (keepsDraft ? recallJson(draftKey(name), isDraft) : null))
  return (
    <Form<Values>
      form={form}
      name={name}
      layout="vertical"
      className="o-form"
      initialValues={{ ...props.start, ...draft }}
      requiredMark
      onValuesChange={(changed: Partial<Values>, values) => {
        const filled = props.fill?.(changed, values) ?? {}
        form.setFieldsValue(filled as never)
        if (keepsDraft) remember(draftKey(name), JSON.stringify({ ...values, ...filled }))
      }}
      onFinish={values => {
        setProblems([])
        props.onSend(values)
      }}
      onFinishFailed={({ errorFields }) => {
        setProblems(errorFields.map(({ name: path, errors }) => ({ field: path.join('_'), text: errors[0] ?? '' })))
      }}
    >
      <Told trouble={props.trouble}>{props.more}</Told>
      {problems.length > 0 ? (
        <Alert
          type="error"
          showIcon
          className="o-told"
          title={t('form.problems', { count: problems.length })}
          description={
            <ul>
              {problems.map(problem => (
                <li key={problem.field}>
                  <a
                    href={`#${name}_${problem.field}`}
                    onClick={event => focusField(event, `${name}_${problem.field}`)}
                  >
                    {problem.text}
                  </a>
                </li>
              ))}
            </ul>
          }
        />
      ) : null}
      {props.children}
      <div className="o-form-end">
        <Button type="primary" danger={props.isDanger ?? false} htmlType="submit" loading={props.isSending}>
          {props.submit}
        </Button>
        {onCancel ? <Button onClick={onCancel}>{t('form.cancel')}</Button> : null}
      </div>
    </Form>
  )
}

function focusField(event: React.MouseEvent, id: string): void {
  event.preventDefault()
  document.getElementById(id)?.focus()
}

interface ItemProps {
  readonly name: string | string[]
  readonly label: string
  readonly hint?: ReactNode
  readonly isRequired?: boolean
  readonly isOptional?: boolean
  /** In the list of problems, where several fields have the same label. */
  readonly saidAs?: string
  /** Why what stands there cannot be so, beside all else that was typed; said when one leaves the field. */
  readonly check?: (value: unknown, values: object) => string | null
  readonly children: ReactNode
}

/** Emptiness is said at once, a faulty number when it is whole. */
const whenLooked = ['onChange', 'onBlur']

/** A field with its label and what it needs. */
export function Item({ name, label, saidAs, hint, isRequired, isOptional, check, children }: ItemProps) {
  const t = useText(officeMessages)
  return (
    <Form.Item
      name={name}
      label={isOptional ? `${label}${t('form.optional')}` : label}
      extra={hint}
      validateTrigger={whenLooked}
      rules={[
        ...(isRequired ? [{ required: true, message: t('form.required', { label: saidAs ?? label }) }] : []),
        ...(check ? [checkedBy(check)] : []),
      ]}
    >
      {children}
    </Form.Item>
  )
}

const checkedBy =
  (check: NonNullable<ItemProps['check']>) =>
  ({ getFieldsValue }: { getFieldsValue: (all: true) => object }) => ({
    validateTrigger: 'onBlur',
    validator: (_: unknown, value: unknown) => {
      const problem = check(value, getFieldsValue(true))
      return problem === null ? Promise.resolve() : Promise.reject(new Error(problem))
    },
  })
