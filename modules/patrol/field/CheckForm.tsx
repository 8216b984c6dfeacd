import { type FormEvent, useState } from 'react'
import { newId } from '#platform/kernel/ui/new-id.ts'
import {
  Button,
  PhotoInput,
  Select,
  TextArea,
  TextField,
  Trouble,
  useClient,
  usePhotos,
  useSending,
  useText,
} from '#platform/ui/ui/index.ts'
import type { checkPoint } from '../common/contract.ts'
import { patrolMessages } from '../common/messages.ts'
import { type ItemState, itemStates } from '../common/round.ts'
import { fieldPatrolMessages } from './messages.ts'
import type { MyPoint, MyRound } from './RoundScreen.tsx'

interface CheckFormProps {
  readonly round: MyRound
  readonly point: MyPoint
  readonly onTold: (numbers: readonly string[]) => Promise<void>
}

const mostPhotos = 9

/** What one saw: everything is taken to be right, so that a point with nothing wrong is one tap. */
export function CheckForm({ round, point, onTold }: CheckFormProps) {
  const t = useText(fieldPatrolMessages, patrolMessages)
  const client = useClient()
  const sending = useSending()
  const photos = usePhotos(mostPhotos)
  const items = round.checklists.find(list => list.checklistId === point.checklistId)?.items ?? []
  const [requestId] = useState(newId)
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
    const sent = await photos.settle()
    const arrived = sent.flatMap(({ uploaded }) => (uploaded ? [uploaded.fileId] : []))
    if (arrived.length < sent.length) return
    const input = {
      ...{ roundId: round.roundId, pointId: point.pointId, at: new Date().toISOString(), note },
      results: items.map(item => ({ item: item.code, state: states[item.code] ?? ('good' as const) })),
      // A photo belongs to one case; those taken here go with the first thing found.
      findings: found.map(({ code }, n) => ({
        ...{ caseId: caseIds.get(code) ?? newId(), item: code, text: textOf(code) },
        photos: n === 0 ? arrived : [],
      })),
    }
    const done = await sending.send(() => client.command<typeof checkPoint>('patrol.check-point', input, { requestId }))
    if (done) await onTold(done.cases.map(one => one.number))
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
      {found.length > 0 ? <PhotoInput label={t('check.photos')} photos={photos} /> : null}
      <TextField label={t('check.note')} isOptional maxLength={200} value={note} onChange={setNote} />
      <Trouble trouble={sending.trouble} />
      <Button type="submit" look="primary" isWide isBusy={sending.isSending}>
        {t(found.length > 0 ? 'check.send' : 'check.all-good')}
      </Button>
    </form>
  )
}
