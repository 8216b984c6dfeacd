import { Link, useParams } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { useAsk, useDo } from '#platform/ui/office/ask.ts'
import { Answered } from '#platform/ui/office/Blank.tsx'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useUrlState } from '#platform/ui/office/url-state.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { addProject, addTask, ProgressShape, showProgramme, TaskShape } from '../common/contract-programmes.ts'
import { textLimits } from '../common/limits.ts'
import { campaignsMessages } from '../common/messages.ts'
import { readMilestones } from '../common/milestone-lines.ts'
import { campaignsOfficeMessages } from './messages.ts'
import { OwnerSelect } from './OwnerSelect.tsx'
import { TimeLine } from './TimeLine.tsx'
import './campaigns-office.css'

export type ShownProgramme = OutputOf<typeof showProgramme>

/** One programme: the time line, and the same as a table; what is late can be read by itself. */
export function Page() {
  const t = useText(campaignsOfficeMessages)
  const { programmeId } = useParams({ strict: false }) as { programmeId: string }
  const asked = useAsk<typeof showProgramme>('campaigns.programme', { programmeId })
  return (
    <OfficePage
      title={asked.data?.title ?? t('place.programmes')}
      actions={<Link to="/programmes">{t('programme.back')}</Link>}
    >
      <Answered asked={asked}>{programme => <Programme programme={programme} />}</Answered>
    </OfficePage>
  )
}

function Programme({ programme }: { readonly programme: ShownProgramme }) {
  const t = useText(campaignsOfficeMessages)
  const [url, setUrl] = useUrlState()
  const isOnlyLate = url.late === '1'
  const [form, setForm] = useState<string | null>(null)
  const shown = programme.projects.map(project => ({
    ...project,
    tasks: project.tasks.filter(task => !isOnlyLate || task.progress.state === 'late'),
  }))
  const isEmpty = shown.every(project => project.tasks.length === 0)
  return (
    <div className="o-stack">
      <section className="o-card">
        <p className="ca-words">{programme.purpose}</p>
        <p>
          {programme.number} · {programme.gridName} · {programme.ownerTitle} ·{' '}
          {t('programme.period', { from: programme.from, until: programme.until })}
        </p>
        <ProgressWords progress={programme.progress} />
        <div className="o-actions">
          <label>
            <input
              type="checkbox"
              checked={isOnlyLate}
              onChange={event => setUrl({ late: event.target.checked ? '1' : undefined })}
            />{' '}
            {t('programme.only-late')}
          </label>
          {programme.maySetUp ? <Button onClick={() => setForm('project')}>{t('programme.add-project')}</Button> : null}
        </div>
        {form === 'project' ? <ProjectForm programme={programme} onEnd={() => setForm(null)} /> : null}
      </section>
      {isEmpty && isOnlyLate ? <p className="o-card">{t('programme.no-late')}</p> : null}
      {isEmpty ? null : <TimeLine programme={programme} projects={shown} />}
      {shown.map(project =>
        isOnlyLate && project.tasks.length === 0 ? null : (
          <section key={project.projectId} className="o-card o-stack" aria-label={project.title}>
            <h2>{project.title}</h2>
            <p className="o-soft">{project.ownerTitle}</p>
            <ProgressWords progress={project.progress} />
            <TaskTable title={project.title} tasks={project.tasks} />
            {programme.maySetUp && form !== project.projectId ? (
              <Button onClick={() => setForm(project.projectId)}>{t('programme.add-task')}</Button>
            ) : null}
            {form === project.projectId ? (
              <TaskForm programme={programme} projectId={project.projectId} onEnd={() => setForm(null)} />
            ) : null}
          </section>
        ),
      )}
    </div>
  )
}

export function ProgressWords({ progress }: { readonly progress: ProgressShape }) {
  const t = useText(campaignsOfficeMessages, campaignsMessages)
  const { reached, milestones, percent, late, daysLate } = progress
  return (
    <p>
      <b>{t(`campaigns.task-state.${progress.state}`)}</b> ·{' '}
      {t('programme.progress', { reached, all: milestones, percent })}
      {late > 0 ? <b className="o-urgent"> {t('programme.late', { count: late, days: daysLate })}</b> : null}
    </p>
  )
}

