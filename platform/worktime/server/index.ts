/** The door of this part for server code: calendars of the process, limits in the database, and who listens to them. */
export type { TimerInNews, TimerListener, TimerNews } from './listeners.ts'
export { worktimeModule } from './module.ts'
export { replay } from './replay.ts'
export { takeAsTold } from './tick.ts'
export { type KeptTimer, type TimedSubject, TimerStore } from './timer-store.ts'
export { calendarSubject, WorkCalendars } from './work-calendars.ts'
