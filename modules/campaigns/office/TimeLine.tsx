import { Link } from '@tanstack/react-router'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { TaskShape } from '../common/contract-programmes.ts'
import { daysBetween } from '../common/programme.ts'
import type { ShownProgramme } from './ProgrammePage.tsx'
import { campaignsOfficeMessages } from './messages.ts'

interface TimeLineProps {
  readonly programme: ShownProgramme
  readonly projects: ShownProgramme['projects']
}

/** Tasks against the days. What it draws the tables below say in words, so a screen reader skips the drawing. */
export function TimeLine({ programme, projects }: TimeLineProps) {
  const t = useText(campaignsOfficeMessages)
  const { from, until, today } = programme
  const whole = Math.max(1, daysBetween(from, until))
  const at = (day: string) => Math.min(100, Math.max(0, (daysBetween(from, day) / whole) * 100))
  return (
    <section className="o-card o-stack" aria-label={t('programme.timeline')}>
      <h2>{t('programme.timeline')}</h2>
      <p className="o-hint">{t('programme.timeline-about')}</p>
      <div className="o-scroll" role="group" aria-label={t('programme.timeline')}>
        <div className="ca-time">
          <div className="ca-time-row" aria-hidden="true">
            <span className="o-soft">{from}</span>
            <span className="o-soft" style={{ textAlign: 'end' }}>
              {until}
            </span>
          </div>
          {projects.map(project => (
            <div key={project.projectId} className="ca-time">
              <b>{project.title}</b>
              {project.tasks.map(task => (
                <TaskRow key={task.taskId} task={task} at={at} today={today} />
              ))}
            </div>
          ))}
        </div>
      </div>
    </section>
  )
}

interface TaskRowProps {
  readonly task: TaskShape
  readonly at: (day: string) => number
  readonly today: string
}

/** Reached is a tick, late an exclamation mark, to come a ring: shapes, not colours alone. */
function TaskRow({ task, at, today }: TaskRowProps) {
  const days = task.milestones.map(one => one.plannedOn)
  const [first, last] = [days[0] ?? today, days.at(-1) ?? today]
  return (
    <div className="ca-time-row">
      <Link to="/programme-tasks/$taskId" params={{ taskId: task.taskId }}>
        {task.title}
      </Link>
      <div className="ca-track" aria-hidden="true">
        <span
          className="ca-span"
          style={{ insetInlineStart: `${at(first)}%`, width: `${Math.max(0.5, at(last) - at(first))}%` }}
        />
        <span className="ca-today" style={{ insetInlineStart: `${at(today)}%` }} />
        {task.milestones.map(one => {
          const isLate = one.reachedOn === null && one.isLate
          return (
            <span
              key={one.id}
              className={isLate ? 'ca-mark o-urgent' : 'ca-mark'}
              style={{ insetInlineStart: `${at(one.plannedOn)}%` }}
              title={`${one.title} ${one.plannedOn}`}
            >
              {one.reachedOn === null ? (isLate ? '!' : '○') : '✓'}
            </span>
          )
        })}
      </div>
    </div>
  )
}
