/** The door of this part for everybody: clocks, calendars, timers and what they say about themselves. Pure. */
export { calendarKey, calendarsAround } from './areas.ts'
export {
  type CalendarDay,
  type CalendarPlan,
  chinaOffsetMinutes,
  compileCalendar,
  type Span,
  spansProblem,
  usualWeek,
  type Week,
  weekProblem,
  type WorkCalendar,
} from './calendar.ts'
export { addLimit, workBetween } from './count.ts'
export { explainTimer, type ExplainedLine } from './explain.ts'
export { asksCalendar, describeLimit, type Limit, type LimitClock, limitClocks } from './limit.ts'
export { worktimeMessages } from './messages.ts'
export {
  type LightPercents,
  type LightShares,
  lightsToKeep,
  readTimer,
  shareReachedAt,
  type Timer,
  type TimerLight,
  timerLights,
  type TimerMark,
  type TimerReading,
  usualLightPercents,
  usualLights,
} from './timer.ts'
