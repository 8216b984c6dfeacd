import { Select } from 'antd'
import { useState } from 'react'
import { nobody } from '../../authz/common/grants.ts'
import { useAsk } from '../../ui/office/ask.ts'
import { mayBeCalled } from '../../ui/office/by-name.ts'
import { useText } from '../../ui/ui/use-text.ts'
import type { findActors } from '../common/contract.ts'
import { auditMessages } from './messages.ts'
import { useActorName } from './use-actor-name.ts'

interface ActorSelectProps {
  readonly value: string | undefined
  readonly onChange: (actorId: string | undefined) => void
}

/** Finds one of the staff or another system by name; nobody and the clock of the program are always there. */
export function ActorSelect({ value, onChange }: ActorSelectProps) {
  const t = useText(auditMessages)
  const nameOf = useActorName()
  const [typed, setTyped] = useState('')
  const asked = useAsk<typeof findActors>(
    'audit.find-actors',
    { typed: typed.trim().slice(0, 60), ...(value ? { id: value } : {}) },
    { keep: true },
  )
  const found = (asked.data?.rows ?? []).map(({ id, kind, name, login }) => {
    const label = nameOf({ id, kind, name })
    return { value: id, label: login ? `${label} (${login})` : label }
  })
  const always = [
    { value: nobody.personId, label: t('audit.nobody') },
    { value: 'clock', label: t('audit.program') },
  ].filter(one => mayBeCalled(one.label, typed) && found.every(({ value: id }) => id !== one.value))
  return (
    <Select
      className="o-choose"
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={t('audit.everybody')}
      notFoundContent={t('audit.no-such-actor')}
      value={value ?? null}
      onChange={id => onChange(id ?? undefined)}
      popupMatchSelectWidth={false}
      options={[...found, ...always]}
    />
  )
}
