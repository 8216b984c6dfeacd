import {
  applyCaseEvent,
  beginCase,
  type CaseEvent,
  type CaseFile,
  caseNumber,
  type CasePlace,
  type CaseReported,
  startsWith,
  usualProcedure,
} from '#modules/cases/common/index.ts'
import type { Point } from '#platform/kernel/common/geometry.ts'
import { instantOf } from '#platform/kernel/common/instant.ts'
import { nationalClasses } from '#modules/catalogue/common/index.ts'
import { conditionFor, townConditions } from '../catalogue/conditions.ts'
import type { Geography } from '../geography/geography.ts'
import { isInside } from '../geography/point-in-grid.ts'
import { cellsOf, lineageOf } from '../geography/tree.ts'
import type { PeoplePlan } from '../people/people.ts'
import { between, idMaker, pick, pickWeighted, type Random, randomFrom } from '../random.ts'
import { type Cast, castFor } from './cast.ts'
import { failures, ratingWords, refusals, returns, stories, type Story } from './stories.ts'

/** One matter from its report to wherever it stands today, and who reported it, if they said. */
export interface Matter {
  readonly events: readonly CaseEvent[]
  readonly reporter: { readonly name: string; readonly phone: string } | null
}

export interface YearOptions {
  readonly count: number
  /** The moment it is in the town; the year ends here. */
  readonly now: number
}

const hour = 3_600_000
const day = 24 * hour

/**
 * A year of matters in all states, oldest first. The last days are left unfinished on purpose: somebody's work for
 * today lies in every queue. Deterministic from the geography's seed. One at a time: a city's year fits in no memory.
 */
export function* yearOfMatters(
  geography: Geography,
  people: PeoplePlan,
  options: YearOptions,
): Generator<Matter, void, undefined> {
  const random = randomFrom(geography.seed * 104_729 + 7)
  const newId = idMaker(random)
  const cast = castFor(people)
  const serials = new Map<number, number>()
  const moments = Float64Array.from({ length: options.count }, () => momentOfReport(random, options.now)).sort()
  for (const at of moments) {
    const year = new Date(at + 8 * hour).getUTCFullYear()
    const serial = (serials.get(year) ?? 0) + 1
    serials.set(year, serial)
    yield new Telling(random, geography, people, cast, options.now).tell(
      newId(at),
      caseNumber(geography.districtCode, year, serial),
      at,
    )
  }
}

/** More in the last days, and most in the last hours, so that today's queues are not empty; people report by day. */
function momentOfReport(random: Random, now: number): number {
  if (random() < 0.035) return now - between(random, 4, 600) * 60_000
  const daysAgo = random() < 0.06 ? random() * 6 : random() * 365
  const midnight = Math.floor((now - daysAgo * day + 8 * hour) / day) * day - 8 * hour
  const at = midnight + (7 + random() * 14) * hour
  return Math.min(at, now - between(random, 4, 90) * 60_000)
}

/** Tells one matter: each step happens a while after the one before, until now is reached. */
class Telling {
  readonly #random: Random
  readonly #geography: Geography
  readonly #people: PeoplePlan
  readonly #cast: Cast
  readonly #now: number
  readonly #events: CaseEvent[] = []
  #file: CaseFile | null = null
  #at = 0

  constructor(random: Random, geography: Geography, people: PeoplePlan, cast: Cast, now: number) {
    this.#random = random
    this.#geography = geography
    this.#people = people
    this.#cast = cast
    this.#now = now
  }

