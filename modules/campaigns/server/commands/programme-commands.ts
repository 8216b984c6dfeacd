import { can } from '#platform/authz/common/grants.ts'
import { type Command, command, type Subject, type Waiting } from '#platform/commands/server/command.ts'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { dayBegins, dayOf } from '#platform/kernel/common/day-of.ts'
import { instantOf, millisecondsOf, yearOf } from '#platform/kernel/common/instant.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { unreachable } from '#platform/kernel/common/unreachable.ts'
import * as contract from '../../common/contract-programmes.ts'
import { nextMilestone, type Programme, progressOf, type Task, type TaskEvent } from '../../common/programme.ts'
import { refuse } from '../../common/refusals.ts'
import { type CampaignsWork, stampOf } from '../campaign-work.ts'
import { nextNumber } from '../journal-store.ts'
import { programmePlaced, ProgrammeWriter, taskPlaced } from '../programme-store.ts'
import type { Surroundings } from '../surroundings.ts'
import type { CampaignsTables } from '../tables.ts'
import type { z } from 'zod'

type Around = Pick<Surroundings, 'places' | 'staff'>

export const programmeCommands = (around: Around): readonly Command[] => [
  setUp(around),
  addProject(around),
  addTask(around),
  stepTask(around),
]

const programmeSubject = (id: string): Subject => ({ kind: 'programme', id })
export const taskSubject = (id: string): Subject => ({ kind: 'programme-task', id })

const maySetUpIn = (work: CampaignsWork, gridPath: string) =>
  can(work.actor, 'campaigns.set-up', { gridPath, unitId: null, postId: null, ownerId: null })

const setUp = ({ places, staff }: Around) =>
  command<CampaignsTables, typeof contract.setUpProgramme>(contract.setUpProgramme, {
    subject: ({ programmeId }) => programmeSubject(programmeId),
    async run(work, { programmeId: id, ...plan }) {
      const programmes = new ProgrammeWriter(work.tx, work.actor)
      if (await programmes.isTaken('campaigns.programme', id)) return refuse['id-taken']()
      if (plan.until < plan.from) return refuse['period-turned']()
      const gridName = places.names(plan.gridPath).at(-1)
      if (gridName === undefined) return refuse['no-such-grid']()
      if (!maySetUpIn(work, plan.gridPath)) return refuse['not-allowed']()
      const owner = await staff.owner(work.tx as never, plan.ownerPostId)
      if (!owner) return refuse['no-such-post']()
      const number = await nextNumber(work.tx, 'programme', yearOf(work.now))
      const named = { ...plan, gridName, ownerTitle: owner.title }
      const event = { type: 'programme.set-up', ...stampOf(work), id, number, ...named } as const
      tell(work, await programmes.appendToProgramme(null, event))
      return { programmeId: id, number }
    },
  })

const addProject = ({ staff }: Around) =>
  command<CampaignsTables, typeof contract.addProject>(contract.addProject, {
    subject: ({ programmeId }) => programmeSubject(programmeId),
    async run(work, { programmeId, projectId: id, title, ownerPostId }) {
      const programmes = new ProgrammeWriter(work.tx, work.actor)
      const before = await programmes.take(programmeId)
      if (!before) return refuse['no-such-programme']()
      if (!maySetUpIn(work, before.gridPath)) return refuse['not-allowed']()
      if (before.projects.some(project => project.id === id)) return refuse['id-taken']()
      const owner = await staff.owner(work.tx as never, ownerPostId)
      if (!owner) return refuse['no-such-post']()
      const project = { id, title, ownerPostId, ownerTitle: owner.title }
      const event = { type: 'programme.project-added', ...stampOf(work), project } as const
      tell(work, await programmes.appendToProgramme(before, event))
      return { programmeId }
    },
  })

const addTask = ({ staff }: Around) =>
  command<CampaignsTables, typeof contract.addTask>(contract.addTask, {
    subject: ({ taskId }) => taskSubject(taskId),
    async run(work, { programmeId, taskId: id, ...plan }) {
      const programmes = new ProgrammeWriter(work.tx, work.actor)
      const programme = await programmes.take(programmeId)
      if (!programme) return refuse['no-such-programme']()
      if (!maySetUpIn(work, programme.gridPath)) return refuse['not-allowed']()
      if (!programme.projects.some(project => project.id === plan.projectId)) return refuse['no-such-project']()
      const ids = plan.milestones.map(milestone => milestone.id)
      if (new Set(ids).size < ids.length || (await programmes.isTaken('campaigns.task', id)))
        return refuse['id-taken']()
      const owner = await staff.owner(work.tx as never, plan.ownerPostId)
      if (!owner) return refuse['no-such-post']()
      const more = { id, programmeId, gridPath: programme.gridPath, ownerTitle: owner.title }
      const event = { type: 'task.planned', ...stampOf(work), ...plan, ...more } as const
      const task = await programmes.appendToTask(null, event)
      letTaskBeKnown(work, programme, task)
      tellOwner(work, owner.personId, task)
      return { programmeId, taskId: id }
    },
  })

