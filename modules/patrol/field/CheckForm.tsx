import { type FormEvent, useState } from 'react'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { newId } from '#platform/kernel/ui/new-id.ts'
import {
  offlineMessages,
  useOwnPhotos,
  OwnPhotoInput,
  PerformingTrouble,
  usePerforming,
} from '#platform/offline/field/index.ts'
import { Button, Select, TextArea, TextField, useText } from '#platform/ui/ui/index.ts'
import type { checkPoint } from '../common/contract.ts'
import { patrolMessages } from '../common/messages.ts'
import { type ItemState, itemStates } from '../common/round.ts'
import { fieldPatrolMessages } from './messages.ts'
import type { MyPoint } from './RoundScreen.tsx'
import type { MyRound } from './round-on-phone.ts'

interface CheckFormProps {
  readonly round: MyRound
  readonly point: MyPoint
  readonly onTold: (numbers: readonly string[]) => Promise<void>
}

const mostPhotos = 9

/** What one saw: everything is taken to be right, so that a point with nothing wrong is one tap. */
export function CheckForm({ round, point, onTold }: CheckFormProps) {
  const t = useText(fieldPatrolMessages, patrolMessages)
  const own = useText(offlineMessages)
  const step = usePerforming()
  const photos = useOwnPhotos(mostPhotos)
  const items = round.checklists.find(list => list.checklistId === point.checklistId)?.items ?? []
  const [caseIds] = useState(() => new Map(items.map(item => [item.code, newId()])))
  const [states, setStates] = useState<Readonly<Record<string, ItemState>>>({})
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({})
  const [note, setNote] = useState('')
  const [isChecked, setChecked] = useState(false)
  const found = items.filter(item => states[item.code] === 'found')
  const textOf = (code: string) => (texts[code] ?? '').trim()

  async function submit(event: FormEvent) {
    event.preventDefault()
    setChecked(true)
    if (found.some(item => textOf(item.code) === '')) return
    const kept = await step.photosOf(photos)
    const input = {
      ...{ roundId: round.roundId, pointId: point.pointId, at: new Date().toISOString(), note },
      results: items.map(item => ({ item: item.code, state: states[item.code] ?? ('good' as const) })),
      // A photo belongs to one case; those taken here go with the first thing found.
      findings: found.map(({ code }, n) => ({
        ...{ caseId: caseIds.get(code) ?? newId(), item: code, text: textOf(code) },
        photos: n === 0 ? kept.map(({ id }) => id) : [],
      })),
    }
    const done = await step.perform({ command: 'patrol.check-point', input, title: point.name, photos: kept })
    if (!done) return
    const answer = done.kind === 'sent' ? (done.answer as OutputOf<typeof checkPoint>) : null
    await onTold(answer?.cases.map(one => one.number) ?? [])
  }

  return (
    <form onSubmit={event => void submit(event)} noValidate>
      <p className="w-hint">{t('check.hint')}</p>
      {items.map(item => (
        <Select
          key={item.code}
          label={item.text}
          choices={itemStates.map(value => ({ value, label: t(`item.${value}`) }))}
          value={states[item.code] ?? 'good'}
          onChange={state => setStates({ ...states, [item.code]: state })}
        />
      ))}
      {found.map(({ code, text }) => (
        <TextArea
          key={code}
          label={t('check.found-text', { item: text })}
          rows={3}
          value={texts[code] ?? ''}
          onChange={value => setTexts({ ...texts, [code]: value })}
          max={500}
          error={isChecked && textOf(code) === '' ? t('check.found-missing') : null}
        />
      ))}
      {found.length > 0 ? <OwnPhotoInput label={t('check.photos')} photos={photos} /> : null}
      {photos.isFull ? <p role="alert">{own('photos.full')}</p> : null}
      <TextField label={t('check.note')} isOptional maxLength={200} value={note} onChange={setNote} />
      <PerformingTrouble outcome={step.outcome} />
      <Button type="submit" look="primary" isWide isBusy={step.isBusy}>
        {t(found.length > 0 ? 'check.send' : 'check.all-good')}
      </Button>
    </form>
  )
}
