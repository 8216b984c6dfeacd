import type { Instant } from '#platform/kernel/common/instant.ts'
import { unreachable } from '#platform/kernel/common/unreachable.ts'
import type { Stamp } from './campaign.ts'

/** 行动计划: programme → projects → tasks → milestones. Days are plain days of the place, such as `2026-09-15`. */
export interface Project {
  readonly id: string
  readonly title: string
  readonly ownerPostId: string
  readonly ownerTitle: string
}

export interface Programme {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly purpose: string
  readonly gridPath: string
  readonly gridName: string
  readonly ownerPostId: string
  readonly ownerTitle: string
  readonly from: string
  readonly until: string
  readonly projects: readonly Project[]
  readonly setUpBy: string
  readonly setUpAt: Instant
  readonly version: number
}

export type ProgrammeEvent = Stamp &
  (
    | ({ readonly type: 'programme.set-up' } & Omit<Programme, 'projects' | 'setUpBy' | 'setUpAt' | 'version'>)
    | { readonly type: 'programme.project-added'; readonly project: Project }
    /** Its grid stands elsewhere since grids were redrawn. */
    | { readonly type: 'programme.grid-moved'; readonly gridPath: string; readonly gridName: string }
  )

export function applyProgrammeEvent(before: Programme | null, event: ProgrammeEvent): Programme {
  if (event.type === 'programme.set-up') {
    const { type: _, at, by, inPost: __, ...plan } = event
    return { ...plan, projects: [], setUpBy: by, setUpAt: at, version: 1 }
  }
  if (before === null) throw new Error(`${event.type} before the programme was set up`)
  const next = { ...before, version: before.version + 1 }
  switch (event.type) {
    case 'programme.project-added':
      return { ...next, projects: [...before.projects, event.project] }
    case 'programme.grid-moved':
      return { ...next, gridPath: event.gridPath, gridName: event.gridName }
    default:
      return unreachable(event)
  }
}

export interface Slip {
  readonly at: Instant
  readonly from: string
  readonly to: string
  readonly reason: string
}

export interface Milestone {
  readonly id: string
  readonly title: string
  readonly plannedOn: string
  /** The day it was first planned for; what slips stays seen. */
  readonly firstPlannedOn: string
  readonly reachedOn: string | null
  readonly slips: readonly Slip[]
}

export interface Task {
  readonly id: string
  readonly programmeId: string
  readonly projectId: string
  readonly title: string
  readonly gridPath: string
  readonly ownerPostId: string
  readonly ownerTitle: string
  readonly milestones: readonly Milestone[]
  readonly version: number
}

export interface PlannedMilestone {
  readonly id: string
  readonly title: string
  readonly plannedOn: string
}

export type TaskEvent = Stamp &
  (
    | ({ readonly type: 'task.planned'; readonly milestones: readonly PlannedMilestone[] } & Omit<
        Task,
        'milestones' | 'version'
      >)
    | { readonly type: 'task.milestone-added'; readonly milestone: PlannedMilestone; readonly reason: string }
    | { readonly type: 'task.milestone-reached'; readonly id: string; readonly on: string; readonly reason: string }
    | { readonly type: 'task.milestone-reopened'; readonly id: string; readonly reason: string }
    | { readonly type: 'task.milestone-moved'; readonly id: string; readonly to: string; readonly reason: string }
    | { readonly type: 'task.grid-moved'; readonly gridPath: string }
    | {
        readonly type: 'task.handed-over'
        readonly ownerPostId: string
        readonly ownerTitle: string
        readonly reason: string
      }
  )

const planned = ({ id, title, plannedOn }: PlannedMilestone): Milestone => ({
  ...{ id, title, plannedOn, firstPlannedOn: plannedOn, reachedOn: null, slips: [] },
})

