import { Button } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import type { RawShape } from '#modules/grid/office/index.ts'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { useDo } from '#platform/ui/office/ask.ts'
import { useSay } from '#platform/ui/office/Say.tsx'
import { Told } from '#platform/ui/office/Told.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import { buildingUses } from '../../common/building.ts'
import type { checkIntake, takeIntake } from '../../common/contract-intake.ts'
import { fieldsOf, type IntakeField } from '../../common/intake/columns.ts'
import type { IntakeBatch } from '../../common/intake/item.ts'
import { placesMessages } from '../../common/messages.ts'
import type { LineKind } from '../../common/things.ts'
import { placesIntakeMessages } from '../intake/messages.ts'
import { readItems } from '../intake/read-items.ts'
import { useRowText } from '../intake/row-text.ts'
import { placesOfficeMessages } from '../messages.ts'
import { type Pen, runsIn, withoutLast } from './pen.ts'

interface DrawThingProps {
  readonly kind: 'building' | LineKind
  readonly pen: Pen
  /** Null when it is put down. */
  readonly onPen: (pen: Pen | null) => void
}

/**
 * One building or line by hand, new or put right: what it is called, and its corners, which clicks on the map add to and
 * keys change. It goes the way of a file with one row, so the same rules hold.
 */
export function DrawThing({ kind, pen, onPen }: DrawThingProps) {
  const t = useText(placesOfficeMessages, placesIntakeMessages)
  const say = useSay()
  const rowText = useRowText()
  const hintId = useId()
  // Why it could not be is old once something is changed, here or on the map.
  const [said, setSaid] = useState<{ readonly of: Pen; readonly why: string | null }>({ of: pen, why: null })
  const why = said.of === pen ? said.why : null
  const setWhy = (text: string | null) => setSaid({ of: pen, why: text })
  const take = useDo<typeof takeIntake>('places.take-intake', {
    renews: ['places.'],
    onDone: () => {
      say(t('draw.done', { name: pen.facts.name ?? '' }))
      onPen(null)
    },
  })
  const check = useDo<typeof checkIntake>('places.check-intake', {
    onDone: ({ rows: [row] }, { batch }) => {
      if (row?.does === 'add' || row?.does === 'correct') take.send({ intakeId: newId(), batch })
      else setWhy(row ? rowText.of(row) : null)
    },
  })
  const save = (event: FormEvent) => {
    event.preventDefault()
    const { batch, faults } = readPen(kind, pen)
    const [fault] = faults
    setWhy(fault ? rowText.ofFault(fault.trouble) : null)
    if (batch) check.send({ intakeId: newId(), batch: meant(batch, pen.id) })
  }
  const setFact = (field: IntakeField, text: string) => onPen({ ...pen, facts: { ...pen.facts, [field]: text } })
  return (
    <form className="pl-edit" aria-label={t(pen.id === null ? 'draw.new' : 'draw.correct')} onSubmit={save}>
      <h2>{t(pen.id === null ? 'draw.new' : 'draw.correct')}</h2>
      <Told trouble={check.trouble ?? take.trouble} />
      {why === null ? null : (
        <p role="alert" className="pl-gap">
          {why}
        </p>
      )}
      {fieldsOf(kind).map(field => (
        <label key={field} className="pl-field">
          {t(`intake.field.${field}`)}
          {field === 'use' ? (
            <UseSelect value={pen.facts.use ?? 'dwelling'} onChange={use => setFact('use', use)} />
          ) : (
            <input
              className="o-input"
              maxLength={field === 'address' ? 120 : 60}
              value={pen.facts[field] ?? ''}
              onChange={event => setFact(field, event.target.value)}
            />
          )}
        </label>
      ))}
      <label className="pl-field">
        {t('draw.corners')}
        <textarea
          className="o-input"
          rows={6}
          aria-describedby={hintId}
          value={pen.corners}
          onChange={event => onPen({ ...pen, corners: event.target.value })}
        />
      </label>
      <p className="o-hint" id={hintId}>
        {t('draw.hint')}
      </p>
      <div className="o-actions">
        <Button type="primary" htmlType="submit" loading={check.isSending || take.isSending}>
          {t('draw.save')}
        </Button>
        <Button disabled={pen.corners === ''} onClick={() => onPen({ ...pen, corners: withoutLast(pen.corners) })}>
          {t('draw.back')}
        </Button>
        <Button onClick={() => onPen(null)}>{t('posts.cancel')}</Button>
      </div>
    </form>
  )
}

function UseSelect({ value, onChange }: { readonly value: string; readonly onChange: (use: string) => void }) {
  const t = useText(placesMessages)
  return (
    <select className="o-select" value={value} onChange={event => onChange(event.target.value)}>
      {buildingUses.map(use => (
        <option key={use} value={use}>
          {t(`building.${use}`)}
        </option>
      ))}
    </select>
  )
}

/** What was drawn as a file with one row, in degrees as the map has them. */
function readPen(kind: DrawThingProps['kind'], { facts, corners }: Pen) {
  const runs = runsIn(corners)
  const fewest = kind === 'building' ? 3 : 2
  const trouble =
    runs === null ? 'bad-number' : runs.length === 0 || runs.some(run => run.length < fewest) ? 'few-corners' : null
  const shape: RawShape = {
    ...{ row: 1, said: facts as Record<string, string>, name: '', code: '', path: '', parent: '' },
    ...{ parts: trouble === null && runs ? runs.map(run => [run]) : null, trouble },
  }
  const columns = Object.fromEntries(fieldsOf(kind).map(field => [field, field]))
  return readItems(kind, { shapes: [shape], declared: null }, { name: 'cgcs2000' }, columns)
}

function meant(batch: IntakeBatch, id: string | null): IntakeBatch {
  if (id === null || batch.kind === 'courtyard') return batch
  return { ...batch, items: batch.items.map(item => ({ ...item, id })) } as IntakeBatch
}
