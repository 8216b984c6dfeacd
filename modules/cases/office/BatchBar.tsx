import { Button } from 'antd'
import { useState } from 'react'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { useAsk, useRenew } from '#platform/ui/office/ask.ts'
import { Told } from '#platform/ui/office/Told.tsx'
import { useClient } from '#platform/ui/ui/client.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { listUnits, tryStep } from '../common/contract-queries.ts'
import { caseActions } from '../common/actions.ts'
import { textLimits } from '../common/limits.ts'
import { casesMessages } from '../common/messages.ts'
import { type BatchAct, batchActs, isComplete, mostInBatch, type Outcome, type Planned, runBatch } from './batch.ts'
import { caseOfficeMessages } from './messages.ts'

/** One step for many cases: first what would happen to each and why not, then what did happen to each. */
export function BatchBar({ caseIds }: { readonly caseIds: readonly string[] }) {
  const t = useText(caseOfficeMessages, casesMessages)
  const client = useClient()
  const renew = useRenew()
  const [act, setAct] = useState<BatchAct>('accept')
  const [words, setWords] = useState({ text: '', unitId: '' })
  const [plan, setPlan] = useState<readonly Planned[] | null>(null)
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map())
  const [isBusy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<unknown>(null)
  const anew = () => {
    setPlan(null)
    setOutcomes(new Map())
    setTrouble(null)
  }

  async function look() {
    anew()
    setBusy(true)
    try {
      const answer = await client.query<typeof tryStep>('cases.try-step', { action: act, caseIds: [...caseIds] })
      if (isRefusal(answer)) setTrouble(answer)
      else setPlan(answer.rows)
    } catch (broken) {
      setTrouble(broken)
    }
    setBusy(false)
  }

  async function run(cases: readonly Planned[]) {
    setBusy(true)
    const onOutcome = (caseId: string, outcome: Outcome) => setOutcomes(known => new Map(known).set(caseId, outcome))
    await runBatch(client, act, cases, words, { newId, onOutcome })
    setBusy(false)
    renew(['cases.', 'inbox.'])
  }

  const willGo = plan?.filter(({ whyNot }) => whyNot === null).length ?? 0
  const isOver = outcomes.size > 0 && !isBusy
  const tooMany = caseIds.length > mostInBatch
  return (
    <section className="o-card" aria-label={t('batch.title')}>
      <h2>{t('batch.chosen', { count: caseIds.length })}</h2>
      <div className="o-filters">
        <label>
          <span>{t('batch.step')}</span>
          <select
            className="o-select"
            value={act}
            onChange={event => {
              setAct(event.target.value as BatchAct)
              anew()
            }}
          >
            {batchActs.map(one => (
              <option key={one} value={one}>
                {t(`cases.action.${one}`)}
              </option>
            ))}
          </select>
        </label>
        {act === 'dispatch' ? (
          <UnitChoice value={words.unitId} onChange={unitId => setWords({ ...words, unitId })} />
        ) : null}
        {act === 'accept' ? null : (
          <label>
            <span>{t(act === 'void' ? 'act.reason' : 'act.note')}</span>
            <input
              className="o-input"
              value={words.text}
              maxLength={textLimits.reason}
              onChange={event => setWords({ ...words, text: event.target.value })}
            />
          </label>
        )}
        <Button onClick={() => void look()} loading={isBusy} disabled={tooMany}>
          {t('batch.look')}
        </Button>
        {plan && !isOver ? (
          <Button
            type="primary"
            danger={act === 'void'}
            loading={isBusy}
            disabled={willGo === 0 || !isComplete(act, words)}
            onClick={() => void run(plan)}
          >
            {t('batch.run', { action: t(`cases.action.${act}`), count: willGo })}
          </Button>
        ) : null}
      </div>
      {tooMany ? <p>{t('batch.too-many', { most: mostInBatch })}</p> : null}
      <Told trouble={trouble} />
      {plan && plan.length < caseIds.length ? (
        <p>{t('batch.not-seen', { count: caseIds.length - plan.length })}</p>
      ) : null}
      {plan ? (
        <ul className="o-lines" aria-live="polite">
          {plan.map(one => (
            <li key={one.caseId}>
              <span className="o-code">{one.number}</span>{' '}
              <Line one={one} act={act} outcome={outcomes.get(one.caseId)} />
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}

/** Before: whether it may, and why not. Afterwards: what came of it. */
function Line({
  one,
  act,
  outcome,
}: {
  readonly one: Planned
  readonly act: BatchAct
  readonly outcome: Outcome | undefined
}) {
  const t = useText(caseOfficeMessages, casesMessages)
  if (outcome === null) return <b>{t('batch.done')}</b>
  if (outcome) return <Told trouble={outcome.trouble} />
  const params = { status: t(`cases.status.${one.status}`) }
  if (one.whyNot === null) return <span>{t('batch.may', params)}</span>
  const from = caseActions[act].from.map(status => t(`cases.status.${status}`)).join(t('batch.between'))
  const rule = t('batch.only-from', { action: t(`cases.action.${act}`), from })
  return (
    <span>
      {t('batch.may-not', params)}{' '}
      {one.whyNot.code === 'cases/not-in-this-status' ? rule : t(sentenceOf(one.whyNot), one.whyNot.detail)}
    </span>
  )
}

/** A refusal inside an answer comes without its sentence; all of a step on cases are this module's own. */
function sentenceOf({ code }: NonNullable<Planned['whyNot']>) {
  return `refusal.${code}` as keyof (typeof casesMessages)['zh-CN']
}

function UnitChoice({ value, onChange }: { readonly value: string; readonly onChange: (unitId: string) => void }) {
  const t = useText(caseOfficeMessages)
  const units = useAsk<typeof listUnits>('cases.units', {})
  return (
    <label>
      <span>{t('act.unit')}</span>
      <select className="o-select" value={value} onChange={event => onChange(event.target.value)}>
        <option value="">{t('batch.unit')}</option>
        {(units.data?.units ?? []).map(({ unitId, name }) => (
          <option key={unitId} value={unitId}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
