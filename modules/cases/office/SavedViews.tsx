import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { useAsk, useDo } from '#platform/ui/office/ask.ts'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { useSay } from '#platform/ui/office/Say.tsx'
import { Told } from '#platform/ui/office/Told.tsx'
import { useUrlState } from '#platform/ui/office/url-state.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { deleteView, saveView } from '../common/contract.ts'
import type { listViews } from '../common/contract-queries.ts'
import { textLimits } from '../common/limits.ts'
import { filterNames } from './case-filters.ts'
import { caseOfficeMessages } from './messages.ts'

/** Filters kept under a name, for oneself. */
export function SavedViews() {
  const t = useText(caseOfficeMessages)
  const say = useSay()
  const [url] = useUrlState()
  const [isNaming, setNaming] = useState(false)
  const asked = useAsk<typeof listViews>('cases.list-views', {})
  const save = useDo<typeof saveView>('cases.save-view', {
    renews: ['cases.list-views'],
    onDone(_, { name }) {
      say(t('views.saved', { name }))
      setNaming(false)
    },
  })
  const remove = useDo<typeof deleteView>('cases.delete-view', {
    renews: ['cases.list-views'],
    onDone: () => say(t('views.deleted')),
  })
  const views = asked.data?.views ?? []
  const present = Object.fromEntries(filterNames.flatMap(name => (url[name] ? [[name, url[name]]] : [])))
  return (
    <section aria-label={t('views.label')}>
      <div className="o-actions">
        <span className="o-soft">{t('views.label')}</span>
        {views.length === 0 ? <span className="o-soft">{t('views.none')}</span> : null}
        <ul className="o-chips">
          {views.map(view => (
            <li key={view.viewId} className="co-view">
              <Link
                to="/cases"
                search={textsOf(view.filters) as never}
                className="o-chip"
                activeOptions={{ exact: true }}
              >
                {view.name}
              </Link>
              <Button
                size="small"
                type="text"
                aria-label={t('views.delete-this', { name: view.name })}
                onClick={() => remove.send({ viewId: view.viewId })}
              >
                {t('views.delete')}
              </Button>
            </li>
          ))}
        </ul>
        {Object.keys(present).length > 0 && !isNaming ? (
          <Button size="small" onClick={() => setNaming(true)}>
            {t('views.save')}
          </Button>
        ) : null}
      </div>
      <Told trouble={remove.trouble} />
      {isNaming ? (
        <OfficeForm<{ readonly name: string }>
          name="save-view"
          submit={t('views.save')}
          isSending={save.isSending}
          trouble={save.trouble}
          onCancel={() => setNaming(false)}
          onSend={({ name }) => save.send({ viewId: newId(), name, filters: present })}
        >
          <Item name="name" label={t('views.name')} isRequired>
            <Input maxLength={textLimits.viewName} autoFocus />
          </Item>
        </OfficeForm>
      ) : null}
    </section>
  )
}

function textsOf(filters: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    filterNames.flatMap(name => (typeof filters[name] === 'string' ? [[name, filters[name]]] : [])),
  )
}
