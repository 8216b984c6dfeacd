import { Link } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { useDo } from '#platform/ui/office/ask.ts'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { endRelation, relate, ShownRelation, ShownThing } from '../common/contract/things.ts'
import { kinds, type ThingKind } from '../common/kinds.ts'
import { type RelationKind, relationKinds, relations } from '../common/relations.ts'
import { FieldInput } from './FieldInput.tsx'
import { registryOfficeMessages } from './messages.ts'
import { ThingPicker } from './ThingPicker.tsx'
import { useToday, useWords } from '../ui/words.ts'

interface RelationsProps {
  readonly thing: ShownThing
  readonly isNow: boolean
}

/** What this is joined to, from both sides, with its days; the present first. */
export function ThingRelations({ thing, isNow }: RelationsProps) {
  const t = useText(registryOfficeMessages)
  const [isAdding, setAdding] = useState(false)
  return (
    <section className="o-card" aria-labelledby="relations">
      <h2 id="relations">{t('relations.title')}</h2>
      {thing.relations.length === 0 ? <p className="o-hint">{t('relations.none')}</p> : null}
      <ul className="o-lines">
        {thing.relations.map(one => (
          <RelationLine key={one.relationId} one={one} mayEnd={isNow && thing.mayWrite} />
        ))}
      </ul>
      {isAdding ? (
        <RelateForm thing={thing} onEnd={() => setAdding(false)} />
      ) : isNow && thing.mayWrite ? (
        <div className="o-actions">
          <Button onClick={() => setAdding(true)}>{t('relations.add')}</Button>
        </div>
      ) : null}
    </section>
  )
}

function RelationLine({ one, mayEnd }: { readonly one: ShownRelation; readonly mayEnd: boolean }) {
  const t = useText(registryOfficeMessages)
  const today = useToday()
  const words = useWords()
  const [isEnding, setEnding] = useState(false)
  const end = useDo<typeof endRelation>('registry.end-relation', {
    renews: ['registry.'],
    onDone: () => setEnding(false),
  })
  const when = one.until
    ? t('relations.until', { from: one.from, until: one.until })
    : t('relations.since', { from: one.from })
  return (
    <li>
      <span>
        <b>{words.relation(one.kind, one.direction)}</b>{' '}
        {one.other ? (
          <Link to="/registry/$thingId" params={{ thingId: one.other.thingId }}>
            {one.other.title}
          </Link>
        ) : (
          t('relations.hidden')
        )}
        {one.role ? ` · ${words.code('kin', one.role)}` : ''} <span className="o-soft">{when}</span>
      </span>
      {mayEnd && one.until === null && !isEnding ? (
        <Button
          size="small"
          aria-label={t('relations.end-of', { other: one.other?.title ?? '' })}
          onClick={() => setEnding(true)}
        >
          {t('relations.end')}
        </Button>
      ) : null}
      {isEnding ? (
        <OfficeForm<{ until: string }>
          name={`end-${one.relationId}`}
          start={{ until: today }}
          submit={t('relations.end')}
          isSending={end.isSending}
          trouble={end.trouble}
          onCancel={() => setEnding(false)}
          onSend={({ until }) => end.send({ relationId: one.relationId, until })}
        >
          <Item name="until" label={t('relations.end-on')} isRequired>
            <FieldInput spec={kinds.person.fields.bornOn!} />
          </Item>
        </OfficeForm>
      ) : null}
    </li>
  )
}

interface Joined {
  readonly other: string
  readonly from: string
  readonly role?: string
}

interface Way {
  readonly relation: RelationKind
  readonly direction: 'from' | 'to'
  readonly other: ThingKind
}

const waysOf = (kind: ThingKind): Way[] =>
  relationKinds.flatMap(relation => {
    const spec: { from: readonly ThingKind[]; to: readonly ThingKind[] } = relations[relation]
    const out = spec.from.includes(kind) ? spec.to.map(other => ({ relation, direction: 'from' as const, other })) : []
    const back = spec.to.includes(kind) ? spec.from.map(other => ({ relation, direction: 'to' as const, other })) : []
    return [...out, ...back]
  })

function RelateForm({ thing, onEnd }: { readonly thing: ShownThing; readonly onEnd: () => void }) {
  const t = useText(registryOfficeMessages)
  const today = useToday()
  const words = useWords()
  const ways = waysOf(thing.kind)
  const [at, setAt] = useState(0)
  const way = ways[at]
  const [relationId, setRelationId] = useState(newId)
  const send = useDo<typeof relate>('registry.relate', {
    renews: ['registry.'],
    onDone: () => {
      setRelationId(newId())
      onEnd()
    },
  })
  if (!way) return null
  const { relation, direction } = way
  return (
    <OfficeForm<Joined>
      name="relate"
      start={{ from: today }}
      submit={t('relations.add')}
      isSending={send.isSending}
      trouble={send.trouble}
      onCancel={onEnd}
      onSend={({ other, from, role }) => {
        const [fromId, toId] = direction === 'from' ? [thing.thingId, other] : [other, thing.thingId]
        send.send({ relationId, kind: relation, fromId, toId, from, ...(role ? { role } : {}) })
      }}
    >
      <label className="o-stack">
        <span>{t('relations.kind')}</span>
        <select className="o-select" value={at} onChange={event => setAt(Number(event.target.value))}>
          {ways.map((one, i) => (
            <option key={`${one.relation} ${one.direction} ${one.other}`} value={i}>
              {words.relation(one.relation, one.direction)}（{words.kind(one.other)}）
            </option>
          ))}
        </select>
      </label>
      <Item key={`${at}`} name="other" label={t('relations.other')} isRequired>
        <ThingPicker kind={way.other} />
      </Item>
      {relations[relation].role === 'kin' ? (
        <Item name="role" label={t('relations.role')}>
          <Select options={words.codes('kin')} />
        </Item>
      ) : null}
      <Item name="from" label={t('relations.from')} isRequired>
        <FieldInput spec={kinds.person.fields.bornOn!} />
      </Item>
    </OfficeForm>
  )
}
