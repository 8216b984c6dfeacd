import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import type { InputOf } from '#platform/contract/common/endpoint.ts'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { useAskList, useDo } from '#platform/ui/office/ask.ts'
import { MoreRows } from '#platform/ui/office/MoreRows.tsx'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { Told } from '#platform/ui/office/Told.tsx'
import { useSay } from '#platform/ui/office/Say.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { ShownThing } from '../common/contract/things.ts'
import type { happen, listEvents, previewEvent, ShownEffect } from '../common/contract/upkeep.ts'
import { kinds, type ThingKind } from '../common/kinds.ts'
import type { LifeEventKind } from '../common/life-event.ts'
import { head } from '../common/kin.ts'
import { FieldInput } from './FieldInput.tsx'
import { type Heads, kinFilled, KinFields, MemberPicker, membersOf, stayingWithoutHead } from './HouseholdKin.tsx'
import { registryOfficeMessages } from './messages.ts'
import { ThingPicker } from './ThingPicker.tsx'
import { isThingKind, useToday, useWords } from '../ui/words.ts'

type Event = InputOf<typeof happen>['event']

/** What can happen to a thing of a kind, seen from its page. */
const eventsOf: Partial<Record<ThingKind, readonly LifeEventKind[]>> = {
  person: ['move-in', 'move-out', 'birth', 'death'],
  housing: ['move-in', 'tenancy-begin'],
  tenancy: ['tenancy-end'],
  household: ['household-head', 'household-split', 'household-merge'],
}

