import { type Actor, can } from '#platform/authz/common/grants.ts'
import { type Query, query } from '#platform/commands/server/command.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import * as contract from '../../common/contract-programmes.ts'
import { type Milestone, type Programme, progressOf, type Task } from '../../common/programme.ts'
import { refuse } from '../../common/refusals.ts'
import { presentHistory } from '../present.ts'
import { programmePlaced, ProgrammeReader, taskPlaced } from '../programme-store.ts'
import type { Surroundings } from '../surroundings.ts'
import type { CampaignsTables } from '../tables.ts'

type Around = Pick<Surroundings, 'staff'>

export const programmeQueries = (around: Around): readonly Query[] => [list, show, oneTask(around)]

function presentProgramme(programme: Programme, tasks: readonly Task[], today: string) {
  const { id, number, title, purpose, gridPath, gridName, ownerTitle, from, until } = programme
  return {
    ...{ programmeId: id, number, title, purpose, gridPath, gridName, ownerTitle, from, until },
    progress: progressOf(milestonesOf(tasks), today),
  }
}

/** The one that begins first stands first. */
function byBegin(a: Task, b: Task): number {
  const [left, right] = [a, b].map(task => task.milestones[0]?.plannedOn ?? '')
  return left! < right! ? -1 : left! > right! ? 1 : 0
}

/** The name of the milestone that an event is about. */
function milestoneIn(task: Task, body: object): string {
  if ('milestone' in body) return (body.milestone as { readonly title: string }).title
  const id = 'id' in body ? body.id : null
  return task.milestones.find(one => one.id === id)?.title ?? ''
}

const milestonesOf = (tasks: readonly Task[]): Milestone[] => tasks.flatMap(task => [...task.milestones])

function presentTask(actor: Actor, programme: Programme, task: Task, today: string): contract.TaskShape {
  const { id, projectId, title, ownerPostId, ownerTitle, milestones } = task
  return {
    ...{ taskId: id, projectId, title, ownerPostId, ownerTitle, progress: progressOf(milestones, today) },
    milestones: milestones.map(one => ({
      ...{ ...one, slips: [...one.slips] },
      isLate: one.reachedOn === null ? one.plannedOn < today : one.reachedOn > one.plannedOn,
    })),
    mayStep: can(actor, 'campaigns.manage', taskPlaced(task)) || maySetUp(actor, programme),
  }
}

const maySetUp = (actor: Actor, programme: Programme) =>
  can(actor, 'campaigns.set-up', { ...programmePlaced(programme), postId: null, ownerId: null })

const list = query<CampaignsTables, typeof contract.listProgrammes>(contract.listProgrammes, {
  async run({ read, actor, now }, page) {
    const reader = new ProgrammeReader(read, actor)
    const { rows: programmes, next } = await reader.list(page)
    const tasks = Map.groupBy(await reader.tasksOf(programmes.map(({ id }) => id)), task => task.programmeId)
    return {
      rows: programmes.map(programme => presentProgramme(programme, tasks.get(programme.id) ?? [], dayOf(now))),
      next,
      maySetUp: actor.grants.some(grant => grant.permission === 'campaigns.set-up'),
    }
  },
})

const show = query<CampaignsTables, typeof contract.showProgramme>(contract.showProgramme, {
  async run({ read, actor, now }, { programmeId }) {
    const reader = new ProgrammeReader(read, actor)
    const programme = await reader.find(programmeId)
    if (!programme) return refuse['no-such-programme']()
    const today = dayOf(now)
    const tasks = await reader.tasksOf([programmeId])
    return {
      ...{ ...presentProgramme(programme, tasks, today), today, maySetUp: maySetUp(actor, programme) },
      projects: programme.projects.map(project => {
        const own = tasks.filter(task => task.projectId === project.id).toSorted(byBegin)
        return {
          ...{ projectId: project.id, title: project.title, ownerTitle: project.ownerTitle },
          progress: progressOf(milestonesOf(own), today),
          tasks: own.map(task => presentTask(actor, programme, task, today)),
        }
      }),
    }
  },
})

const oneTask = (around: Around) =>
  query<CampaignsTables, typeof contract.showTask>(contract.showTask, {
    async run({ read, actor, now }, { taskId }) {
      const reader = new ProgrammeReader(read, actor)
      const found = await reader.findTask(taskId)
      if (!found) return refuse['no-such-task']()
      const { programme, task } = found
      return {
        ...presentTask(actor, programme, task, dayOf(now)),
        ...{ programmeId: programme.id, programmeTitle: programme.title },
        history: await presentHistory(around, read as never, await reader.eventsOf(taskId), body =>
          milestoneIn(task, body),
        ),
      }
    },
  })
