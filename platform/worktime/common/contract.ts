import { z } from 'zod'
import { endpoint } from '../../contract/common/endpoint.ts'
import { pageInput, pageOf } from '../../contract/common/paging.ts'
import { calendarKey } from './areas.ts'

const key = z.union([z.literal('default'), z.string().regex(calendarKey)])
const day = z.iso.date()
const year = z.int().min(1950).max(2200)
const Spans = z.array(z.object({ from: z.int(), until: z.int() })).max(12)
const Week = z.tuple([Spans, Spans, Spans, Spans, Spans, Spans, Spans])
const name = z.object({ 'zh-CN': z.string().trim().max(40), en: z.string().trim().max(60) })

/** The version that the person saw: two who edit at once do not overwrite each other. */
const seen = { calendar: key, version: z.int() }
const Changed = z.object({ version: z.int(), replayId: z.uuid() })

/** As many days as the longest holidays and a reserve; a year is entered in a handful of steps. */
export const mostDaysAtOnce = 31

export const showCalendar = endpoint({
  name: 'worktime.show-calendar',
  kind: 'query',
  access: { permission: 'worktime.read' },
  summary: 'One year of a work calendar: hours of the week, holidays, make-up days; and which calendars there are.',
  input: z.object({ calendar: key.default('default'), year }),
  output: z.object({
    calendar: z.string(),
    name: z.string(),
    version: z.int(),
    offsetMinutes: z.int(),
    week: Week,
    /** Null for the default calendar; whether a district uses the hours of the default one. */
    isWeekInherited: z.boolean().nullable(),
    days: z.array(
      z.object({
        day: z.string(),
        kind: z.enum(['rest', 'work']),
        name,
        spans: Spans.nullable(),
        source: z.string(),
        isInherited: z.boolean(),
      }),
    ),
    isCovered: z.boolean(),
    calendars: z.array(z.object({ key: z.string(), name: z.string() })),
  }),
  refusals: ['worktime/not-found'],
})

export const setDay = endpoint({
  name: 'worktime.set-day',
  kind: 'command',
  access: { permission: 'worktime.edit' },
  summary: 'Makes a day, or some in a row, a day of rest or of work, or again what its weekday says.',
  input: z.object({
    ...seen,
    day,
    until: day.optional(),
    kind: z.enum(['rest', 'work', 'usual']),
    name: name.default({ 'zh-CN': '', en: '' }),
    spans: Spans.nullable().default(null),
  }),
  output: Changed,
  refusals: ['worktime/not-found', 'worktime/spans-wrong', 'worktime/days-wrong', 'worktime/changed-meanwhile'],
})

export const setWeek = endpoint({
  name: 'worktime.set-week',
  kind: 'command',
  access: { permission: 'worktime.edit' },
  summary: 'Sets the hours of work of each weekday; null takes those of the default calendar again.',
  input: z.object({ ...seen, week: Week.nullable() }),
  output: Changed,
  refusals: ['worktime/not-found', 'worktime/empty-week', 'worktime/spans-wrong', 'worktime/changed-meanwhile'],
})

export const setYear = endpoint({
  name: 'worktime.set-year',
  kind: 'command',
  access: { permission: 'worktime.edit' },
  summary:
    'Says whether the holidays of a year are entered; until then each deadline that touches it carries a warning.',
  input: z.object({ ...seen, year, isCovered: z.boolean() }),
  output: Changed,
  refusals: ['worktime/not-found', 'worktime/changed-meanwhile'],
})

export const addCalendar = endpoint({
  name: 'worktime.add-calendar',
  kind: 'command',
  access: { permission: 'worktime.edit' },
  summary: 'Gives a district a calendar of its own, which begins as the default one.',
  input: z.object({
    /** The code of a district, a street or a community. */
    key: z.string().regex(calendarKey),
    name: z.string().trim().min(1).max(40),
    offsetMinutes: z.int().min(-720).max(840).default(480),
  }),
  output: Changed,
  refusals: ['worktime/calendar-exists'],
})

export const listWarnings = endpoint({
  name: 'worktime.list-warnings',
  kind: 'query',
  access: { permission: 'worktime.read' },
  summary: 'Years without holidays that running deadlines touch, or that begin soon.',
  input: z.object({}),
  output: z.object({
    rows: z.array(z.object({ calendar: z.string(), year: z.int(), timers: z.int() })),
  }),
  refusals: [],
})

export const listReplays = endpoint({
  name: 'worktime.list-replays',
  kind: 'query',
  access: { permission: 'worktime.read' },
  summary: 'The last times that deadlines were counted again, and how far each has come.',
  input: z.object({ limit: z.int().min(1).max(50).default(10) }),
  output: z.object({
    rows: z.array(
      z.object({
        id: z.uuid(),
        calendar: z.string(),
        reason: z.string(),
        since: z.string().nullable(),
        askedAt: z.string(),
        finishedAt: z.string().nullable(),
        total: z.int().nullable(),
        done: z.int(),
        moved: z.int(),
      }),
    ),
  }),
  refusals: [],
})

export const listMoved = endpoint({
  name: 'worktime.list-moved',
  kind: 'query',
  access: { permission: 'worktime.read' },
  summary: 'Which deadlines one change of a calendar moved, from when to when.',
  input: z.object({ ...pageInput, replayId: z.uuid() }),
  output: pageOf(
    z.object({
      timerId: z.string(),
      subjectKind: z.string(),
      subjectId: z.string(),
      name: z.string(),
      number: z.string().nullable(),
      dueBefore: z.string().nullable(),
      dueAfter: z.string().nullable(),
    }),
  ),
  refusals: [],
})

export const explain = endpoint({
  name: 'worktime.explain',
  kind: 'query',
  access: 'signed-in',
  summary:
    'How the deadlines of a thing that one may see came about: spans, pauses, holidays, to the minute, in words.',
  input: z.object({
    subjectKind: z.string().max(60),
    subjectId: z.string().max(80),
    locale: z.enum(['zh-CN', 'en']).default('zh-CN'),
  }),
  output: z.object({
    timers: z.array(
      z.object({
        name: z.string(),
        limit: z.string(),
        dueAt: z.string().nullable(),
        state: z.enum(['running', 'paused', 'stopped']),
        isOverdue: z.boolean(),
        isExempt: z.boolean(),
        share: z.number(),
        light: z.enum(['green', 'yellow', 'orange', 'red']),
        uncoveredYears: z.array(z.int()),
        lines: z.array(
          z.object({
            kind: z.enum(['start', 'extension', 'counted', 'skipped', 'pause', 'due', 'state', 'warning']),
            text: z.string(),
          }),
        ),
      }),
    ),
  }),
  refusals: ['worktime/not-found'],
})