const stepTask = ({ staff }: Around) =>
  command<CampaignsTables, typeof contract.stepTask>(contract.stepTask, {
    subject: ({ taskId }) => taskSubject(taskId),
    async run(work, { taskId, does }) {
      const programmes = new ProgrammeWriter(work.tx, work.actor)
      const found = await programmes.takeTask(taskId)
      if (!found) return refuse['no-such-task']()
      const { programme, task } = found
      const isOwner = can(work.actor, 'campaigns.manage', taskPlaced(task))
      const isPlanner = maySetUpIn(work, programme.gridPath)
      // Whoever answers for it says how far it is; the plan itself may be changed by whoever made it, too.
      if (!isOwner && !(isPlanner && does.step !== 'reach')) return refuse['not-allowed']()
      const owner = does.step === 'hand-over' ? await staff.owner(work.tx as never, does.ownerPostId) : undefined
      if (does.step === 'hand-over' && !owner) return refuse['no-such-post']()
      const event = decide(work, task, does, owner?.title ?? '')
      if (isRefusal(event)) return event
      const after = await programmes.appendToTask(task, event)
      letTaskBeKnown(work, programme, after)
      if (owner) tellOwner(work, owner.personId, after)
      const { state } = progressOf(after.milestones, dayOf(work.now))
      return { taskId, state } satisfies OutputOf<typeof contract.stepTask>
    },
  })

type Does = z.output<typeof contract.stepTask.input>['does']

function decide(work: CampaignsWork, task: Task, does: Does, ownerTitle: string): TaskEvent | Trouble {
  const stamp = stampOf(work)
  const { reason } = does
  if (does.step === 'hand-over') {
    return { type: 'task.handed-over', ...stamp, ownerPostId: does.ownerPostId, ownerTitle, reason }
  }
  if (does.step === 'add') {
    if (task.milestones.some(({ id }) => id === does.milestone.id)) return refuse['id-taken']()
    return { type: 'task.milestone-added', ...stamp, milestone: does.milestone, reason }
  }
  const milestone = task.milestones.find(({ id }) => id === does.milestoneId)
  if (!milestone) return refuse['no-such-milestone']()
  const { id } = milestone
  const isReached = milestone.reachedOn !== null
  if (isReached !== (does.step === 'reopen')) return refuse['other-state']()
  switch (does.step) {
    case 'reach':
      if (does.on > dayOf(work.now)) return refuse['not-yet']()
      return { type: 'task.milestone-reached', ...stamp, id, on: does.on, reason }
    case 'reopen':
      return { type: 'task.milestone-reopened', ...stamp, id, reason }
    case 'move':
      return { type: 'task.milestone-moved', ...stamp, id, to: does.plannedOn, reason }
    default:
      return unreachable(does)
  }
}

type Trouble = ReturnType<
  | (typeof refuse)['id-taken']
  | (typeof refuse)['no-such-milestone']
  | (typeof refuse)['other-state']
  | (typeof refuse)['not-yet']
>

function tell(work: CampaignsWork, programme: Programme): void {
  const subject = programmeSubject(programme.id)
  work.tell({ subject, permission: 'campaigns.know', placed: programmePlaced(programme) })
}

function tellOwner(work: CampaignsWork, personId: string | null, task: Task): void {
  if (personId === null || personId === work.actor.personId) return
  work.notify({ personId, kind: 'task-yours', subject: taskSubject(task.id), params: { title: task.title } })
}

/** The owner's inbox has the next milestone with its day, so that what is late stands at the top of it. */
function letTaskBeKnown(work: CampaignsWork, programme: Programme, task: Task): void {
  work.waits(taskSubject(task.id), waitingForTask(programme, task, work.now))
  work.tell({ subject: taskSubject(task.id), permission: 'campaigns.know', placed: programmePlaced(programme) })
}

export function waitingForTask(programme: Programme, task: Task, since: string): readonly Waiting[] {
  const next = nextMilestone(task.milestones)
  if (next === null) return []
  const dueAt = instantOf(millisecondsOf(dayBegins(next.plannedOn, 1)) - 1)
  const item = { title: `${task.title}：${next.title}`, number: programme.number, since, dueAt, priority: 0 }
  return [{ ...item, task: 'milestone', permission: 'campaigns.manage', placed: taskPlaced(task) }]
}
