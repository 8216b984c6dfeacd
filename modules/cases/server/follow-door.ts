import type { Kysely } from 'kysely'
import type { Instant } from '#platform/kernel/common/instant.ts'
import { refuse } from '../common/refusals.ts'
import { CaseStory } from './case-story-store.ts'
import { isFollowCode } from './follow-code.ts'
import type { CasesTables } from './tables.ts'
import { WrongCodes } from './wrong-codes.ts'

/** Lets in whoever has a case's number and follow code. */
export class FollowDoor {
  readonly #key: () => Uint8Array
  readonly #wrong = new WrongCodes()

  constructor(key: () => Uint8Array) {
    this.#key = key
  }

  /** The case id. A number that does not exist and a wrong code get the same answer: numbers are easily guessed. */
  async open(db: Kysely<CasesTables>, key: { number: string; followCode: string }, now: Instant) {
    const number = key.number.trim()
    const seconds = this.#wrong.waitSeconds(number, now)
    if (seconds > 0) return refuse['too-many-wrong-codes']({ seconds })
    const found = /^[\dA-Za-z-]{1,40}$/.test(number) ? await new CaseStory(db).byNumber(number) : undefined
    if (found && isFollowCode(this.#key(), found.caseId, key.followCode, found.codeHash)) return found.caseId
    this.#wrong.note(number, now)
    return refuse['wrong-code']()
  }
}
