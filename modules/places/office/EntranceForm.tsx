import { Button, InputNumber } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { useDo } from '#platform/ui/office/ask.ts'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { useSay } from '#platform/ui/office/Say.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { showBuilding } from '../common/contract.ts'
import type { setEntrance } from '../common/contract-entrance.ts'
import { placesOfficeMessages } from './messages.ts'

interface Typed {
  readonly number: number
  readonly floors: number
  readonly roomsPerFloor: number
  readonly households: number
}

interface EntranceFormProps {
  readonly building: OutputOf<typeof showBuilding>
  /** Null for a new one. */
  readonly entrance: OutputOf<typeof showBuilding>['entrances'][number] | null
}

/** An entrance of a building, new or put right; the number of one that stands stays. */
export function EntranceForm({ building, entrance }: EntranceFormProps) {
  const t = useText(placesOfficeMessages)
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  const { send, isSending, trouble } = useDo<typeof setEntrance>('places.set-entrance', {
    renews: ['places.'],
    onDone: (_, { number }) => {
      say(t('entrance.done', { number }))
      setOpen(false)
    },
  })
  const title = entrance ? t('entrance.correct', { name: entrance.name }) : t('entrance.add')
  if (!isOpen) return <Button onClick={() => setOpen(true)}>{title}</Button>
  const next = Math.max(0, ...building.entrances.map(({ number }) => number)) + 1
  const usual: Typed = { number: next, floors: building.floors, roomsPerFloor: 2, households: building.floors * 2 }
  return (
    <section className="pl-edit" aria-label={title}>
      <OfficeForm<Typed>
        name={`entrance-${entrance?.id ?? 'new'}`}
        start={entrance ?? usual}
        submit={t('entrance.save')}
        isSending={isSending}
        trouble={trouble}
        onCancel={() => setOpen(false)}
        fill={({ floors, roomsPerFloor }, values) =>
          floors || roomsPerFloor ? { households: (values.floors ?? 0) * (values.roomsPerFloor ?? 0) } : {}
        }
        onSend={typed => send({ ...typed, entranceId: entrance?.id ?? newId(), buildingId: building.buildingId })}
      >
        <Item name="number" label={t('entrance.number')} isRequired>
          <InputNumber min={1} max={99} precision={0} disabled={entrance !== null} />
        </Item>
        <Item name="floors" label={t('entrance.floors')} isRequired>
          <InputNumber min={1} max={200} precision={0} />
        </Item>
        <Item name="roomsPerFloor" label={t('entrance.rooms')} isRequired>
          <InputNumber min={1} max={99} precision={0} />
        </Item>
        <Item name="households" label={t('entrance.households')} isRequired>
          <InputNumber min={0} max={5000} precision={0} />
        </Item>
      </OfficeForm>
    </section>
  )
}
