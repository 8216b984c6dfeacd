import { type Instant, instantOf, millisecondsOf } from '#platform/kernel/common/instant.ts'

/** `2026-09-01 10:20` in China's time, as papers say it. */
export function printedTime(instant: Instant, offsetMinutes = 480): string {
  return instantOf(millisecondsOf(instant) + offsetMinutes * 60_000)
    .slice(0, 16)
    .replace('T', ' ')
}

/** `2026年12月2日24时` or `17时30分`: the end of a limit in the words of a paper; midnight belongs to the day before. */
export function printedDeadline(instant: Instant, offsetMinutes = 480): string {
  const isMidnight = printedTime(instant, offsetMinutes).endsWith('00:00')
  const at = isMidnight ? instantOf(millisecondsOf(instant) - 60_000) : instant
  const [hour, minute] = printedTime(at, offsetMinutes).slice(11).split(':')
  const time = isMidnight ? '24时' : `${Number(hour)}时${minute === '00' ? '' : `${minute}分`}`
  return `${printedDay(at, offsetMinutes)}${time}`
}

/** `2026年9月1日`, as it stands below a paper. */
export function printedDay(instant: Instant, offsetMinutes = 480): string {
  const [year, month, day] = printedTime(instant, offsetMinutes).slice(0, 10).split('-').map(Number)
  return `${year}年${month}月${day}日`
}
