import { useState } from 'react'
import { useAskByCommand } from '#platform/ui/office/ask.ts'
import { Answered } from '#platform/ui/office/Blank.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { ShownThing, thingHistory } from '../common/contract/things.ts'
import { registryOfficeMessages } from './messages.ts'
import { useWords } from '../ui/words.ts'

/** Every recording, the latest first. Asked for only when somebody opens it: of a person, that is a look on record. */
export function ThingHistory({ thing }: { readonly thing: ShownThing }) {
  const t = useText(registryOfficeMessages)
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="o-card" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>
        <h2 style={{ display: 'inline' }}>{t('history.title')}</h2>
      </summary>
      {isOpen ? <Entries thing={thing} /> : null}
    </details>
  )
}

function Entries({ thing }: { readonly thing: ShownThing }) {
  const t = useText(registryOfficeMessages)
  const words = useWords()
  const asked = useAskByCommand<typeof thingHistory>('registry.history', { thingId: thing.thingId })
  return (
    <Answered asked={asked}>
      {({ entries }) => (
        <ul className="o-lines">
          {entries.map(entry => (
            <li key={entry.serial}>
              <span className="o-soft">
                {t('history.entry', { trueOn: entry.trueOn, way: t(`way.${entry.way}`), by: entry.byName ?? '—' })}
              </span>
              <span>
                {entry.changes
                  .map(
                    ({ key, value }) =>
                      `${words.field(thing.kind, key)}：${value === null ? t('thing.empty') : words.value(thing.kind, key, value)}`,
                  )
                  .join('；')}
                {entry.erased.length > 0
                  ? ` ${t('history.erased', { fields: entry.erased.map(key => words.field(thing.kind, key)) })}`
                  : ''}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Answered>
  )
}
