import { z } from 'zod'
import { type Instant, instantOf, millisecondsOf } from '#platform/kernel/common/instant.ts'
import { clockToleranceSeconds } from './limits.ts'

const first = millisecondsOf('1970-01-01T00:00:00.000Z')

/**
 * A device's time, brought to UTC with milliseconds. A clock before 1970 becomes 1970: it is flagged anyway, and the
 * database knows no year 0.
 */
export const instantNear = z.iso
  .datetime({ offset: true })
  .transform(text => instantOf(Math.max(first, millisecondsOf(text))))

/**
 * How many seconds the device's clock is off when that is more than usual, else null. Told by when the device says it
 * sent the report; one that waited offline was made long before and its clock is fine all the same.
 */
export function clockOff(sentAt: Instant | null, receivedAt: Instant): number | null {
  if (sentAt === null) return null
  const seconds = Math.round((millisecondsOf(sentAt) - millisecondsOf(receivedAt)) / 1000)
  return Math.abs(seconds) > clockToleranceSeconds ? seconds : null
}