/** In the order of their days, so that the next one is the first that is not reached. */
const inOrder = (milestones: readonly Milestone[]): Milestone[] =>
  milestones.toSorted((a, b) => (a.plannedOn < b.plannedOn ? -1 : a.plannedOn > b.plannedOn ? 1 : 0))

export function applyTaskEvent(before: Task | null, event: TaskEvent): Task {
  if (event.type === 'task.planned') {
    const { type: _, at: __, by: ___, inPost: ____, milestones, ...plan } = event
    return { ...plan, milestones: inOrder(milestones.map(planned)), version: 1 }
  }
  if (before === null) throw new Error(`${event.type} before the task was planned`)
  const next = { ...before, version: before.version + 1 }
  const change = (id: string, to: (milestone: Milestone) => Partial<Milestone>) => ({
    ...next,
    milestones: inOrder(before.milestones.map(one => (one.id === id ? { ...one, ...to(one) } : one))),
  })
  switch (event.type) {
    case 'task.milestone-added':
      return { ...next, milestones: inOrder([...before.milestones, planned(event.milestone)]) }
    case 'task.milestone-reached':
      return change(event.id, () => ({ reachedOn: event.on }))
    case 'task.milestone-reopened':
      return change(event.id, () => ({ reachedOn: null }))
    case 'task.milestone-moved': {
      const { at, to, reason } = event
      return change(event.id, one => ({
        plannedOn: to,
        slips: [...one.slips, { at, from: one.plannedOn, to, reason }],
      }))
    }
    case 'task.grid-moved':
      return { ...next, gridPath: event.gridPath }
    case 'task.handed-over':
      return { ...next, ownerPostId: event.ownerPostId, ownerTitle: event.ownerTitle }
    default:
      return unreachable(event)
  }
}

export function reduceTask(events: readonly TaskEvent[]): Task {
  const end = events.reduce<Task | null>(applyTaskEvent, null)
  if (end === null) throw new Error('a task without a history')
  return end
}

export function reduceProgramme(events: readonly ProgrammeEvent[]): Programme {
  const end = events.reduce<Programme | null>(applyProgrammeEvent, null)
  if (end === null) throw new Error('a programme without a history')
  return end
}

/** Never typed in: what the milestones say. `late` is a milestone whose day has gone by without it. */
export const taskStates = ['waiting', 'under-way', 'late', 'finished'] as const
export type TaskState = (typeof taskStates)[number]

/** When and how a milestone was to be reached: the next, the reached ones, and those whose day has gone by. */
export interface Progress {
  readonly state: TaskState
  readonly reached: number
  readonly milestones: number
  /** Whole percent of milestones reached, and of nothing else; 100 only when all are. */
  readonly percent: number
  readonly late: number
  /** How many days the earliest missing milestone is behind its planned day. */
  readonly daysLate: number
  readonly from: string | null
  readonly until: string | null
}

export const nextMilestone = (milestones: readonly Milestone[]): Milestone | null =>
  milestones.find(({ reachedOn }) => reachedOn === null) ?? null

/** Of one task or of all tasks of a project or programme: the same question asked of the same milestones. */
export function progressOf(milestones: readonly Milestone[], today: string): Progress {
  const reached = milestones.filter(({ reachedOn }) => reachedOn !== null).length
  const missed = milestones.filter(one => one.reachedOn === null && one.plannedOn < today)
  const isFinished = milestones.length > 0 && reached === milestones.length
  const days = milestones.map(one => one.plannedOn).sort()
  return {
    state: isFinished ? 'finished' : missed.length > 0 ? 'late' : reached > 0 ? 'under-way' : 'waiting',
    ...{ reached, milestones: milestones.length, late: missed.length },
    percent: milestones.length === 0 ? 0 : Math.floor((reached / milestones.length) * 100),
    daysLate: missed.reduce((most, one) => Math.max(most, daysBetween(one.plannedOn, today)), 0),
    ...{ from: days[0] ?? null, until: days.at(-1) ?? null },
  }
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}
