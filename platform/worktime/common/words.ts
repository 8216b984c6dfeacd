import type { Locale, Translate } from '../../i18n/common/translate.ts'
import { translator } from '../../i18n/common/translate.ts'
import { dayOfNumber, type WorkCalendar, weekdayOf } from './calendar.ts'
import { dayMs, type LimitClock, minuteMs, unitMs } from './limit.ts'
import { worktimeMessages } from './messages.ts'

type Key = keyof (typeof worktimeMessages)['zh-CN']
export type Words = Translate<Key>

/** Moments and lengths of time as people read them, in the zone of the calendar and to the minute. */
export class TimeWords {
  readonly t: Words
  readonly locale: Locale
  readonly #offsetMs: number

  constructor(calendar: WorkCalendar, locale: Locale) {
    this.t = translator<Key>([worktimeMessages], locale)
    this.locale = locale
    this.#offsetMs = calendar.offsetMs
  }

  dayNumber(at: number): number {
    return Math.floor((at + this.#offsetMs) / dayMs)
  }

  day(dayNumber: number): string {
    return this.t('worktime.day', { date: this.#date(dayNumber), weekday: this.#weekday(dayNumber) })
  }

  /** A moment at the end of a day is said as 24:00 of that day when it ends something. */
  moment(at: number, isEnd = false): string {
    const local = at + this.#offsetMs
    const isMidnight = isEnd && local % dayMs === 0
    const dayNumber = Math.floor(local / dayMs) - (isMidnight ? 1 : 0)
    const time = isMidnight ? '24:00' : clockTime((local - dayNumber * dayMs) / minuteMs)
    return this.t('worktime.moment', { date: this.#date(dayNumber), weekday: this.#weekday(dayNumber), time })
  }

  /** What a clock has counted: its own days for the clocks of days, hours and minutes otherwise. */
  counted(ms: number, clock: LimitClock): string {
    const minutes = Math.round(ms / minuteMs)
    if (unitMs(clock) !== dayMs) return this.#hours(minutes)
    const days = Math.floor(minutes / 1440)
    const rest = minutes % 1440
    if (rest === 0) return this.t('worktime.days', { days })
    return days === 0 ? this.#hours(rest) : this.t('worktime.days-and', { days, rest: this.#hours(rest) })
  }

  #hours(minutes: number): string {
    const params = { hours: Math.floor(minutes / 60), minutes: minutes % 60 }
    if (params.hours === 0) return this.t('worktime.minutes', params)
    return this.t(params.minutes === 0 ? 'worktime.hours' : 'worktime.hours-minutes', params)
  }

  #weekday(dayNumber: number): string {
    return this.t(`worktime.weekday.${weekdayOf(dayNumber)}` as Key)
  }

  #date(dayNumber: number): string {
    const [year, month, day] = dayOfNumber(dayNumber).split('-').map(Number)
    return this.locale === 'en' ? dayOfNumber(dayNumber) : `${year}年${month}月${day}日`
  }
}

/** `9:00` of the day as `09:00`; 1440 is `24:00`. */
export function clockTime(minutes: number): string {
  const whole = Math.floor(minutes)
  return `${String(Math.floor(whole / 60)).padStart(2, '0')}:${String(whole % 60).padStart(2, '0')}`
}
