import { z } from 'zod'
import { GridPath } from '#modules/grid/common/index.ts'
import { endpoint } from '#platform/contract/common/endpoint.ts'
import { pageInput, pageOf } from '#platform/contract/common/paging.ts'
import { Day, needed, written } from './contract-parts.ts'
import { textLimits as most } from './limits.ts'
import { taskStates } from './programme.ts'

const id = z.uuid()
const postId = z.uuid()
const setUp = { permission: 'campaigns.set-up' }
const PlannedMilestone = z.object({ id, title: needed(most.title), plannedOn: Day })
const Done = z.object({ programmeId: z.string() })

export const setUpProgramme = endpoint({
  name: 'campaigns.set-up-programme',
  kind: 'command',
  access: setUp,
  summary: 'Sets up an action programme: purpose, place, owner, period.',
  input: z.object({
    programmeId: id,
    title: needed(most.title),
    purpose: needed(most.purpose),
    gridPath: GridPath,
    ownerPostId: postId,
    from: Day,
    until: Day,
  }),
  output: Done.extend({ number: z.string() }),
  refusals: [
    'campaigns/id-taken',
    'campaigns/not-allowed',
    'campaigns/no-such-grid',
    'campaigns/no-such-post',
    'campaigns/period-turned',
  ],
})

export const addProject = endpoint({
  name: 'campaigns.add-project',
  kind: 'command',
  access: setUp,
  summary: 'Adds a project to a programme, with the post that leads it.',
  input: z.object({ programmeId: id, projectId: id, title: needed(most.title), ownerPostId: postId }),
  output: Done,
  refusals: ['campaigns/no-such-programme', 'campaigns/not-allowed', 'campaigns/id-taken', 'campaigns/no-such-post'],
})

export const addTask = endpoint({
  name: 'campaigns.add-task',
  kind: 'command',
  access: setUp,
  summary: 'Adds a task with its milestones to a project, with the post that answers for it.',
  input: z.object({
    programmeId: id,
    projectId: id,
    taskId: id,
    title: needed(most.title),
    ownerPostId: postId,
    milestones: z.array(PlannedMilestone).min(1).max(30),
  }),
  output: Done.extend({ taskId: z.string() }),
  refusals: [
    'campaigns/no-such-programme',
    'campaigns/no-such-project',
    'campaigns/not-allowed',
    'campaigns/id-taken',
    'campaigns/no-such-post',
  ],
})

export const taskSteps = ['reach', 'reopen', 'move', 'add', 'hand-over'] as const

const milestoneId = id
const why = needed(most.reason)

export const stepTask = endpoint({
  name: 'campaigns.step-task',
  kind: 'command',
  access: 'signed-in',
  summary: 'A milestone is reached, reopened, moved or added, or the task is handed over; all but reaching say why.',
  input: z.object({
    taskId: id,
    does: z.discriminatedUnion('step', [
      z.object({ step: z.literal('reach'), milestoneId, on: Day, reason: written(most.reason).default('') }),
      z.object({ step: z.literal('reopen'), milestoneId, reason: why }),
      z.object({ step: z.literal('move'), milestoneId, plannedOn: Day, reason: why }),
      z.object({ step: z.literal('add'), milestone: PlannedMilestone, reason: why }),
      z.object({ step: z.literal('hand-over'), ownerPostId: postId, reason: why }),
    ]),
  }),
  output: z.object({ taskId: z.string(), state: z.enum(taskStates) }),
  refusals: [
    'campaigns/no-such-task',
    'campaigns/no-such-milestone',
    'campaigns/not-allowed',
    'campaigns/other-state',
    'campaigns/not-yet',
    'campaigns/id-taken',
    'campaigns/no-such-post',
  ],
})

const Progress = z.object({
  state: z.enum(taskStates),
  reached: z.int(),
  milestones: z.int(),
  percent: z.int(),
  late: z.int(),
  daysLate: z.int(),
  from: z.string().nullable(),
  until: z.string().nullable(),
})
export type ProgressShape = z.infer<typeof Progress>

const ProgrammeShape = z.object({
  programmeId: z.string(),
  number: z.string(),
  title: z.string(),
  purpose: z.string(),
  gridPath: z.string(),
  gridName: z.string(),
  ownerTitle: z.string(),
  from: z.string(),
  until: z.string(),
  progress: Progress,
})

const Milestone = z.object({
  id: z.string(),
  title: z.string(),
  plannedOn: z.string(),
  firstPlannedOn: z.string(),
  reachedOn: z.string().nullable(),
  isLate: z.boolean(),
  slips: z.array(z.object({ at: z.string(), from: z.string(), to: z.string(), reason: z.string() })),
})

const TaskShape = z.object({
  taskId: z.string(),
  projectId: z.string(),
  title: z.string(),
  ownerPostId: z.string(),
  ownerTitle: z.string(),
  progress: Progress,
  milestones: z.array(Milestone),
  mayStep: z.boolean(),
})
export type TaskShape = z.infer<typeof TaskShape>

export const listProgrammes = endpoint({
  name: 'campaigns.programmes',
  kind: 'query',
  access: { permission: 'campaigns.know' },
  summary: 'Action programmes with how far they are.',
  input: z.object(pageInput),
  output: pageOf(ProgrammeShape).extend({ maySetUp: z.boolean() }),
  refusals: [],
})

export const showProgramme = endpoint({
  name: 'campaigns.programme',
  kind: 'query',
  access: { permission: 'campaigns.know' },
  summary: 'One programme with its projects, tasks and milestones, and what is late.',
  input: z.object({ programmeId: id }),
  output: ProgrammeShape.extend({
    today: z.string(),
    maySetUp: z.boolean(),
    projects: z.array(
      z.object({
        projectId: z.string(),
        title: z.string(),
        ownerTitle: z.string(),
        progress: Progress,
        tasks: z.array(TaskShape),
      }),
    ),
  }),
  refusals: ['campaigns/no-such-programme'],
})

export const showTask = endpoint({
  name: 'campaigns.task',
  kind: 'query',
  access: { permission: 'campaigns.know' },
  summary: 'Which programme a task belongs to, with everything that happened to it.',
  input: z.object({ taskId: id }),
  output: TaskShape.extend({
    programmeId: z.string(),
    programmeTitle: z.string(),
    history: z.array(z.object({ at: z.string(), byName: z.string().nullable(), step: z.string(), text: z.string() })),
  }),
  refusals: ['campaigns/no-such-task'],
})
