import { Button, Select } from 'antd'
import { useState } from 'react'
import { byName } from '../../ui/office/by-name.ts'
import { useUrlState } from '../../ui/office/url-state.ts'
import { useText } from '../../ui/ui/use-text.ts'
import { ActorSelect } from './ActorSelect.tsx'
import { auditMessages } from './messages.ts'
import type { AuditWords } from './use-audit-words.ts'

const typed = ['subject', 'outcome', 'from', 'to'] as const
const nothing = Object.fromEntries(['actor', 'command', ...typed].map(key => [key, undefined]))

/** By whom, what, about what, how it ended and when; all of it stands in the address. */
export function Filters({ words }: { readonly words: AuditWords }) {
  const t = useText(auditMessages)
  const [url, setUrl] = useUrlState()
  const [actor, setActor] = useState(url.actor)
  const [command, setCommand] = useState(url.command)
  const commands = words.commands.map(name => ({ value: name, label: words.command(name) }))
  return (
    <form
      className="o-filters"
      onSubmit={event => {
        event.preventDefault()
        const form = new FormData(event.currentTarget)
        const change = typed.map(key => [key, String(form.get(key) ?? '').trim() || undefined])
        setUrl({ ...Object.fromEntries(change), actor, command })
      }}
    >
      <label>
        <span>{t('audit.actor')}</span>
        <ActorSelect value={actor} onChange={setActor} />
      </label>
      <label>
        <span>{t('audit.command')}</span>
        <Select
          className="o-choose"
          allowClear
          showSearch={byName}
          placeholder={t('audit.every-command')}
          value={command ?? null}
          onChange={name => setCommand(name ?? undefined)}
          popupMatchSelectWidth={false}
          options={commands}
        />
      </label>
      <label>
        <span>{t('audit.filter-subject')}</span>
        <input className="o-input" name="subject" defaultValue={url.subject ?? ''} maxLength={80} />
      </label>
      <label>
        <span>{t('audit.outcome')}</span>
        <select className="o-select" name="outcome" defaultValue={url.outcome ?? ''}>
          <option value="">{t('audit.every-outcome')}</option>
          <option value="done">{t('audit.only-done')}</option>
          <option value="refused">{t('audit.only-refused')}</option>
        </select>
      </label>
      <label>
        <span>{t('audit.from')}</span>
        <input className="o-input" type="date" name="from" defaultValue={url.from ?? ''} />
      </label>
      <label>
        <span>{t('audit.to')}</span>
        <input className="o-input" type="date" name="to" defaultValue={url.to ?? ''} />
      </label>
      <Button htmlType="submit" type="primary">
        {t('audit.search')}
      </Button>
      <Button onClick={() => setUrl(nothing)}>{t('audit.clear')}</Button>
    </form>
  )
}