function TaskTable({ title, tasks }: { readonly title: string; readonly tasks: readonly TaskShape[] }) {
  const t = useText(campaignsOfficeMessages, campaignsMessages)
  const heads = ['task', 'owner', 'state', 'reached', 'next'] as const
  return (
    <section className="o-scroll" aria-label={`${title} ${t('programme.table')}`}>
      <table className="o-plain">
        <thead>
          <tr>
            {heads.map(head => (
              <th key={head} scope="col">
                {t(`programme.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tasks.map(task => {
            const next = task.milestones.find(one => one.reachedOn === null)
            const { state, reached, milestones, percent, daysLate } = task.progress
            return (
              <tr key={task.taskId}>
                <th scope="row">
                  <Link to="/programme-tasks/$taskId" params={{ taskId: task.taskId }}>
                    {task.title}
                  </Link>
                </th>
                <td>{task.ownerTitle}</td>
                <td>
                  {state === 'late' ? (
                    <b className="o-urgent">
                      {t('campaigns.task-state.late')} {daysLate > 0 ? t('late.days', { n: daysLate }) : ''}
                    </b>
                  ) : (
                    t(`campaigns.task-state.${state}`)
                  )}
                </td>
                <td>
                  {reached}/{milestones} · {percent}%
                </td>
                <td>
                  {next ? t('programme.next-on', { title: next.title, on: next.plannedOn }) : t('programme.none-next')}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

interface FormProps {
  readonly programme: ShownProgramme
  readonly onEnd: () => void
}

function ProjectForm({ programme, onEnd }: FormProps) {
  const t = useText(campaignsOfficeMessages)
  const [projectId] = useState(newId)
  const send = useDo<typeof addProject>('campaigns.add-project', { renews: ['campaigns.'], onDone: onEnd })
  return (
    <OfficeForm<{ readonly title: string; readonly ownerPostId: string }>
      name="add-project"
      submit={t('programme.add-project')}
      isSending={send.isSending}
      trouble={send.trouble}
      onCancel={onEnd}
      onSend={typed => send.send({ programmeId: programme.programmeId, projectId, ...typed })}
    >
      <Item name="title" label={t('programme.project')} isRequired>
        <Input maxLength={textLimits.title} autoFocus />
      </Item>
      <OwnerSelect label={t('programme.owner')} />
    </OfficeForm>
  )
}

interface TypedTask {
  readonly title: string
  readonly ownerPostId: string
  readonly milestones: string
}

function TaskForm({ programme, projectId, onEnd }: FormProps & { readonly projectId: string }) {
  const t = useText(campaignsOfficeMessages)
  const [taskId] = useState(newId)
  const [wrong, setWrong] = useState<number | null>(null)
  const send = useDo<typeof addTask>('campaigns.add-task', { renews: ['campaigns.', 'inbox.'], onDone: onEnd })
  const add = ({ title, ownerPostId, milestones }: TypedTask) => {
    const read = readMilestones(milestones)
    const isWrong = typeof read === 'number'
    setWrong(isWrong ? read : null)
    if (isWrong) return
    const planned = read.map(one => ({ id: newId(), ...one }))
    send.send({ programmeId: programme.programmeId, projectId, taskId, title, ownerPostId, milestones: planned })
  }
  return (
    <OfficeForm<TypedTask>
      name="add-task"
      submit={t('programme.add-task')}
      isSending={send.isSending}
      trouble={send.trouble}
      onCancel={onEnd}
      onSend={add}
    >
      <Item name="title" label={t('programme.task-title')} isRequired>
        <Input maxLength={textLimits.title} autoFocus />
      </Item>
      <OwnerSelect label={t('programme.owner')} />
      <Item name="milestones" label={t('programme.milestones')} hint={t('programme.milestones-hint')} isRequired>
        <Input.TextArea rows={4} maxLength={3000} />
      </Item>
      {wrong === null ? null : (
        <p role="alert" className="o-urgent">
          {t('programme.milestones-wrong', { n: wrong })}
        </p>
      )}
    </OfficeForm>
  )
}
