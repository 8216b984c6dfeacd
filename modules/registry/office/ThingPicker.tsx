import { Select } from 'antd'
import { useState } from 'react'
import { useAsk } from '#platform/ui/office/ask.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { listThings } from '../common/contract/things.ts'
import type { ThingKind } from '../common/kinds.ts'
import { registryOfficeMessages } from './messages.ts'

interface ThingPickerProps {
  readonly kind: ThingKind
  readonly isMany?: boolean
  readonly id?: string
  readonly value?: string | readonly string[]
  readonly onChange?: (value: string | readonly string[] | undefined) => void
}

/** Finds a record of one kind by name or address, as one types. */
export function ThingPicker({ kind, isMany, value, onChange, ...rest }: ThingPickerProps) {
  const t = useText(registryOfficeMessages)
  const [text, setText] = useState('')
  const asked = useAsk<typeof listThings>(
    'registry.list',
    { kind, text, limit: 20 },
    { enabled: text !== '', keep: true },
  )
  const rows = text === '' ? [] : (asked.data?.rows ?? [])
  const options = rows.map(row => ({ value: row.thingId, label: `${row.title} · ${row.gridNames.at(-1) ?? ''}` }))
  const shared = {
    ...rest,
    options,
    placeholder: t('pick.find'),
    allowClear: true,
    showSearch: { filterOption: false as const, onSearch: setText },
    notFoundContent: text === '' ? t('pick.find') : t('pick.none'),
  }
  if (isMany)
    return (
      <Select
        {...shared}
        mode="multiple"
        value={Array.isArray(value) ? [...(value as readonly string[])] : []}
        onChange={(ids: string[]) => onChange?.(ids)}
      />
    )
  return (
    <Select
      {...shared}
      value={typeof value === 'string' ? value : null}
      onChange={(id: string | null) => onChange?.(id ?? undefined)}
    />
  )
}
