import { Link } from '@tanstack/react-router'
import { Button, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import type { listUnits } from '#modules/cases/common/index.ts'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { byName } from '#platform/ui/office/by-name.ts'
import { AnsweredRows } from '#platform/ui/office/AnsweredRows.tsx'
import { useAsk, useAskList, useDo } from '#platform/ui/office/ask.ts'
import { Blank } from '#platform/ui/office/Blank.tsx'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { useMay } from '#platform/ui/office/session.tsx'
import { useDeadline, useMoment } from '#platform/ui/ui/moment.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { blow, Call, listCalls, takeStep } from '../common/contract.ts'
import { type CallStep, stepsWithWords } from '../common/whistle.ts'
import { coordinationOfficeMessages } from './messages.ts'

interface CallCardsProps {
  readonly caseId?: string
  readonly unitId?: string
}

/** Whistles with what happened on each, and the steps one may take. */
export function CallCards({ caseId, unitId }: CallCardsProps) {
  const t = useText(coordinationOfficeMessages)
  const may = useMay()
  const [isBlowing, setBlowing] = useState(false)
  const asked = useAskList<typeof listCalls>('coordination.calls', {
    ...(caseId ? { caseId } : {}),
    ...(unitId ? { unitId } : {}),
  })
  return (
    <div className="o-stack">
      {may('coordination.blow') && !isBlowing ? (
        <div className="o-actions">
          <Button onClick={() => setBlowing(true)}>{t('whistles.blow')}</Button>
        </div>
      ) : null}
      {isBlowing ? (
        <div className={caseId ? undefined : 'o-card'}>
          <BlowForm {...(caseId ? { caseId } : {})} onEnd={() => setBlowing(false)} />
        </div>
      ) : null}
      <AnsweredRows asked={asked} empty={<NothingYet isInCase={caseId !== undefined} />}>
        {rows => rows.map(call => <CallCard key={call.callId} call={call} isInCase={caseId !== undefined} />)}
      </AnsweredRows>
    </div>
  )
}

/** On the page of a case, where most cases have none, a sentence is enough. */
function NothingYet({ isInCase }: { readonly isInCase: boolean }) {
  const t = useText(coordinationOfficeMessages)
  if (isInCase) return <p className="o-soft">{t('whistles.none')}</p>
  return <Blank title={t('whistles.none')}>{t('whistles.none-why')}</Blank>
}

function CallCard({ call, isInCase }: { readonly call: Call; readonly isInCase: boolean }) {
  const t = useText(coordinationOfficeMessages)
  const moment = useMoment()
  const deadline = useDeadline()
  const [step, setStep] = useState<CallStep | null>(null)
  const { speed, result } = call
  return (
    <article className="o-card" aria-label={`${call.number} ${call.unitName}`}>
      <p>
        <strong>{call.number}</strong> {call.unitName} · {t(`state.${call.state}`)}
        {call.arrivedAt
          ? ` · ${t('whistles.arrived', { at: moment(call.arrivedAt) })}`
          : call.dueAt
            ? ` · ${t('whistles.due', { at: deadline(call.dueAt) })}`
            : ''}
        {call.isLate ? <b className="o-urgent"> · {t('whistles.late')}</b> : null}
        {speed !== null && result !== null ? ` · ${t('whistles.stars', { speed, result })}` : ''}
      </p>
      <p>
        {call.what}
        {call.place ? ` · ${call.place}` : ''}{' '}
        {call.caseId && !isInCase ? (
          <Link to="/cases/$caseId" params={{ caseId: call.caseId }}>
            {call.caseNumber}
          </Link>
        ) : null}
      </p>
      <ol>
        {call.entries.map(entry => (
          <li key={entry.at + entry.step}>
            {moment(entry.at)} {entry.byName} {t(`step.${entry.step as CallStep | 'blow'}`)}
            {entry.text && entry.step !== 'blow' ? `：${entry.text}` : ''}
          </li>
        ))}
      </ol>
      {step === null ? (
        <div className="o-actions">
          {call.steps.map(one => (
            <Button key={one} onClick={() => setStep(one)}>
              {t(`step.${one}`)}
            </Button>
          ))}
        </div>
      ) : (
        <StepForm key={step} callId={call.callId} step={step} onEnd={() => setStep(null)} />
      )}
    </article>
  )
}

interface Typed {
  readonly text?: string
  readonly speed?: number
  readonly result?: number
}

interface StepFormProps {
  readonly callId: string
  readonly step: CallStep
  readonly onEnd: () => void
}

function StepForm({ callId, step, onEnd }: StepFormProps) {
  const t = useText(coordinationOfficeMessages)
  const send = useDo<typeof takeStep>('coordination.take-step', { renews: ['coordination.', 'cases.'], onDone: onEnd })
  const needsWords = stepsWithWords.has(step)
  return (
    <OfficeForm<Typed>
      name={`call-${step}-${callId}`}
      submit={t(`step.${step}`)}
      isSending={send.isSending}
      trouble={send.trouble}
      onCancel={onEnd}
      onSend={typed => send.send({ callId, step, ...typed, text: typed.text ?? '' })}
    >
      {step === 'rate'
        ? (['speed', 'result'] as const).map(name => (
            <Item key={name} name={name} label={t(`whistles.${name}`)} isRequired>
              <InputNumber min={1} max={5} precision={0} />
            </Item>
          ))
        : null}
      <Item name="text" label={t('whistles.text')} isRequired={needsWords} isOptional={!needsWords}>
        <Input.TextArea rows={2} maxLength={500} autoFocus />
      </Item>
    </OfficeForm>
  )
}

interface Blown {
  readonly what: string
  readonly place?: string
  readonly unitIds: readonly string[]
}

function BlowForm({ caseId, onEnd }: { readonly caseId?: string; readonly onEnd: () => void }) {
  const t = useText(coordinationOfficeMessages)
  const units = useAsk<typeof listUnits>('cases.units', {})
  const send = useDo<typeof blow>('coordination.blow', { renews: ['coordination.', 'cases.'], onDone: onEnd })
  const [whistleId] = useState(newId)
  return (
    <OfficeForm<Blown>
      name="blow-whistle"
      submit={t('whistles.blow')}
      isSending={send.isSending}
      trouble={send.trouble}
      onCancel={onEnd}
      onSend={({ what, place = '', unitIds }) =>
        send.send({ whistleId, what, place, unitIds: [...unitIds], ...(caseId ? { caseId } : {}) })
      }
    >
      <Item name="what" label={t('whistles.what')} isRequired>
        <Input.TextArea rows={2} maxLength={500} autoFocus />
      </Item>
      <Item name="place" label={t('whistles.where')} isOptional>
        <Input maxLength={200} />
      </Item>
      <Item name="unitIds" label={t('whistles.units')} isRequired>
        <Select
          mode="multiple"
          showSearch={byName}
          options={(units.data?.units ?? []).map(({ unitId, name }) => ({ value: unitId, label: name }))}
        />
      </Item>
    </OfficeForm>
  )
}
