import { useState } from 'react'
import { PerformingTrouble, usePerforming } from '#platform/offline/field/index.ts'
import {
  Button,
  EmptyState,
  Notice,
  Screen,
  StateMark,
  Unanswered,
  useAnswer,
  useClient,
  useLive,
  useMoment,
  useText,
} from '#platform/ui/ui/index.ts'
import type { myRounds } from '../common/contract.ts'
import { patrolMessages } from '../common/messages.ts'
import { CheckForm } from './CheckForm.tsx'
import { fieldPatrolMessages } from './messages.ts'
import { daysAhead, type MyRound } from './round-on-phone.ts'
import { SkipForm } from './SkipForm.tsx'
import { TrackPart } from './TrackPart.tsx'

export type MyPoint = MyRound['points'][number]

/** One round: its points in the order of the walk; each is looked at, or left out with a reason. */
export function RoundScreen({ roundId }: { readonly roundId: string }) {
  const t = useText(fieldPatrolMessages, patrolMessages)
  const client = useClient()
  const asked = useAnswer(roundId, () => client.query<typeof myRounds>('patrol.my-rounds', { days: daysAhead }))
  const { reload } = asked
  const [numbers, setNumbers] = useState<readonly string[]>([])
  useLive(change => {
    if (change === 'reset' || change.id === roundId) void reload()
  })
  const round = asked.answer?.rounds.find(one => one.roundId === roundId)
  return (
    <Screen title={round?.title ?? t('rounds.title')} back="/patrol">
      <Unanswered asked={asked} />
      {numbers.length > 0 ? <Notice tone="good">{t('sent.cases', { numbers: numbers.join('、') })}</Notice> : null}
      {asked.answer && !round ? <EmptyState title={t('round.gone')} /> : null}
      {round ? (
        <Round
          round={round}
          onTold={async found => {
            setNumbers(found)
            await reload()
          }}
        />
      ) : null}
    </Screen>
  )
}

interface RoundProps {
  readonly round: MyRound
  readonly onTold: (numbers: readonly string[]) => Promise<void>
}

function Round({ round, onTold }: RoundProps) {
  const t = useText(fieldPatrolMessages, patrolMessages)
  const moment = useMoment()
  const ending = usePerforming()
  const [open, setOpen] = useState<{ readonly pointId: string; readonly how: 'check' | 'skip' } | null>(null)
  const told = async (numbers: readonly string[] = []) => {
    setOpen(null)
    await onTold(numbers)
  }
  const checking = usePerforming()
  const [checked, setChecked] = useState<string | null>(null)
  /** The usual case is one tap. */
  async function allGood(point: MyPoint) {
    setChecked(point.pointId)
    const items = round.checklists.find(list => list.checklistId === point.checklistId)?.items ?? []
    const results = items.map(item => ({ item: item.code, state: 'good' as const }))
    const input = { roundId: round.roundId, pointId: point.pointId, at: new Date().toISOString(), results }
    if (await checking.perform({ command: 'patrol.check-point', input, title: point.name })) await told()
  }
  async function end() {
    const input = { roundId: round.roundId, at: new Date().toISOString() }
    if (await ending.perform({ command: 'patrol.end-round', input, title: round.title })) await told()
  }
  return (
    <>
      <p className="w-soft">
        {round.spanName} · {moment(round.fromAt)} – {moment(round.untilAt)}
      </p>
      {round.state === 'ended' && round.coverage.left === 0 ? <Notice tone="good">{t('round.all-done')}</Notice> : null}
      <ol className="f-list" aria-label={t('round.points')}>
        {round.points.map(point => (
          <li key={point.pointId} className="w-card">
            <p>
              <strong>{point.name}</strong>
              {point.indoors ? ` · ${t('round.indoors')}` : ''}
            </p>
            {point.note ? <p className="w-soft">{point.note}</p> : null}
            <p>
              <StateMark state={point.state === 'checked' || point.state === 'late' ? 'done' : 'mine'}>
                {t(`point.${point.state}`)}
              </StateMark>{' '}
              {point.at ? <span className="w-soft">{moment(point.at)}</span> : null}
            </p>
            {open?.pointId === point.pointId ? (
              open.how === 'check' ? (
                <CheckForm round={round} point={point} onTold={told} />
              ) : (
                <SkipForm round={round} point={point} onTold={told} />
              )
            ) : (
              <div className="w-actions">
                {point.state === 'left' ? (
                  <Button
                    look="primary"
                    label={t('check.all-good-at', { name: point.name })}
                    isBusy={checking.isBusy && checked === point.pointId}
                    onPress={() => void allGood(point)}
                  >
                    {t('check.all-good')}
                  </Button>
                ) : null}
                <Button
                  label={t(point.state === 'left' ? 'point.check-one' : 'point.again-one', { name: point.name })}
                  onPress={() => setOpen({ pointId: point.pointId, how: 'check' })}
                >
                  {t(point.state === 'left' ? 'point.check' : 'point.again')}
                </Button>
                {point.state === 'left' ? (
                  <Button
                    label={t('point.skip-one', { name: point.name })}
                    onPress={() => setOpen({ pointId: point.pointId, how: 'skip' })}
                  >
                    {t('point.skip')}
                  </Button>
                ) : null}
              </div>
            )}
          </li>
        ))}
      </ol>
      <PerformingTrouble outcome={checking.outcome ?? ending.outcome} />
      <TrackPart round={round} />
      {round.state === 'walking' ? (
        <div className="w-actions">
          <p className="w-hint">{t('round.end-why')}</p>
          <Button isWide isBusy={ending.isBusy} onPress={() => void end()}>
            {t('round.end')}
          </Button>
        </div>
      ) : null}
    </>
  )
}