  tell(caseId: string, number: string, at: number): Matter {
    const random = this.#random
    const story = pickWeighted(
      random,
      stories.map(found => [found, found.weight] as const),
    )
    this.#at = at
    const reported = this.#report(caseId, number, story)
    this.#push(reported)
    if (reported.source === 'worker' && story.hours <= 8 && random() < 0.4) this.#onSpot(story, reported)
    else this.#follow(story, reported)
    const told = reported.source === 'resident' && random() < 0.6
    return {
      events: this.#events,
      reporter: told ? { name: pick(random, this.#people.people).name, phone: phone(random) } : null,
    }
  }

  /** With the limits that begin with it, as a command would have written them. */
  #push(told: CaseEvent): void {
    const before = this.#file
    const standing = told.type === 'case.reported' ? beginCase(told) : applyCaseEvent(before!, told)
    const starts = startsWith(before, standing, told, usualProcedure)
    const event = starts.length > 0 ? { ...told, starts } : told
    this.#events.push(event)
    this.#file = event.type === 'case.reported' ? beginCase(event) : applyCaseEvent(before!, event)
  }

  /** Seen and put right in one go: a small ad scraped off, a bicycle moved. */
  #onSpot(story: Story, reported: CaseReported): void {
    const by = { by: reported.by, postId: reported.postId }
    const note = pick(this.#random, story.done)
    this.#push({ type: 'case.handled-on-spot', ...this.#moment(by), ...classOf(story), note, photos: [] })
  }

  #report(caseId: string, number: string, story: Story): CaseReported {
    const random = this.#random
    const { place, address } = this.#somewhere()
    const source = pickWeighted(random, [
      ['worker', 55],
      ['resident', 30],
      ['building-head', 9],
      ['hotline', 6],
    ] as const)
    const worker = this.#cast.workerAt(place.gridPath)
    const resident = random() < 0.35 ? pick(random, this.#cast.residents).id : 'nobody'
    const chief = this.#cast.deskOf('acceptor', place.gridPath, random)
    const by = { worker: worker.personId, resident, 'building-head': resident, hotline: chief.personId }[source]
    const postId = source === 'worker' ? worker.postId : source === 'hotline' ? chief.postId : null
    return {
      type: 'case.reported',
      at: instantOf(this.#at),
      by,
      postId,
      caseId,
      number,
      source,
      title: null,
      description: pick(random, story.seen).replace('{place}', address),
      place,
      photos: [],
      madeAt: instantOf(this.#at - between(random, 1, 40) * 1000),
      clockOffSeconds: null,
    }
  }

  #somewhere() {
    const random = this.#random
    const { gridPath, point, street } = this.#geography.segments.length > 0 ? this.#onAStreet() : this.#inACell()
    const address = `${street}${between(random, 1, 120)}号${pick(random, ['门口', '旁', '对面', '北侧', '附近'])}`
    const place: CasePlace = {
      point,
      accuracyMetres: between(random, 3, 25),
      frame: 'wgs84',
      address,
      gridPath,
      gridNames: lineageOf(this.#geography, gridPath).map(grid => grid.name),
      noGrid: false,
    }
    return { place, address }
  }

  #onAStreet() {
    const { gridPath, street, from, to } = pick(this.#random, this.#geography.segments)
    const along = this.#random()
    const point: Point = {
      lon: round(from.lon + (to.lon - from.lon) * along),
      lat: round(from.lat + (to.lat - from.lat) * along),
    }
    return { gridPath, street, point }
  }

  /** A city has cells and no streets. */
  #inACell() {
    const { path, labelPlace, polygon } = pick(this.#random, cellsOf(this.#geography))
    const aside = () => (this.#random() - 0.5) * 0.0008
    const point = { lon: round(labelPlace.lon + aside()), lat: round(labelPlace.lat + aside()) }
    return { gridPath: path, street: '中心路', point: isInside(polygon, point) ? point : labelPlace }
  }

  #follow(story: Story, reported: CaseReported): void {
    const random = this.#random
    const desk = this.#by(this.#cast.deskOf('acceptor', reported.place.gridPath, random))
    if (random() < 0.4) {
      if (!this.#later(0.05, 0.4)) return
      this.#push({ type: 'case.claimed', ...this.#moment(desk) })
    }
    if (random() < 0.05 && !this.#check(reported, desk)) return
    if (!this.#later(0.1, 2)) return
    if (random() < 0.04) {
      this.#push({ type: 'case.refused', ...this.#moment(desk), reason: pick(random, refusals) })
      return
    }
    this.#push({ type: 'case.accepted', ...this.#moment(desk) })
    const chief = this.#by(this.#cast.deskOf('duty-chief', reported.place.gridPath, random))
    if (!this.#later(0.1, 2)) return
    this.#push({ type: 'case.filed', ...this.#moment(chief), ...classOf(story), title: null, ...filedUnder(story) })
    this.#work(story, reported, chief)
  }

  /** The grid worker near by is asked whether it is so. */
  #check(reported: CaseReported, desk: By): boolean {
    const worker = this.#cast.workerAt(reported.place.gridPath)
    if (!this.#later(0.05, 0.5)) return false
    this.#push({ type: 'case.check-asked', ...this.#moment(desk), checkerPostId: worker.postId, note: null })
    if (!this.#later(0.5, 20)) return false
    const note = '到现场看过，情况属实。'
    this.#push({ type: 'case.check-reported', ...this.#moment(this.#by(worker)), isTrue: true, note, photos: [] })
    return true
  }

  /** What holds a department up: more time, a rest, a quarrel about whose it is. False when it is still so today. */
  #relief(story: Story, unitId: string, handler: By, dispatcher: By): boolean {
    const random = this.#random
    const kind = random()
    if (kind < 0.03) {
      if (!this.#later(0.2, 2)) return false
      this.#push({ type: 'case.disputed', ...this.#moment(handler), reason: pick(random, returns) })
      if (!this.#later(0.5, 12)) return false
      const reason = '按部门职责清单，由原单位办理。'
      this.#push({ type: 'case.ruled', ...this.#moment(dispatcher), unitId, reason, asRule: random() < 0.2 })
    } else if (kind < 0.08 && story.hours >= 8) {
      if (!this.#later(0.5, story.hours * 0.4)) return false
      this.#push({ type: 'case.extension-asked', ...this.#moment(handler), reason: '材料在途，需要延期。' })
      if (!this.#later(0.2, 2)) return false
      this.#push({ type: 'case.extension-approved', ...this.#moment(handler), note: null })
      if (!this.#later(0.2, 2)) return false
      this.#push({ type: 'case.extended', ...this.#moment(dispatcher), more: filedUnder(story).limit, note: null })
    } else if (kind < 0.13 && story.hours >= 16) {
      return this.#rest(handler, dispatcher)
    }
    return true
  }

  #rest(handler: By, dispatcher: By): boolean {
    if (!this.#later(0.5, 6)) return false
    const until = instantOf(this.#at + between(this.#random, 10, 60) * day)
    this.#push({
      type: 'case.suspension-asked',
      ...this.#moment(handler),
      until,
      reason: '须待种植季节或停水时段施工。',
    })
    if (!this.#later(0.2, 3)) return false
    this.#push({ type: 'case.suspended', ...this.#moment(dispatcher), until, note: null })
    if (Date.parse(until) > this.#now) return false
    this.#at = Date.parse(until)
    this.#push({ type: 'case.resumed', at: until, by: 'clock', postId: null, note: null })
    return true
  }

  /** A few who were late by no fault of theirs ask to be excused. */
  #appeal(handler: By, chief: By): void {
    const random = this.#random
    if (random() > 0.02 || !this.#later(4, 60)) return
    this.#push({ type: 'case.appealed', ...this.#moment(handler), reason: '连续暴雨，无法施工。' })
    if (!this.#later(1, 24)) return
    if (random() < 0.4) {
      this.#push({ type: 'case.appeal-refused', ...this.#moment(chief), reason: '时限内有三个晴天。' })
      return
    }
    this.#push({ type: 'case.appeal-supported', ...this.#moment(chief), note: null })
    if (!this.#later(1, 24)) return
    const supervisor = this.#by(this.#cast.supervisor(random))
    this.#push({ type: 'case.exempted', ...this.#moment(supervisor), note: null })
  }

  #work(story: Story, reported: CaseReported, chief: By): void {
    const random = this.#random
    const unitId = this.#cast.unitFor(story, reported.place.gridPath)
    const dispatcher = this.#by(this.#cast.deskOf('dispatcher', reported.place.gridPath, random))
    if (!this.#later(0.1, 1.5)) return
    const dispatch = () => this.#push({ type: 'case.dispatched', ...this.#moment(dispatcher), unitId, note: null })
    dispatch()
    const handler = this.#by(this.#cast.handlerOf(unitId, random))
    if (random() < 0.05) {
      if (!this.#later(0.3, 3)) return
      this.#push({ type: 'case.returned', ...this.#moment(handler), reason: pick(random, returns) })
      if (!this.#later(0.1, 1)) return
      dispatch()
    }
    if (!this.#relief(story, unitId, handler, dispatcher)) return
    const worker = this.#cast.workerAt(reported.place.gridPath)
    for (;;) {
      if (!this.#later(story.hours * 0.2, story.hours * (random() < 0.12 ? 2.5 : 0.95))) return
      const note = pick(random, story.done)
      this.#push({
        type: 'case.handled',
        ...this.#moment(handler),
        note,
        ...(note.includes('井盖') ? { materials: [{ kind: '井盖', amount: 1, unit: 'piece' as const }] } : {}),
        photos: [],
        verifierPostId: worker.postId,
      })
      if (!this.#later(0.2, 2)) return
      const passed = random() > 0.07
      const found = passed ? null : pick(random, failures)
      this.#push({ type: 'case.verified', ...this.#moment(this.#by(worker)), passed, note: found, photos: [] })
      if (passed) break
    }
    if (!this.#later(0.1, 3)) return
    this.#push({ type: 'case.closed', ...this.#moment(chief), note: null })
    this.#rate(reported)
    this.#appeal(handler, chief)
  }

  #rate(reported: CaseReported): void {
    const random = this.#random
    if (reported.source !== 'resident' || random() < 0.5 || !this.#later(2, 40)) return
    const stars = pickWeighted(random, [
      [5, 50],
      [4, 28],
      [3, 12],
      [2, 6],
      [1, 4],
    ] as const)
    const by = { by: reported.by, postId: null }
    const comment = pick(random, ratingWords)
    this.#push({ type: 'case.rated', ...this.#moment(by), stars, solved: stars > 2, comment })
  }

  /** Moves on by so many hours, some of them asleep; false when that would be after now. */
  #later(leastHours: number, mostHours: number): boolean {
    const next = this.#at + (leastHours + this.#random() * (mostHours - leastHours)) * hour
    const local = new Date(next + 8 * hour).getUTCHours()
    const awake = local >= 21 || local < 7 ? next + ((7 - local + 24) % 24) * hour : next
    if (awake > this.#now) return false
    this.#at = awake
    return true
  }

  #moment(by: By) {
    return { at: instantOf(this.#at), ...by }
  }

  #by({ personId, postId }: { personId: string; postId: string }): By {
    return { by: personId, postId }
  }
}

interface By {
  readonly by: string
  readonly postId: string | null
}

const conditions = townConditions('2025-01-01')

/** The condition under which such a matter is filed, and the limit that it gives. */
const filedUnder = memo(({ kind, code, hours }: Story) => {
  const found = conditionFor(conditions, kind, code, hours)
  if (!found) throw new Error(`the town files nothing under ${kind} ${code}`)
  return { condition: { id: found.id, version: found.version }, limit: found.limit }
})

function memo<Key extends object, Value>(work: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>()
  return key => {
    const value = known.get(key) ?? work(key)
    known.set(key, value)
    return value
  }
}

const round = (degrees: number) => Math.round(degrees * 1e7) / 1e7

/** Numbers of a block that was never given out. */
function phone(random: Random): string {
  return `1990000${String(between(random, 0, 9999)).padStart(4, '0')}`
}

function classOf({ kind: classKind, code: classCode }: Story) {
  const className = nationalClasses.label(classKind, classCode)
  if (className === null) throw new Error(`no class ${classKind} ${classCode}`)
  return { classKind, classCode, className }
}
