import { Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import type { gridTree } from '#modules/grid/common/index.ts'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { byName } from '#platform/ui/office/by-name.ts'
import { useAsk, useDo } from '#platform/ui/office/ask.ts'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import { type ClientKind, clientKinds, mostRepeatMinutes, usualExchange } from '../common/client.ts'
import type { createClient } from '../common/contract.ts'
import { exchangeTextLimits } from '../common/limits.ts'
import { exchangeMessages } from '../common/messages.ts'
import { exchangeOfficeMessages } from './messages.ts'

interface Typed {
  readonly name: string
  readonly kind: ClientKind
  readonly gridPath?: string
  readonly repeatMinutes?: number
}

interface NewClientFormProps {
  readonly onMade: (made: { readonly name: string; readonly key: string }) => void
  readonly onCancel: () => void
}

export function NewClientForm({ onMade, onCancel }: NewClientFormProps) {
  const t = useText(exchangeOfficeMessages, exchangeMessages)
  const [clientId] = useState(newId)
  const tree = useAsk<typeof gridTree>('grid.tree', { deepestLevel: 3 })
  const { send, isSending, trouble } = useDo<typeof createClient>('exchange.create-client', {
    renews: ['exchange.'],
    onDone: ({ key }, { name }) => onMade({ name, key }),
  })
  return (
    <OfficeForm<Typed>
      name="new-client"
      start={{ kind: 'sensor', repeatMinutes: usualExchange.repeatMinutes }}
      submit={t('clients.create')}
      isSending={isSending}
      trouble={trouble}
      onCancel={onCancel}
      onSend={({ name, kind, gridPath, repeatMinutes }) =>
        send({
          ...{ clientId, name, kind },
          ...(gridPath ? { gridPath } : {}),
          ...(typeof repeatMinutes === 'number' ? { repeatMinutes } : {}),
        })
      }
    >
      <Item name="name" label={t('clients.name')} hint={t('clients.name-hint')} isRequired>
        <Input maxLength={exchangeTextLimits.name} autoComplete="off" autoFocus />
      </Item>
      <Item name="kind" label={t('clients.kind')} isRequired>
        <Select options={clientKinds.map(value => ({ value, label: t(`exchange.kind.${value}`) }))} />
      </Item>
      <Item name="gridPath" label={t('clients.scope')} hint={t('clients.scope-hint')} isOptional>
        <Select
          allowClear
          showSearch={byName}
          placeholder={t('clients.everywhere')}
          options={(tree.data?.grids ?? []).map(({ path, name }) => ({ value: path, label: `${name} ${path}` }))}
        />
      </Item>
      <Item name="repeatMinutes" label={t('clients.window')} hint={t('clients.window-hint')} isRequired>
        <InputNumber min={0} max={mostRepeatMinutes} precision={0} />
      </Item>
    </OfficeForm>
  )
}
