import { Link, useParams } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { useAsk, useDo } from '#platform/ui/office/ask.ts'
import { Answered } from '#platform/ui/office/Blank.tsx'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { showTask, stepTask } from '../common/contract-programmes.ts'
import { textLimits } from '../common/limits.ts'
import { History } from './History.tsx'
import { campaignsOfficeMessages } from './messages.ts'
import { OwnerSelect } from './OwnerSelect.tsx'
import { ProgressWords } from './ProgrammePage.tsx'
import './campaigns-office.css'

type ShownTask = OutputOf<typeof showTask>
type Milestone = ShownTask['milestones'][number]

/** One task: its milestones with their days, slips and reasons, and what its owner may do. */
export function Page() {
  const t = useText(campaignsOfficeMessages)
  const { taskId } = useParams({ strict: false }) as { taskId: string }
  const asked = useAsk<typeof showTask>('campaigns.task', { taskId })
  const task = asked.data
  return (
    <OfficePage
      title={task?.title ?? t('place.programmes')}
      actions={
        task ? (
          <Link to="/programmes/$programmeId" params={{ programmeId: task.programmeId }}>
            {t('task.back', { title: task.programmeTitle })}
          </Link>
        ) : null
      }
    >
      <Answered asked={asked}>
        {shown => (
          <div className="o-stack">
            <section className="o-card">
              <p>{shown.ownerTitle}</p>
              <ProgressWords progress={shown.progress} />
            </section>
            <Milestones task={shown} />
            <History entries={shown.history} />
          </div>
        )}
      </Answered>
    </OfficePage>
  )
}

type Act =
  | { readonly step: 'reach' | 'reopen' | 'move'; readonly milestone: Milestone }
  | { readonly step: 'add' }
  | { readonly step: 'hand-over' }

function Milestones({ task }: { readonly task: ShownTask }) {
  const t = useText(campaignsOfficeMessages)
  const [act, setAct] = useState<Act | null>(null)
  const heads = ['milestone', 'planned', 'reached', 'slips'] as const
  const button = (step: 'reach' | 'reopen' | 'move', milestone: Milestone) => (
    <Button
      size="small"
      aria-label={t('task.act-on', { act: t(`task.${step}`), title: milestone.title })}
      onClick={() => setAct({ step, milestone })}
    >
      {t(`task.${step}`)}
    </Button>
  )
  return (
    <section className="o-card o-stack" aria-label={t('task.milestones')}>
      <h2>{t('task.milestones')}</h2>
      {/* Wide tables scroll; the group takes the focus so that the keyboard can do it too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="o-scroll" role="group" aria-label={t('task.milestones')} tabIndex={0}>
        <table className="o-plain">
          <thead>
            <tr>
              {heads.map(head => (
                <th key={head} scope="col">
                  {t(`task.${head}`)}
                </th>
              ))}
              {task.mayStep ? <th scope="col">{t('point.acts')}</th> : null}
            </tr>
          </thead>
          <tbody>
            {task.milestones.map(one => (
              <tr key={one.id}>
                <th scope="row">{one.title}</th>
                <td>
                  {one.plannedOn}
                  {one.firstPlannedOn === one.plannedOn ? null : (
                    <span className="o-soft"> {t('task.first', { on: one.firstPlannedOn })}</span>
                  )}
                </td>
                <td>
                  {one.reachedOn ?? ''}{' '}
                  {one.isLate ? (
                    <b className={one.reachedOn === null ? 'o-urgent' : undefined}>
                      {t(one.reachedOn === null ? 'task.is-late' : 'task.was-late')}
                    </b>
                  ) : null}
                </td>
                <td>{one.slips.map(slip => t('task.slip', slip)).join('；')}</td>
                {task.mayStep ? (
                  <td>
                    <div className="o-actions">
                      {one.reachedOn === null ? (
                        <>
                          {button('reach', one)}
                          {button('move', one)}
                        </>
                      ) : (
                        button('reopen', one)
                      )}
                    </div>
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {task.mayStep && act === null ? (
        <div className="o-actions">
          <Button onClick={() => setAct({ step: 'add' })}>{t('task.add')}</Button>
          <Button onClick={() => setAct({ step: 'hand-over' })}>{t('task.hand-over')}</Button>
        </div>
      ) : null}
      {act ? <ActForm key={JSON.stringify(act)} task={task} act={act} onEnd={() => setAct(null)} /> : null}
    </section>
  )
}

interface Typed {
  readonly on?: string
  readonly title?: string
  readonly ownerPostId?: string
  readonly reason?: string
}

function ActForm({ task, act, onEnd }: { readonly task: ShownTask; readonly act: Act; readonly onEnd: () => void }) {
  const t = useText(campaignsOfficeMessages)
  const [newMilestone] = useState(newId)
  const send = useDo<typeof stepTask>('campaigns.step-task', { renews: ['campaigns.', 'inbox.'], onDone: onEnd })
  const [today] = useState(() => dayOf(new Date().toISOString()))
  const does = ({ on = '', title = '', ownerPostId = '', reason = '' }: Typed) => {
    if (act.step === 'add') return { step: act.step, milestone: { id: newMilestone, title, plannedOn: on }, reason }
    if (act.step === 'hand-over') return { step: act.step, ownerPostId, reason }
    const milestoneId = act.milestone.id
    if (act.step === 'reach') return { step: act.step, milestoneId, on, reason }
    if (act.step === 'move') return { step: act.step, milestoneId, plannedOn: on, reason }
    return { step: act.step, milestoneId, reason }
  }
  const hasDay = act.step === 'reach' || act.step === 'move' || act.step === 'add'
  const isReach = act.step === 'reach'
  const name = 'milestone' in act ? t('task.act-on', { act: t(`task.${act.step}`), title: act.milestone.title }) : null
  return (
    <OfficeForm<Typed>
      name={`task-${act.step}`}
      start={isReach ? { on: today } : {}}
      submit={name ?? t(`task.${act.step}`)}
      isSending={send.isSending}
      trouble={send.trouble}
      onCancel={onEnd}
      onSend={typed => send.send({ taskId: task.taskId, does: does(typed) })}
    >
      {act.step === 'add' ? (
        <Item name="title" label={t('task.name')} isRequired>
          <Input maxLength={textLimits.title} autoFocus />
        </Item>
      ) : null}
      {hasDay ? (
        <Item name="on" label={t(isReach ? 'task.on' : 'task.to')} isRequired>
          <Input type="date" {...(isReach ? { max: today } : {})} />
        </Item>
      ) : null}
      {act.step === 'hand-over' ? <OwnerSelect label={t('programme.owner')} /> : null}
      <Item name="reason" label={t(isReach ? 'task.words' : 'task.reason')} isRequired={!isReach} isOptional={isReach}>
        <Input.TextArea rows={2} maxLength={textLimits.reason} />
      </Item>
    </OfficeForm>
  )
}
