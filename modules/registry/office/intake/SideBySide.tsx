import { Button } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { useDo } from '#platform/ui/office/ask.ts'
import { useSay } from '#platform/ui/office/Say.tsx'
import { Told } from '#platform/ui/office/Told.tsx'
import { useLocale, useText } from '#platform/ui/ui/use-text.ts'
import type { keepApart, mergeThings, openAlike } from '../../common/contract/duplicates.ts'
import type { ShownField, ShownThing } from '../../common/contract/things.ts'
import { kinds } from '../../common/kinds.ts'
import { type RelationKind, relations } from '../../common/relations.ts'
import { valueWords } from '../../common/row-facts.ts'
import { intakeOfficeMessages } from './messages.ts'

type Side = 'left' | 'right'
type SideBySideProps = OutputOf<typeof openAlike> & { readonly onClose: () => void }

/** Two records beside each other: which one stays, and whose value each field gets. */
export function SideBySide({ pair, a, b, onClose }: SideBySideProps) {
  const t = useText(intakeOfficeMessages)
  const { locale } = useLocale()
  const say = useSay()
  const [kept, setKept] = useState<Side>('left')
  const [taken, setTaken] = useState<Readonly<Record<string, Side>>>({})
  const [reason, setReason] = useState(t('duplicates.usual-reason'))
  const done = (said: string) => ({
    renews: ['registry.'],
    onDone: () => {
      say(said)
      onClose()
    },
  })
  const merge = useDo<typeof mergeThings>('registry.merge', done(t('duplicates.merged')))
  const apart = useDo<typeof keepApart>('registry.keep-apart', done(t('duplicates.kept-apart')))
  const sides = { left: a, right: b }
  const other = kept === 'left' ? 'right' : 'left'
  const fieldIn = (side: Side, key: string) => sides[side].fields.find(field => field.key === key)
  const keys = Object.keys(kinds[a.kind].fields).filter(key => fieldIn('left', key) ?? fieldIn('right', key))
  const isSame = (key: string) => fieldIn('left', key)?.value === fieldIn('right', key)?.value
  const isEmpty = (side: Side, key: string) => (fieldIn(side, key)?.value ?? null) === null
  const sideOf = (key: string): Side => taken[key] ?? (isEmpty(kept, key) ? other : kept)
  const take = keys.filter(key => sideOf(key) === other && !isEmpty(other, key))
  return (
    <section className="o-card" aria-labelledby="side-by-side">
      <h2 id="side-by-side">{t('duplicates.pair')}</h2>
      <Told trouble={merge.trouble ?? apart.trouble} />
      <fieldset className="o-fieldset">
        <legend>{t('duplicates.keep')}</legend>
        {(['left', 'right'] as const).map(side => (
          <label key={side}>
            <input
              type="radio"
              name="kept"
              checked={kept === side}
              onChange={() => {
                setKept(side)
                setTaken({})
              }}
            />{' '}
            {t(`duplicates.${side}`, { title: sides[side].title })}
          </label>
        ))}
      </fieldset>
      <div style={{ overflowX: 'auto' }}>
        <table className="o-plain">
          <thead>
            <tr>
              <th scope="col">{t('duplicates.field')}</th>
              <th scope="col">{t('duplicates.left', { title: a.title })}</th>
              <th scope="col">{t('duplicates.right', { title: b.title })}</th>
            </tr>
          </thead>
          <tbody>
            {keys.map(key => {
              const label = kinds[a.kind].fields[key]?.label[locale] ?? key
              return (
                <tr key={key} className={isSame(key) ? 'o-soft' : undefined}>
                  <th scope="row">{label}</th>
                  {(['left', 'right'] as const).map(side => (
                    <td key={side}>
                      {isSame(key) || isEmpty(side, key) ? null : (
                        <input
                          type="radio"
                          name={`take ${key}`}
                          aria-label={t('duplicates.choose', { field: label, side: t(`duplicates.${side}-short`) })}
                          checked={sideOf(key) === side}
                          onChange={() => setTaken({ ...taken, [key]: side })}
                        />
                      )}{' '}
                      <Value thing={sides[side]} field={fieldIn(side, key)} />
                    </td>
                  ))}
                </tr>
              )
            })}
            <tr>
              <th scope="row">{t('duplicates.relations')}</th>
              {([a, b] as const).map(thing => (
                <td key={thing.thingId}>
                  <Relations thing={thing} />
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
      <div className="o-filters">
        <label>
          <span>{t('duplicates.reason')}</span>
          <input className="o-input" maxLength={200} value={reason} onChange={event => setReason(event.target.value)} />
        </label>
        <Button
          type="primary"
          disabled={reason.trim().length < 2}
          loading={merge.isSending}
          onClick={() =>
            merge.send({
              ...{ mergeId: newId(), keptId: sides[kept].thingId, goneId: sides[other].thingId, take, reason },
            })
          }
        >
          {t('duplicates.merge')}
        </Button>
        <Button loading={apart.isSending} onClick={() => apart.send({ alikeId: pair.alikeId })}>
          {t('duplicates.apart')}
        </Button>
        <Button onClick={onClose}>{t('duplicates.close')}</Button>
      </div>
    </section>
  )
}

function Value({ thing, field }: { readonly thing: ShownThing; readonly field: ShownField | undefined }) {
  const t = useText(intakeOfficeMessages)
  const { locale } = useLocale()
  if (!field || field.value === null) return <span className="o-soft">{t('duplicates.empty')}</span>
  return (
    <>
      {valueWords(thing.kind, field.key, field.value, locale)}{' '}
      <span className="o-soft">{t('duplicates.from', { by: field.byName ?? '', on: field.trueOn })}</span>
    </>
  )
}

function Relations({ thing }: { readonly thing: ShownThing }) {
  const { locale } = useLocale()
  const open = thing.relations.filter(one => one.until === null && one.other)
  return (
    <ul className="o-lines">
      {open.map(one => {
        const spec = relations[one.kind as RelationKind]
        return (
          <li key={one.relationId}>
            {(one.direction === 'from' ? spec.label : spec.back)[locale]} {one.other?.title}
          </li>
        )
      })}
    </ul>
  )
}
