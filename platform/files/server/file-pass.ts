import { createHmac, timingSafeEqual } from 'node:crypto'
import { type Instant, instantOf, millisecondsOf } from '../../kernel/common/instant.ts'

/**
 * A pass lets someone without a session see one photo for a while: the resident who follows a report by its code. It is
 * part of the picture's address, so it is short-lived and says nothing.
 */
export class FilePasses {
  readonly #key: Buffer

  constructor(key: Buffer) {
    this.#key = key
  }

  issue(fileId: string, now: Instant): string {
    const until = Math.floor(millisecondsOf(now) / 1000) + 3600
    return `${until.toString(36)}.${this.#mark(fileId, until)}`
  }

  isGood(pass: string, fileId: string, now: Instant): boolean {
    const [time, mark] = pass.split('.')
    const until = Number.parseInt(time ?? '', 36)
    if (!Number.isSafeInteger(until) || mark === undefined || instantOf(until * 1000) < now) return false
    const expected = Buffer.from(this.#mark(fileId, until))
    const given = Buffer.from(mark)
    return given.length === expected.length && timingSafeEqual(given, expected)
  }

  #mark(fileId: string, until: number): string {
    return createHmac('sha256', this.#key).update(`${fileId} ${until}`).digest('base64url')
  }
}
