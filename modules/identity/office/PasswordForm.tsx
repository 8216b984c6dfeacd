import { Form, Input } from 'antd'
import { useDo } from '#platform/ui/office/ask.ts'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { useSay } from '#platform/ui/office/Say.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { changePassword } from '../common/contract.ts'
import { identityOfficeMessages } from './messages.ts'

interface Typed {
  readonly current: string
  readonly next: string
  readonly repeat: string
}

export function PasswordForm({ onDone }: { readonly onDone?: () => void }) {
  const t = useText(identityOfficeMessages)
  const say = useSay()
  const { send, isSending, trouble } = useDo<typeof changePassword>('identity.change-password', {
    renews: ['identity.'],
    onDone() {
      say(t('password.done'))
      onDone?.()
    },
  })
  return (
    <OfficeForm<Typed>
      name="password"
      submit={t('password.submit')}
      isSending={isSending}
      trouble={trouble}
      onSend={({ current, next }) => send({ current, next })}
    >
      <Item name="current" label={t('password.current')} isRequired>
        <Input.Password autoComplete="current-password" maxLength={128} />
      </Item>
      <Item name="next" label={t('password.next')} hint={t('set-up.password-hint')} isRequired>
        <Input.Password autoComplete="new-password" maxLength={128} />
      </Item>
      <Form.Item
        name="repeat"
        label={t('password.repeat')}
        dependencies={['next']}
        required
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, typed: string | undefined) =>
              typed && typed === getFieldValue('next')
                ? Promise.resolve()
                : Promise.reject(new Error(t('password.not-same'))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={128} />
      </Form.Item>
    </OfficeForm>
  )
}
