import { useState } from 'react'
import { useOutbox, usePhone } from '#platform/offline/field/index.ts'
import { Button, EmptyState, Link, Notice, Screen, Unanswered, useLive, useText } from '#platform/ui/ui/index.ts'
import type { ShownThing } from '../common/contract/things.ts'
import { useToday, useWords } from '../ui/words.ts'
import { fieldRegistryMessages } from './messages.ts'
import { useHousehold } from './use-household.ts'

/** A household at a glance: who lives here, what is known, what should be asked again. */
export function HouseholdScreen({ thingId }: { readonly thingId: string }) {
  const t = useText(fieldRegistryMessages)
  const asked = useHousehold(thingId)
  const { reload } = asked
  useLive(change => {
    if (change === 'reset' || change.kind === 'registry-thing') void reload()
  })
  const household = asked.answer?.household
  const group = household?.things.find(one => one.kind === 'household')
  return (
    <Screen title={group?.title ?? household?.things[0]?.title ?? t('household.title')} back="/visits">
      <Unanswered asked={asked} />
      {asked.answer && !household ? <EmptyState title={t('household.gone')} /> : null}
      {household && asked.answer?.isKept ? <Notice tone="warn">{t('household.kept')}</Notice> : null}
      {household ? <Waiting ids={household.things.map(one => one.thingId)} /> : null}
      <div className="f-list">
        {household?.things.map(thing => (
          <Thing
            key={thing.thingId}
            thing={thing}
            isFolded={thing.thingId !== thingId && thing.kind !== 'household'}
            onSaid={() => void reload()}
          />
        ))}
      </div>
      {group?.mayWrite ? (
        <div className="w-actions">
          <Link to={`/collect/person/${group.thingId}`} className="w-button w-wide">
            {t('household.add-member')}
          </Link>
        </div>
      ) : null}
      {household ? <p className="w-hint">{t('household.about')}</p> : null}
    </Screen>
  )
}

/** What was done here about this household and has not arrived. */
function Waiting({ ids }: { readonly ids: readonly string[] }) {
  const t = useText(fieldRegistryMessages)
  const { items } = useOutbox()
  const about = items.filter(({ state, input }) => {
    if (state === 'done') return false
    const text = JSON.stringify(input)
    return ids.some(id => text.includes(id))
  })
  if (about.length === 0) return null
  return (
    <Notice tone="warn">
      <Link to="/waiting">{t('household.waiting', { n: about.length })}</Link>
    </Notice>
  )
}

/** Among the people of a household; where they live together is said once, by the page. */
const family: ReadonlySet<string> = new Set(['spouse-of', 'parent-of', 'guardian-of', 'cares-for'])
/** Ids of the register of buildings, which say nothing to people; the address does. */
const unsaid: ReadonlySet<string> = new Set(['building', 'entrance'])

interface ThingProps {
  readonly thing: ShownThing
  /** Opened by whoever wants to know more. */
  readonly isFolded: boolean
  readonly onSaid: () => void
}

function Thing({ thing, isFolded, onSaid }: ThingProps) {
  const t = useText(fieldRegistryMessages)
  const words = useWords()
  const today = useToday()
  const phone = usePhone()
  const [isSaid, setSaid] = useState(false)
  const stale = thing.fields.filter(field => field.staleOn !== null && field.staleOn <= today).map(({ key }) => key)
  const roles = thing.relations.flatMap(({ kind, direction, other }) =>
    other && family.has(kind) ? [`${words.relation(kind, direction)} ${other.title}`] : [],
  )
  const facts = thing.fields.filter(({ key, value }) => value !== null && !unsaid.has(key))
  const maySay = stale.length > 0 && thing.mayWrite && !isSaid
  async function stillSo() {
    const input = { thingId: thing.thingId, fields: stale, trueOn: today }
    const done = await phone.perform({ command: 'registry.confirm', input, title: thing.title })
    setSaid(done.kind === 'sent' || done.kind === 'kept')
    if (done.kind === 'sent') onSaid()
  }
  return (
    <section className="w-card" aria-label={thing.title}>
      <h2>{thing.title}</h2>
      <p className="w-soft">{[words.kind(thing.kind), ...roles].join(' · ')}</p>
      {thing.openConflicts > 0 ? (
        <Notice tone="warn">{t('household.conflicts', { n: thing.openConflicts })}</Notice>
      ) : null}
      <details open={!isFolded}>
        <summary>{t('household.facts', { n: facts.length })}</summary>
        <dl className="f-facts">
          {facts.map(field => (
            <div key={field.key}>
              <dt>{words.field(thing.kind, field.key)}</dt>
              <dd>
                {words.value(thing.kind, field.key, field.value!)}
                {field.sight === 'masked' ? <span className="w-soft"> ({t('household.masked')})</span> : null}
                {stale.includes(field.key) ? <strong className="f-warn"> {t('household.stale')}</strong> : null}
              </dd>
            </div>
          ))}
        </dl>
      </details>
      {isSaid ? <Notice tone="good">{t('household.still-done')}</Notice> : null}
      {thing.kind === 'person' || maySay ? (
        <div className="w-actions">
          {thing.kind === 'person' ? (
            <Link to={`/visits/write/${thing.thingId}`} className="w-button">
              {t('household.visit', { name: thing.title })}
            </Link>
          ) : null}
          {maySay ? (
            <Button onPress={() => void stillSo()}>{t('household.still-so', { name: thing.title })}</Button>
          ) : null}
        </div>
      ) : null}
    </section>
  )
}
