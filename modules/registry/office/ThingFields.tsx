import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useDo } from '#platform/ui/office/ask.ts'
import { useMay } from '#platform/ui/office/session.tsx'
import { useMoment } from '#platform/ui/ui/moment.ts'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { ShownField, ShownThing, unmaskField } from '../common/contract/things.ts'
import type { confirmFields } from '../common/contract/upkeep.ts'
import { registryOfficeMessages } from './messages.ts'
import { useToday, useWords } from '../ui/words.ts'
import './registry-office.css'

interface FieldsProps {
  readonly thing: ShownThing
  readonly isNow: boolean
}

/** Each field with where it comes from, and what there is to do about it. */
export function ThingFields({ thing, isNow }: FieldsProps) {
  const t = useText(registryOfficeMessages)
  const words = useWords()
  return (
    <div style={{ overflowX: 'auto' }}>
      <table className="o-plain rg-fields">
        <thead>
          <tr>
            {(['field', 'value', 'from', 'todo'] as const).map(head => (
              <th key={head} scope="col">
                {t(`thing.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {thing.fields.map(field => (
            <tr key={field.key}>
              <th scope="row">{words.field(thing.kind, field.key)}</th>
              <td>
                <FieldValue thing={thing} field={field} isNow={isNow} />
              </td>
              <td className="o-soft">
                <From field={field} />
              </td>
              <td>{isNow ? <Stale thing={thing} field={field} /> : null}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Who said it, how, and of which day; a visit that one may read is opened from here. */
function From({ field: { way, ref, byName, trueOn, at } }: { readonly field: ShownField }) {
  const t = useText(registryOfficeMessages)
  const may = useMay()
  const moment = useMoment()
  const isVisit = way === 'visit' && ref !== null && may('visits.read')
  return (
    <span title={t('thing.written-at', { at: moment(at) })}>
      {isVisit ? (
        <Link to="/visits/$visitId" params={{ visitId: ref } as never}>
          {t('way.visit')}
        </Link>
      ) : (
        t(`way.${way}`)
      )}{' '}
      · {byName ?? '—'} · {trueOn}
    </span>
  )
}

function FieldValue({ thing, field, isNow }: { thing: ShownThing; field: ShownField; isNow: boolean }) {
  const t = useText(registryOfficeMessages)
  const words = useWords()
  const [isAsking, setAsking] = useState(false)
  const label = words.field(thing.kind, field.key)
  const unmask = useDo<typeof unmaskField>('registry.unmask', { renews: ['registry.looks'] })
  const whole = unmask.answer?.value
  if (field.value === null) return <span className="o-soft">{t('thing.empty')}</span>
  if (field.words !== null) return <PlaceName thing={thing} field={field} words={field.words} />
  if (field.sight === 'open') return <>{words.value(thing.kind, field.key, field.value)}</>
  if (whole !== undefined && whole !== null)
    return (
      <span>
        <b>{words.value(thing.kind, field.key, whole)}</b>{' '}
        <Button
          size="small"
          onClick={() => {
            unmask.forget()
            setAsking(false)
          }}
        >
          {t('thing.hide')}
        </Button>
      </span>
    )
  if (isAsking)
    return (
      <OfficeForm<{ reason: string }>
        name={`unmask-${field.key}`}
        submit={t('thing.unmask')}
        isSending={unmask.isSending}
        trouble={unmask.trouble}
        onCancel={() => setAsking(false)}
        onSend={({ reason }) => unmask.send({ thingId: thing.thingId, field: field.key, reason })}
      >
        <Item name="reason" label={t('thing.unmask-why')} isRequired>
          <Input maxLength={200} autoFocus />
        </Item>
      </OfficeForm>
    )
  return (
    <span>
      {String(field.value)}{' '}
      {field.mayUnmask && isNow ? (
        <Button size="small" aria-label={t('thing.unmask-of', { field: label })} onClick={() => setAsking(true)}>
          {t('thing.unmask')}
        </Button>
      ) : null}
    </span>
  )
}

/** A building leads to its own page, an entrance to that of its building. */
function PlaceName({ thing, field, words }: { thing: ShownThing; field: ShownField; words: string }) {
  const building = field.key === 'building' ? field : thing.fields.find(({ key }) => key === 'building')
  if (!building?.value) return <>{words}</>
  return (
    <Link to="/places" search={{ layer: 'buildings', thing: String(building.value), grid: thing.gridPath } as never}>
      {words}
    </Link>
  )
}

function Stale({ thing, field }: { readonly thing: ShownThing; readonly field: ShownField }) {
  const t = useText(registryOfficeMessages)
  const today = useToday()
  const words = useWords()
  const confirm = useDo<typeof confirmFields>('registry.confirm', { renews: ['registry.'] })
  if (field.staleOn === null) return null
  if (field.staleOn > today) return <span className="o-soft">{t('thing.good-until', { day: field.staleOn })}</span>
  const label = words.field(thing.kind, field.key)
  return (
    <span>
      <b className="o-near">{t('thing.stale', { day: field.staleOn })}</b>{' '}
      {thing.mayWrite ? (
        <Button
          size="small"
          aria-label={t('thing.still-so-of', { field: label })}
          loading={confirm.isSending}
          onClick={() => confirm.send({ thingId: thing.thingId, fields: [field.key] })}
        >
          {t('thing.still-so')}
        </Button>
      ) : null}
    </span>
  )
}