/** Moves, births, deaths, tenancies: each is looked at first and then done with all that belongs to it. */
export function ThingEvents({ thing }: { readonly thing: ShownThing }) {
  const t = useText(registryOfficeMessages)
  const [kind, setKind] = useState<LifeEventKind | null>(null)
  const past = useAskList<typeof listEvents>('registry.events', { thingId: thing.thingId })
  const may = thing.mayWrite || (thing.state === 'moved-away' && thing.kind === 'person')
  const possible = (eventsOf[thing.kind] ?? []).filter(one => one !== 'birth' || isWoman(thing))
  const { rows } = past
  if (possible.length === 0 && rows.length === 0) return null
  return (
    <section className="o-card" aria-labelledby="events">
      <h2 id="events">{t('event.title')}</h2>
      {isHeadless(thing) ? <p className="o-near">{t('event.no-head')}</p> : null}
      {rows.length > 0 ? (
        <ul className="o-lines">
          {rows.map(row => (
            <li key={row.eventId}>
              <span>
                {row.on} <b>{t(`event.${row.kind}`)}</b> {row.title}
              </span>
              <span className="o-soft">{row.byName}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="o-hint">{t('event.none')}</p>
      )}
      {past.hasNextPage ? <MoreRows asked={past} /> : null}
      {kind ? (
        <EventForm key={kind} thing={thing} kind={kind} onEnd={() => setKind(null)} />
      ) : may ? (
        <div className="o-actions">
          {possible.map(one => (
            <Button key={one} onClick={() => setKind(one)}>
              {t(`event.${one}`)}
            </Button>
          ))}
        </div>
      ) : null}
    </section>
  )
}

const isWoman = (thing: ShownThing) => thing.fields.some(field => field.key === 'sex' && field.value === '2')

/** After a death or a split: somebody has to be named. */
const isHeadless = ({ kind, state, relations }: ShownThing) => {
  const members = relations.filter(one => one.kind === 'member-of' && one.until === null)
  return kind === 'household' && state === 'current' && members.length > 0 && !members.some(one => one.role === head)
}

interface Typed extends Heads {
  readonly on: string
  readonly housing?: string
  readonly household?: string
  readonly landlord?: string
  readonly child?: string
  readonly sex?: '1' | '2'
  readonly ends?: string
  readonly use?: string
}

interface EventFormProps {
  readonly thing: ShownThing
  readonly kind: LifeEventKind
  readonly onEnd: () => void
}

function EventForm({ thing, kind, onEnd }: EventFormProps) {
  const t = useText(registryOfficeMessages)
  const today = useToday()
  const words = useWords()
  const say = useSay()
  const [ids] = useState(() => ({ event: newId(), made: newId() }))
  const [heads, setHeads] = useState<Heads>({})
  const [planned, setPlanned] = useState<{ on: string; event: Event } | null>(null)
  const preview = useDo<typeof previewEvent>('registry.preview-event')
  const send = useDo<typeof happen>('registry.happen', {
    renews: ['registry.'],
    onDone: ({ effects }) => {
      say(t('event.done', { count: effects }))
      onEnd()
    },
  })
  const day = kinds.person.fields.bornOn!
  const [members, isSplit] = [membersOf(thing), kind === 'household-split']
  const staying = stayingWithoutHead(members, heads.persons)
  const effects = preview.answer?.effects
  if (planned && effects)
    return (
      <div className="o-stack">
        <p>{t('event.will')}</p>
        <ul className="o-lines">
          {effects.map((effect, i) => (
            // Effects have no names of their own, and their order is fixed.
            <li key={i}>{effectWords(effect, t, words)}</li>
          ))}
        </ul>
        <Told trouble={send.trouble} />
        <div className="o-actions">
          <Button
            type="primary"
            danger={kind === 'death'}
            loading={send.isSending}
            onClick={() => send.send({ eventId: ids.event, ...planned })}
          >
            {t('event.do')}
          </Button>
          <Button onClick={onEnd}>{t('cancel')}</Button>
        </div>
      </div>
    )
  return (
    <OfficeForm<Typed>
      name={`event-${kind}`}
      start={{ on: today, use: 'dwelling', ...(thing.kind === 'person' ? { persons: [thing.thingId] } : {}) }}
      submit={t('event.preview')}
      isSending={preview.isSending}
      trouble={preview.trouble}
      onCancel={onEnd}
      fill={(changed, values) => {
        if (!needs[kind].includes('head') || 'kin' in changed) return {}
        setHeads(values)
        return kinFilled(members, heads, values, isSplit)
      }}
      onSend={typed => {
        const event = eventFrom(kind, thing, typed, ids.made)
        setPlanned({ on: typed.on, event })
        preview.send({ on: typed.on, event })
      }}
    >
      <Item name="on" label={t('event.on')} isRequired>
        <FieldInput spec={day} />
      </Item>
      {needs[kind].includes('persons') && thing.kind !== 'person' ? (
        <Item name="persons" label={t('event.persons')} isRequired>
          {thing.kind === 'household' ? (
            <MemberPicker members={members} isMany />
          ) : (
            <ThingPicker kind="person" isMany />
          )}
        </Item>
      ) : null}
      {needs[kind].includes('housing') && thing.kind !== 'housing' ? (
        <Item name="housing" label={t('event.housing')} isRequired>
          <ThingPicker kind="housing" />
        </Item>
      ) : null}
      {needs[kind].includes('household') ? (
        <Item name="household" label={t('event.household')} isRequired>
          <ThingPicker kind="household" />
        </Item>
      ) : null}
      {needs[kind].includes('landlord') ? (
        <Item name="landlord" label={t('event.landlord')} isOptional>
          <ThingPicker kind="person" />
        </Item>
      ) : null}
      {needs[kind].includes('letting') ? (
        <>
          <Item name="use" label={words.field('tenancy', 'use')} isRequired>
            <FieldInput spec={kinds.tenancy.fields.use!} />
          </Item>
          <Item name="ends" label={words.field('tenancy', 'endsOn')} isOptional>
            <FieldInput spec={day} />
          </Item>
        </>
      ) : null}
      {needs[kind].includes('head') ? (
        <Item name="head" label={t('event.head')} isRequired>
          <MemberPicker
            members={members.filter(one => (isSplit ? heads.persons?.includes(one.id) : one.role !== head))}
          />
        </Item>
      ) : null}
      {isSplit && staying.length > 0 ? (
        <Item name="stayHead" label={t('event.stay-head')} isRequired>
          <MemberPicker members={staying} />
        </Item>
      ) : null}
      {needs[kind].includes('head') ? <KinFields members={members} heads={heads} isSplit={isSplit} /> : null}
      {needs[kind].includes('child') ? (
        <>
          <Item name="child" label={t('event.child')} isRequired>
            <Input maxLength={50} />
          </Item>
          <Item name="sex" label={t('event.sex')} isRequired>
            <Select options={words.codes('sex').filter(({ value }) => value === '1' || value === '2')} />
          </Item>
        </>
      ) : null}
    </OfficeForm>
  )
}

type Need = 'persons' | 'housing' | 'household' | 'landlord' | 'letting' | 'head' | 'child'
const needs: Readonly<Record<LifeEventKind, readonly Need[]>> = {
  'move-in': ['persons', 'housing'],
  'move-out': ['persons'],
  birth: ['child'],
  death: [],
  'tenancy-begin': ['persons', 'landlord', 'letting'],
  'tenancy-end': [],
  'household-split': ['persons', 'head'],
  'household-merge': ['household'],
  'household-head': ['head'],
}

function eventFrom(kind: LifeEventKind, thing: ShownThing, typed: Typed, made: string): Event {
  const own = thing.thingId
  // On a person's own page nobody is asked who it is.
  const personIds = thing.kind === 'person' ? [own] : [...(typed.persons ?? [])]
  switch (kind) {
    case 'move-in':
      return { kind, personIds, housingId: thing.kind === 'housing' ? own : (typed.housing ?? own) }
    case 'move-out':
      return { kind, personIds }
    case 'birth':
      return { kind, motherId: own, childId: made, name: typed.child ?? '', sex: typed.sex ?? '1' }
    case 'death':
      return { kind, personId: own }
    case 'tenancy-begin': {
      const landlord = typed.landlord ? { landlordId: typed.landlord } : {}
      const letting = { ...(typed.use ? { use: typed.use } : {}), ...(typed.ends ? { endsOn: typed.ends } : {}) }
      return { kind, tenancyId: made, housingId: own, tenantIds: personIds, ...landlord, ...letting }
    }
    case 'tenancy-end':
      return { kind, tenancyId: own }
    case 'household-split':
      return {
        ...{ kind, householdId: own, newHouseholdId: made, personIds, headId: typed.head ?? '', kin: kinSaid(typed) },
        ...(typed.stayHead ? { stayHeadId: typed.stayHead } : {}),
      }
    case 'household-merge':
      return { kind, householdId: own, intoId: typed.household ?? '' }
    case 'household-head':
      return { kind, householdId: own, headId: typed.head ?? '', kin: kinSaid(typed) }
  }
}

const kinSaid = ({ kin = {} }: Typed) =>
  Object.entries(kin).flatMap(([personId, said]) => (said ? [{ personId, kin: said }] : []))

type Words = ReturnType<typeof useWords>
type Text = ReturnType<typeof useText<typeof registryOfficeMessages>>

function effectWords({ do: does, what, value, about }: ShownEffect, t: Text, words: Words): string {
  const [from = '', to = ''] = about
  switch (does) {
    case 'begin':
    case 'end': {
      const sentence = t(`effect.${does}`, { from, to, relation: words.relation(what) })
      return value === null ? sentence : `${sentence} · ${words.code('kin', value)}`
    }
    case 'record': {
      const kind = what === 'use' ? 'housing' : 'person'
      return t('effect.record', {
        about: from,
        field: words.field(kind, what),
        value: words.value(kind, what, value ?? ''),
      })
    }
    case 'add':
      return t('effect.add', { about: from, kind: isThingKind(what) ? words.kind(what) : what })
    case 'state':
      return t('effect.state', { about: from, state: t(`state.${what as 'current'}`) })
    case 'place':
      return t('effect.place', { about: from, grid: what })
  }
}
