import type { CallKind, Satisfaction } from '#modules/hotline/common/index.ts'
import type { Article, LoadedCall } from '#modules/hotline/server/index.ts'
import { type Instant, instantOf, millisecondsOf } from '#platform/kernel/common/instant.ts'
import type { Geography } from '../geography/geography.ts'
import type { Matter } from '../matters/year.ts'
import type { PeoplePlan } from '../people/people.ts'
import { between, idMaker, pick, pickWeighted, type Random, randomFrom } from '../random.ts'

const minute = 60_000
const hour = 60 * minute

/** Matters whose callers are still to be called back, and before them those who were. */
const dueCount = 8
const calledBackCount = 24

interface Closed {
  readonly caseId: string
  readonly number: string
  readonly description: string
  readonly address: string | null
  readonly reportedAt: number
  readonly closedAt: number
}

/** Listens while the year is told and keeps the matters closed last: their callers are called back. */
export class LastClosed {
  #kept: Closed[] = []

  hear({ events }: Matter): void {
    const [reported] = events
    const closed = events.findLast(event => event.type === 'case.closed')
    if (reported?.type !== 'case.reported' || !closed) return
    const { caseId, number, description, place } = reported
    this.#kept.push({
      ...{ caseId, number, description, address: place.address },
      reportedAt: millisecondsOf(reported.at),
      closedAt: millisecondsOf(closed.at),
    })
    if (this.#kept.length > 1000) this.#kept = this.latest()
  }

  latest(): Closed[] {
    return this.#kept.toSorted((a, b) => b.closedAt - a.closedAt).slice(0, dueCount + calledBackCount)
  }
}

const questions = [
  ['advice', '问居住证在哪里办，要带什么', 3],
  ['advice', '旧沙发不要了，问怎么处理', 0],
  ['help', '问路灯不亮该找谁修', 1],
  ['advice', '楼上装修声音大，问几点以后不能施工', 4],
  ['complaint', '楼道里堆着纸箱，问怎么反映', 2],
] as const satisfies readonly (readonly [CallKind, string, number])[]

const unsettled = [
  ['report', '路口的井盖松了，车过的时候响', '中心路与文化路口'],
  ['complaint', '烧烤摊把桌子摆到人行道上', '农贸市场东门'],
] as const satisfies readonly (readonly [CallKind, string, string])[]

const remarks = ['说处置得快', '说问题解决了，没有别的意见', '希望以后多巡查', null, null] as const

interface Desk {
  readonly unitId: string
  readonly personId: string
}

interface CallsOptions {
  readonly now: Instant
  readonly closed: readonly Closed[]
  readonly articles: readonly Article[]
}

/** The calls of the first street's desk: this morning's, and those whose matters were closed last. Deterministic. */
export function hotlineCalls(geography: Geography, people: PeoplePlan, options: CallsOptions): LoadedCall[] {
  const random = randomFrom(geography.seed * 15_485_863 + 11)
  const desk = deskOf(people)
  const told = new CallTelling(random, desk, people, millisecondsOf(options.now))
  return [
    ...options.closed.map((one, i) => told.aboutClosed(one, i >= dueCount)),
    ...questions.map(([kind, summary, article], i) => told.answered(kind, summary, options.articles[article]!, i)),
    ...unsettled.map(([kind, summary, place], i) => told.open(kind, summary, place, i)),
  ]
}

function deskOf(people: PeoplePlan): Desk {
  const post = people.posts.find(({ key }) => key === 'acceptor 1')
  const unit = people.units.find(({ key }) => key === post?.unit)
  const person = people.people.find(({ postIds }) => post && postIds.includes(post.id))
  if (!unit || !person) throw new Error('the town has no hotline desk')
  return { unitId: unit.id, personId: person.id }
}

class CallTelling {
  readonly #random: Random
  readonly #newId: (milliseconds: number) => string
  readonly #desk: Desk
  readonly #people: PeoplePlan
  readonly #now: number

  constructor(random: Random, desk: Desk, people: PeoplePlan, now: number) {
    this.#random = random
    this.#newId = idMaker(random)
    this.#desk = desk
    this.#people = people
    this.#now = now
  }

  aboutClosed(one: Closed, isCalledBack: boolean): LoadedCall {
    const random = this.#random
    const call = this.#call(one.reportedAt, 'report', one.description, one.address)
    const caseFile = { caseId: one.caseId, number: one.number }
    if (!isCalledBack) return { ...call, caseFile }
    const satisfaction: Satisfaction = pickWeighted(random, [
      ['very-satisfied', 45],
      ['satisfied', 35],
      ['fairly-satisfied', 14],
      ['dissatisfied', 6],
    ])
    const at = instantOf(Math.min(one.closedAt + between(random, 3, 40) * hour, this.#now - 5 * minute))
    const said = { solved: satisfaction !== 'dissatisfied', satisfaction, note: pick(random, remarks) }
    return { ...call, caseFile, calledBack: { at, byId: this.#desk.personId, ...said } }
  }

  answered(kind: CallKind, summary: string, { id, version, body }: Article, order: number): LoadedCall {
    const call = this.#call(this.#now - (55 + order * 130) * minute, kind, summary, null)
    return { ...call, answered: { answer: body, articleId: id, articleVersion: version } }
  }

  open(kind: CallKind, summary: string, place: string, order: number): LoadedCall {
    return this.#call(this.#now - (6 + order * 14) * minute, kind, summary, place)
  }

  #call(at: number, kind: CallKind, summary: string, place: string | null): LoadedCall {
    const random = this.#random
    return {
      ...{ callId: this.#newId(at), takenAt: instantOf(at), takenBy: this.#desk.personId, unitId: this.#desk.unitId },
      // Numbers of a block that was never given out.
      phone: `1990001${String(between(random, 0, 9999)).padStart(4, '0')}`,
      callerName: random() < 0.6 ? pick(random, this.#people.people).name : null,
      ...{ kind, summary, place },
    }
  }
}
