import { nationalClasses } from '#modules/catalogue/common/index.ts'
import { instantOf } from '#platform/kernel/common/instant.ts'
import { readTimer } from '#platform/worktime/common/index.ts'
import { conditionFor, townConditions } from '../catalogue/conditions.ts'
import type { Geography, GeographyGrid } from '../geography/geography.ts'
import { cellsOf } from '../geography/tree.ts'
import type { Stage } from './stage.ts'

const minute = 60_000

export interface Matter {
  readonly kind: 'event' | 'component'
  readonly code: string
  /** Its usual working hours: which of the class's conditions it is filed under. */
  readonly hours: number
  readonly unit: string
  readonly text: string
}

interface Filed {
  readonly caseId: string
  /** When the department got it. */
  readonly at: number
}

const conditions = townConditions('2025-01-01')

/** Tells matters of the first street as its people would have dealt with them. */
export class Desk {
  readonly #stage: Stage
  readonly #cells: readonly GeographyGrid[]
  readonly now: number
  #reports = 0

  constructor(stage: Stage, geography: Geography, now: number) {
    this.#stage = stage
    this.now = now
    this.#cells = cellsOf(geography).filter(({ path }) => path.startsWith('1.1.1.'))
  }

  before(minutes: number): number {
    return this.now - minutes * minute
  }

  /** Somebody tells of it; the same cell is the same place. */
  async report(text: string, at: number, cell = this.#reports): Promise<string> {
    const caseId = this.#stage.newId(at)
    const { name, labelPlace } = this.#cells[cell % this.#cells.length]!
    const place = { lon: labelPlace.lon, lat: labelPlace.lat, accuracyMetres: 8 }
    const input = { caseId, source: 'resident', description: text, address: `${name}附近`, place, photos: [] }
    await this.#stage.does(this.#stage.resident(this.#reports), 'cases.report', at, input)
    this.#reports += 1
    return caseId
  }

  /** With its department since `at`. */
  async dispatched(matter: Matter, at: number, cell?: number): Promise<Filed> {
    const stage = this.#stage
    const caseId = await this.report(matter.text, at - 40 * minute, cell)
    await stage.step(stage.at('acceptor 1'), 'accept', at - 32 * minute, caseId)
    await stage.step(stage.at('duty-chief 1'), 'file', at - 14 * minute, caseId, classOf(matter))
    await stage.step(stage.at('dispatcher 1'), 'dispatch', at, caseId, { unitId: stage.unitId(matter.unit) })
    return { caseId, at }
  }

  /** With its department for so long that this share of its limit is gone now; 1 is due. */
  async pressing(matter: Matter, share: number): Promise<Filed> {
    const { limit } = conditionOf(matter)
    const calendar = this.#stage.calendars.of('default')
    const gone = (at: number) =>
      readTimer(calendar, { name: 'handle', limit, startedAt: instantOf(at), marks: [] }, instantOf(this.now)).share
    let at = this.now - 5 * minute
    while (gone(at) < share) at -= 5 * minute
    return this.dispatched(matter, at)
  }

  /** All of it, in half a day from its report. */
  async settled(matter: Matter, at: number, cell: number): Promise<string> {
    const stage = this.#stage
    const { caseId } = await this.dispatched(matter, at, cell)
    const done = { note: '已清理，现场恢复。', photos: [] }
    await stage.step(stage.at(`handler ${matter.unit} 1`), 'handle', at + 150 * minute, caseId, done)
    const seen = { passed: true, photos: [] }
    await stage.step(await stage.verifier(caseId), 'verify', at + 210 * minute, caseId, seen)
    await stage.step(stage.at('duty-chief 1'), 'close', at + 230 * minute, caseId)
    return caseId
  }
}

function conditionOf({ kind, code, hours }: Matter) {
  const found = conditionFor(conditions, kind, code, hours)
  if (!found || !nationalClasses.knows(kind, code)) throw new Error(`the town files nothing under ${kind} ${code}`)
  return found
}

const classOf = (matter: Matter) => ({
  classKind: matter.kind,
  classCode: matter.code,
  conditionId: conditionOf(matter).id,
})
