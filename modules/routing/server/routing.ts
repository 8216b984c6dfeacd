import type { Kysely, Transaction } from 'kysely'
import type { BothNames } from '#modules/catalogue/common/index.ts'
import type { ReadHandle } from '#modules/grid/server/index.ts'
import type { Work } from '#platform/commands/server/command.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { translator } from '#platform/i18n/common/translate.ts'
import { routingMessages } from '../common/messages.ts'
import { localMoment, type Question, termsOfRuling, whichRule } from '../common/rule.ts'
import { tellOfRule } from './commands/rule-commands.ts'
import { wordsOf } from './present-rule.ts'
import { addRule, columnsOf, RuleReader } from './rule-store.ts'
import type { Surroundings } from './surroundings.ts'
import type { RoutingTables } from './tables.ts'

export interface RuleAnswer {
  readonly ruleId: string
  readonly unitId: string
  /** What the rule speaks of, and why it was written. */
  readonly words: BothNames
  readonly reason: string
}

/** A dispute that was ruled on, with the wish that it holds from now on. */
export interface Ruling extends Omit<Question, 'at'> {
  readonly caseId: string
  readonly number: string
  readonly unitId: string
  readonly reason: string
  /** Where it is to hold; null for everywhere. */
  readonly holdsIn: string | null
}

type Around = Pick<Surroundings, 'settings' | 'gridName' | 'classes'>

/** The rules as cases ask them: a suggestion with its reason, and rulings that become rules. */
export class Routing {
  readonly #around: Around

  constructor(around: Around) {
    this.#around = around
  }

  async ruleFor(db: ReadHandle, question: Question): Promise<RuleAnswer | null> {
    const rules = await readerOf(db).around(question)
    const { winner } = whichRule(rules, question, this.#around.settings(question.at).offsetMinutes)
    if (winner === null) return null
    const { ruleId, unitId, reason } = winner
    return { ruleId, unitId, reason, words: wordsOf(this.#around, winner) }
  }

  /** On the authority of the ruling, which needs no right to write rules. */
  async takeUpRuling(
    work: Work<unknown>,
    { caseId, number, unitId, reason, holdsIn, ...matter }: Ruling,
  ): Promise<void> {
    const { tx, actor, now } = work as unknown as Work<RoutingTables>
    const { offsetMinutes } = this.#around.settings(now)
    const { day } = localMoment(now, offsetMinutes)
    const question = { ...matter, at: now }
    const ruling = { gridPath: holdsIn, day }
    const terms = termsOfRuling(await readerOf(tx).around(question), question, ruling, offsetMinutes)
    const ruleId = newId()
    const t = translator([routingMessages], 'zh-CN')
    const own = { unit_id: unitId, reason: t('routing.ruled', { number, reason }), is_ended: false }
    const origin = { case_id: caseId, case_number: number, by_id: actor.personId, at: now }
    await addRule(tx as Transaction<RoutingTables>, { id: ruleId, version: 1, ...columnsOf(terms), ...own, ...origin })
    tellOfRule(work, ruleId)
  }
}

const readerOf = (db: ReadHandle) => new RuleReader(db as unknown as Kysely<RoutingTables>)
