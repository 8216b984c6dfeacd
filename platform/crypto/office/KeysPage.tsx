import { Button, Input } from 'antd'
import { useEffect, useState } from 'react'
import type { OutputOf } from '../../contract/common/endpoint.ts'
import { useAsk, useDo, useRenew } from '../../ui/office/ask.ts'
import { Answered } from '../../ui/office/Blank.tsx'
import { Item, OfficeForm } from '../../ui/office/OfficeForm.tsx'
import { Page as OfficePage } from '../../ui/office/Page.tsx'
import { useSay } from '../../ui/office/Say.tsx'
import { Told } from '../../ui/office/Told.tsx'
import { useMoment } from '../../ui/ui/moment.ts'
import { useText } from '../../ui/ui/use-text.ts'
import type { dropOldKeys, keyState, rotateKey } from '../common/contract.ts'
import { keysOfficeMessages } from './messages.ts'

type Ring = OutputOf<typeof keyState>['rings'][number]
const askEvery = 2_000

/** Keys by name only: what is in use, what is being made anew, what may go. */
export function Page() {
  const t = useText(keysOfficeMessages)
  const renew = useRenew()
  const asked = useAsk<typeof keyState>('keys.state', {}, { keep: true })
  const isRunning = asked.data?.rings.some(ring => ring.rotation?.finishedAt === null) ?? false
  useEffect(() => {
    if (!isRunning) return
    const timer = setInterval(() => renew(['keys.']), askEvery)
    return () => clearInterval(timer)
  }, [isRunning, renew])
  return (
    <OfficePage title={t('place.keys')} about={t('keys.about')}>
      <Answered asked={asked}>
        {({ rings }) => (
          <>
            {rings.map(ring => (
              <RingCard key={ring.ring} ring={ring} />
            ))}
          </>
        )}
      </Answered>
    </OfficePage>
  )
}

function RingCard({ ring }: { readonly ring: Ring }) {
  const t = useText(keysOfficeMessages)
  const moment = useMoment()
  const say = useSay()
  const [isRotating, setRotating] = useState(false)
  const rotate = useDo<typeof rotateKey>('keys.rotate', { renews: ['keys.'], onDone: () => setRotating(false) })
  const drop = useDo<typeof dropOldKeys>('keys.drop-old', {
    renews: ['keys.'],
    onDone: () => say(t('keys.dropped')),
  })
  const { rotation } = ring
  const isRunning = rotation !== null && rotation.finishedAt === null
  const name = t(`keys.${ring.ring}`)
  return (
    <section className="o-card" aria-label={name}>
      <h2>{name}</h2>
      <p>
        {t('keys.current', { id: ring.current })} ·{' '}
        {ring.others.length > 0 ? t('keys.others', { ids: ring.others }) : t('keys.no-others')}
      </p>
      {rotation === null ? <p className="o-hint">{t('keys.never')}</p> : null}
      {rotation && isRunning ? (
        <p aria-live="polite">
          <progress value={rotation.done} max={Math.max(1, rotation.total)} aria-label={t('keys.progress')} />{' '}
          {t('keys.running', { done: rotation.done, total: rotation.total })}
        </p>
      ) : null}
      {rotation?.finishedAt ? (
        <p>
          {t('keys.finished', {
            at: moment(rotation.finishedAt),
            total: rotation.total,
            by: rotation.byName ?? '—',
            reason: rotation.reason,
          })}
        </p>
      ) : null}
      <Told trouble={drop.trouble} />
      {isRotating ? (
        <OfficeForm<{ reason: string }>
          name={`rotate-${ring.ring}`}
          submit={t('keys.rotate')}
          isSending={rotate.isSending}
          trouble={rotate.trouble}
          onCancel={() => setRotating(false)}
          onSend={({ reason }) => rotate.send({ ring: ring.ring, reason })}
        >
          <Item name="reason" label={t('keys.reason')} isRequired>
            <Input maxLength={200} autoFocus />
          </Item>
        </OfficeForm>
      ) : (
        <div className="o-actions">
          <Button
            disabled={isRunning}
            aria-label={t('keys.rotate-of', { ring: name })}
            onClick={() => setRotating(true)}
          >
            {t('keys.rotate')}
          </Button>
          {ring.others.length > 0 && !isRunning ? (
            <Button
              danger
              aria-label={t('keys.drop-of', { ring: name })}
              loading={drop.isSending}
              onClick={() => drop.send({ ring: ring.ring })}
            >
              {t('keys.drop')}
            </Button>
          ) : null}
        </div>
      )}
    </section>
  )
}
