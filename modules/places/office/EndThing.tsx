import { Button } from 'antd'
import { useState } from 'react'
import type { InputOf } from '#platform/contract/common/endpoint.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { instantOf } from '#platform/kernel/common/instant.ts'
import { useDo } from '#platform/ui/office/ask.ts'
import { useSay } from '#platform/ui/office/Say.tsx'
import { Told } from '#platform/ui/office/Told.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { endThing } from '../common/contract-end.ts'
import { placesOfficeMessages } from './messages.ts'

interface EndThingProps {
  readonly thing: InputOf<typeof endThing>['thing']
  readonly name: string
  readonly onEnded: () => void
}

/** A building, entrance, courtyard or line that is no more, with the day. */
export function EndThing({ thing, name, onEnded }: EndThingProps) {
  const t = useText(placesOfficeMessages)
  const say = useSay()
  const [isAsking, setAsking] = useState(false)
  const [day, setDay] = useState(() => dayOf(instantOf(Date.now())))
  const { send, isSending, trouble } = useDo<typeof endThing>('places.end-thing', {
    renews: ['places.'],
    onDone: () => {
      say(t('gone.done', { name, day }))
      onEnded()
    },
  })
  if (!isAsking) {
    return (
      <Button danger onClick={() => setAsking(true)} aria-label={`${t('gone.open')} ${name}`}>
        {t('gone.open')}
      </Button>
    )
  }
  return (
    <div className="pl-edit" role="group" aria-label={t('gone.open')}>
      <Told trouble={trouble} />
      <p>{t('gone.sure', { name })}</p>
      <label className="pl-field">
        {t('gone.day')}
        <input className="o-input" type="date" value={day} onChange={event => setDay(event.target.value)} />
      </label>
      <div className="o-actions">
        <Button danger type="primary" loading={isSending} disabled={day === ''} onClick={() => send({ thing, day })}>
          {t('gone.submit')}
        </Button>
        <Button onClick={() => setAsking(false)}>{t('posts.cancel')}</Button>
      </div>
    </div>
  )
}
