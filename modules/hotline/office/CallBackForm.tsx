import { Link } from '@tanstack/react-router'
import { Alert, Button, Form, Input, Radio } from 'antd'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { useDo } from '#platform/ui/office/ask.ts'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { useMay } from '#platform/ui/office/session.tsx'
import { useDeadline, useMoment } from '#platform/ui/ui/moment.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import { type Satisfaction, satisfactions } from '../common/call.ts'
import type { Call, recordCallBack } from '../common/contract.ts'
import { callTextLimits } from '../common/limits.ts'
import { hotlineMessages } from '../common/messages.ts'
import type { DueCallBack } from './CallBacksPage.tsx'
import { CallerHistory } from './CallerHistory.tsx'
import { hotlineOfficeMessages } from './messages.ts'

export interface Typed {
  readonly reached: 'yes' | 'no'
  readonly solved?: 'yes' | 'no'
  readonly satisfaction?: Satisfaction
  readonly note?: string
}

export interface RecordedCallBack {
  readonly call: Call
  readonly isReached: boolean
  readonly answer: OutputOf<typeof recordCallBack>
}

interface CallBackFormProps {
  readonly due: DueCallBack
  readonly mostTries: number
  readonly onDone: (recorded: RecordedCallBack) => void
}

/** What is said to the caller, and what they answer. */
export function CallBackForm({ due: { call, closedAt, dueAt, tries }, mostTries, onDone }: CallBackFormProps) {
  const t = useText(hotlineOfficeMessages)
  const may = useMay()
  const moment = useMoment()
  const deadline = useDeadline()
  const { callId } = call
  const { send, isSending, trouble } = useDo<typeof recordCallBack>('hotline.record-call-back', {
    renews: ['hotline.'],
    onDone: (answer, { reached }) => onDone({ call, isReached: reached, answer }),
  })
  return (
    <>
      <h2>{t('call.title', { number: call.maskedNumber })}</h2>
      <dl className="o-facts">
        <dt>{t('call.case')}</dt>
        <dd>{call.caseId ? <CaseLink call={call} /> : null}</dd>
        <dt>{t('backs.closed')}</dt>
        <dd>{moment(closedAt)}</dd>
        <dt>{t('backs.due-at')}</dt>
        <dd>{deadline(dueAt)}</dd>
      </dl>
      {may('hotline.see-caller') ? <CallerHistory callId={callId} usualReason={t('backs.reason')} /> : null}
      <h3 className="ho-part">{t('backs.script')}</h3>
      <blockquote className="ho-script">
        <p>{t('backs.script-hello', { words: call.summary || t('call.no-words') })}</p>
        <p>{t('backs.script-solved')}</p>
        <p>{t('backs.script-bye')}</p>
      </blockquote>
      <div className="ho-part">
        <OfficeForm<Typed>
          name="call-back"
          submit={t('backs.submit')}
          isSending={isSending}
          trouble={trouble}
          onSend={typed => send({ callId, ...saidIn(typed) })}
        >
          <p className="o-hint">{t('backs.try', { count: tries + 1, most: mostTries })}</p>
          <Answers />
          <Item name="note" label={t('backs.note')} isOptional>
            <Input.TextArea rows={2} maxLength={callTextLimits.note} showCount />
          </Item>
        </OfficeForm>
      </div>
    </>
  )
}

/** As the server wants it: who was not reached has given no answers. */
export function saidIn({ reached, solved, satisfaction, note }: Typed) {
  const isReached = reached === 'yes'
  return {
    reached: isReached,
    ...(isReached && solved ? { solved: solved === 'yes' } : {}),
    ...(isReached && satisfaction ? { satisfaction } : {}),
    ...(note ? { note } : {}),
  }
}

/** Who was not reached has said nothing: the other questions come with the answer to the first. */
export function Answers() {
  const t = useText(hotlineOfficeMessages, hotlineMessages)
  const choice = (key: 'reached' | 'solved') =>
    (['yes', 'no'] as const).map(value => ({ value, label: t(`backs.${key}-${value}`) }))
  return (
    <>
      <Item name="reached" label={t('backs.reached')} isRequired>
        <Radio.Group options={choice('reached')} />
      </Item>
      <Form.Item noStyle dependencies={['reached']}>
        {({ getFieldValue }) =>
          getFieldValue('reached') === 'yes' ? (
            <>
              <Item name="solved" label={t('backs.solved')} isRequired>
                <Radio.Group options={choice('solved')} />
              </Item>
              <Item name="satisfaction" label={t('backs.satisfaction')} isRequired>
                <Radio.Group
                  options={satisfactions.map(value => ({ value, label: t(`hotline.satisfaction.${value}`) }))}
                />
              </Item>
            </>
          ) : null
        }
      </Form.Item>
    </>
  )
}

interface CallBackDoneProps {
  readonly recorded: RecordedCallBack
  /** Null when nobody is left. */
  readonly onNext: (() => void) | null
}

/** What came of it, and what follows when the caller is not content. */
export function CallBackDone({ recorded: { call, isReached, answer }, onNext }: CallBackDoneProps) {
  const t = useText(hotlineOfficeMessages)
  const { isDone, tries, offersReopening } = answer
  return (
    <div className="o-stack" role="status">
      <Alert
        type={offersReopening ? 'warning' : 'success'}
        showIcon
        title={t(isReached ? 'backs.done' : isDone ? 'backs.ended' : 'backs.again', { count: tries })}
        description={
          offersReopening ? (
            <>
              <p>
                <b>{t('backs.reopen')}</b>
              </p>
              <p>{t('backs.reopen-why')}</p>
              <p>
                <CaseLink call={call} />
              </p>
            </>
          ) : null
        }
      />
      {onNext ? (
        <Button type="primary" autoFocus onClick={onNext}>
          {t('backs.next')}
        </Button>
      ) : (
        <p className="o-hint">{t('backs.empty')}</p>
      )}
    </div>
  )
}

function CaseLink({ call: { caseId, caseNumber } }: { readonly call: Call }) {
  const t = useText(hotlineOfficeMessages)
  return (
    <Link to="/cases/$caseId" params={{ caseId: caseId ?? '' }}>
      {t('call.open-page', { number: caseNumber ?? '' })}
    </Link>
  )
}
