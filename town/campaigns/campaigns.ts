import {
  type Area,
  type CampaignEvent,
  paperNumber,
  type PointEvent,
  type Quantity,
  type Work,
} from '#modules/campaigns/common/index.ts'
import type { LoadedCampaign } from '#modules/campaigns/server/index.ts'
import { dayBegins, dayOf } from '#platform/kernel/common/day-of.ts'
import { type Instant, instantOf, millisecondsOf, yearOf } from '#platform/kernel/common/instant.ts'
import { addLimit, type Limit, type WorkCalendar } from '#platform/worktime/common/index.ts'
import type { Geography, GeographyGrid } from '../geography/geography.ts'
import { pointInGrid } from '../geography/point-in-grid.ts'
import { cellsOf, gridAt, lineageOf, lowestLevel } from '../geography/tree.ts'
import type { PeoplePlan } from '../people/people.ts'
import { between, idMaker, pick, randomFrom } from '../random.ts'
import { CampaignCast, type Seat } from './cast.ts'

/** What the street's campaign has brought, mission A4. */
export const streetFigures = { yuan: 3_160_000, greening: 23_000, clearing: 15_700, replanting: 36_000 } as const
/** What the action in Danfeng South was, mission A5. */
export const danfengFigures = { smallAds: 33, heaps: 3, people: 56, hours: 3 } as const

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

interface Kind {
  readonly work: Work
  readonly measure: Quantity['measure']
  readonly unit: string
  readonly limit: Limit
  readonly notes: readonly string[]
}

const kinds: Readonly<Record<'greening' | 'replanting' | 'clearing' | 'facility', Kind>> = {
  greening: {
    ...{ work: 'greening', measure: 'm2', unit: 'greening', limit: { clock: 'work-day', amount: 30 } },
    notes: ['拆违后的空地裸露，宜建口袋绿地。', '路侧黄土裸露，扬尘大，宜铺绿。', '围墙外边角地杂乱，宜改绿化带。'],
  },
  replanting: {
    ...{ work: 'replanting', measure: 'm2', unit: 'greening', limit: { clock: 'work-day', amount: 25 } },
    notes: ['绿篱缺株断档，需补植。', '草坪被踩秃，需复绿。', '行道树穴空缺，需补植并加护板。'],
  },
  clearing: {
    ...{ work: 'clearing', measure: 'm3', unit: 'sanitation', limit: { clock: 'work-day', amount: 7 } },
    notes: ['院墙后积存建筑垃圾。', '楼间堆放旧家具和杂物。', '沟边积存生活垃圾，雨天外溢。', '空置院落积存渣土。'],
  },
  facility: {
    ...{ work: 'facility', measure: 'count', unit: 'municipal', limit: { clock: 'work-hour', amount: 24 } },
    notes: ['破损垃圾桶和护栏需更换。', '井盖周边破损，需修复。'],
  },
}

/** How a point of the street's campaign ends up, and how many do: some open and some late, so that the lists tell something. */
const ends = {
  greening: { done: 46, late: 3, reported: 1, ordered: 2, overdue: 1, listed: 1, surveyed: 1, dropped: 0 },
  replanting: { done: 48, late: 2, reported: 1, ordered: 2, overdue: 1, listed: 1, surveyed: 1, dropped: 1 },
  clearing: { done: 52, late: 4, reported: 2, ordered: 3, overdue: 2, listed: 2, surveyed: 2, dropped: 1 },
  facility: { done: 9, late: 1, reported: 0, ordered: 1, overdue: 1, listed: 0, surveyed: 1, dropped: 0 },
} as const
type KindName = keyof typeof ends
type End = keyof (typeof ends)['greening']

const lateReasons: Readonly<Record<KindName, readonly string[]>> = {
  greening: ['连续阴雨，无法进场。', '苗木到货推迟。'],
  replanting: ['苗木到货推迟。', '避开高温，补植顺延。'],
  clearing: ['居民杂物需逐户协商清退。', '车辆检修，临时缺车。', '连续阴雨，车辆进不去。'],
  facility: ['配件缺货，等待到货。'],
}

/** The campaigns of the town. Deterministic, on a random stream of their own. */
export function townCampaigns(
  geography: Geography,
  people: PeoplePlan,
  now: Instant,
  clocks: { calendarAt(gridPath: string): WorkCalendar },
): LoadedCampaign[] {
  const teller = new Teller(geography, people, now, clocks.calendarAt(geography.grids[0]!.path))
  return [teller.danfengSouth(), teller.streetCampaign()]
}

interface PointPlan {
  readonly kind: KindName
  readonly end: End
  readonly amount: number
  readonly yuan: number
  readonly cell: GeographyGrid
}

class Teller {
  readonly #geography: Geography
  readonly #cast: CampaignCast
  readonly #now: number
  readonly #random: () => number
  readonly #newId: (at: number) => string
  readonly #orders = new Map<number, number>()
  readonly #calendar: WorkCalendar

  constructor(geography: Geography, people: PeoplePlan, now: Instant, calendar: WorkCalendar) {
    this.#calendar = calendar
    this.#geography = geography
    this.#cast = new CampaignCast(people)
    this.#now = millisecondsOf(now)
    this.#random = randomFrom(geography.seed * 49_979_687 + 11)
    this.#newId = idMaker(this.#random)
  }

  /** A moment in the working hours of the day so many days before today, never at a weekend. */
  #at(daysAgo: number, hours: number = between(this.#random, 9, 16), minutes = between(this.#random, 0, 59)): number {
    const begins = millisecondsOf(dayBegins(dayOf(instantOf(this.#now - daysAgo * day))))
    const weekday = new Date(begins + 12 * hour).getUTCDay()
    const back = weekday === 0 ? 2 : weekday === 6 ? 1 : 0
    return begins - back * day + hours * hour + minutes * minute
  }

  #orderNumber(at: number): string {
    const year = yearOf(instantOf(at))
    const serial = (this.#orders.get(year) ?? 0) + 1
    this.#orders.set(year, serial)
    return paperNumber('order', year, serial)
  }

  streetCampaign(): LoadedCampaign {
    const owner = this.#cast.seat('street-centre')
    const top = this.#geography.grids.find(grid => grid.level === lowestLevel(this.#geography) - 3)!
    const id = this.#newId(this.#at(120))
    const plans = this.#streetPlans(top.path)
    const isListed = (plan: PointPlan) => plan.end !== 'surveyed'
    const inOrder = plans.filter(isListed).toSorted((a, b) => byPath(a.cell.path, b.cell.path))
    const listNumbers = new Map(inOrder.map((plan, at) => [plan, at + 1]))
    const setUp = this.#at(120, 9, 0)
    const fixed = this.#at(98, 10, 0)
    const history: CampaignEvent[] = [
      {
        ...{ type: 'campaign.set-up', ...by(owner, setUp), id, number: paperNumber('campaign', yearAt(setUp), 1) },
        ...{ title: '背街小巷环境综合整治', areas: [areaOf(top)], ownerPostId: owner.postId, ownerTitle: owner.title },
        purpose: '摸清背街小巷、房前屋后的卫生死角和裸露土地，列出清单，限期清运、增绿、补植，逐项销号。',
        ...{ from: dayAt(setUp), until: dayAt(this.#now + 60 * day), budgetFen: 420_000_000 },
      },
      { type: 'campaign.listed', ...by(owner, fixed), count: inOrder.length, reason: '' },
    ]
    const orders = new Map<string, LoadedCampaign['orders'][number]>()
    const points = plans.map(plan => {
      const at = { campaignId: id, owner, fixed, listNumber: listNumbers.get(plan) ?? null, orders }
      return this.#history(plan, at)
    })
    return { history, points, orders: [...orders.values()] }
  }

  /** Kinds, ends, amounts and costs, spread over the small grids. What is ticked off sums to the mission's figures. */
  #streetPlans(top: string): PointPlan[] {
    const cells = cellsOf(this.#geography).filter(cell => cell.path.startsWith(`${top}.`))
    const bySmall = Map.groupBy(cells, cell => cell.path.split('.').slice(0, -1).join('.'))
    const small = [...bySmall.values()]
    const names = Object.keys(ends) as KindName[]
    const doneOf = (kind: KindName) => ends[kind].done + ends[kind].late
    const yuan = shares(this.#random, sum(names.map(doneOf)), streetFigures.yuan)
    const plans: PointPlan[] = []
    for (const kind of names) {
      const total = kind === 'facility' ? 28 : streetFigures[kind]
      const amounts = shares(this.#random, doneOf(kind), total)
      for (const [end, count] of Object.entries(ends[kind]) as [End, number][]) {
        for (let i = 0; i < count; i++) {
          const isDone = end === 'done' || end === 'late'
          const cell = pick(this.#random, small[plans.length % small.length]!)
          const amount = isDone ? amounts.pop()! : between(this.#random, 2, kind === 'facility' ? 6 : 400)
          plans.push({ kind, end, cell, amount, yuan: isDone ? yuan.pop()! : between(this.#random, 4, 40) * 500 })
        }
      }
    }
    return plans
  }

  #history(
    { kind, end, cell, amount, yuan }: PointPlan,
    at: {
      readonly campaignId: string
      readonly owner: Seat
      readonly fixed: number
      readonly listNumber: number | null
      readonly orders: Map<string, LoadedCampaign['orders'][number]>
    },
  ): PointEvent[] {
    const { work, measure, unit: unitKey, limit: usual, notes } = kinds[kind]
    const random = this.#random
    // What is only surveyed was found in the last days.
    const seen = this.#at(end === 'surveyed' ? between(random, 1, 4) : between(random, 101, 115))
    const rough = (exact: number) => Math.max(1, Math.round(exact * (0.85 + random() * 0.3)))
    const estimate: Quantity[] = [{ kind: work, measure, amount: rough(amount) }]
    const surveyor = this.#cast.surveyor(cell.path)
    const place = pointInGrid(this.#geography, cell.path, random)
    const events: PointEvent[] = [
      {
        ...{ type: 'point.surveyed', ...by(surveyor, seen), id: this.#newId(seen), campaignId: at.campaignId },
        ...{ work, note: pick(random, notes), address: '', estimate, estimateFen: rough(yuan) * 100 },
        ...{ gridPath: cell.path, gridNames: lineageOf(this.#geography, cell.path).map(grid => grid.name), ...place },
      },
    ]
    if (at.listNumber === null) return events
    events.push({ type: 'point.listed', ...by(at.owner, at.fixed), listNumber: at.listNumber, reason: '' })
    if (end === 'dropped') {
      events.push({ type: 'point.dropped', ...by(at.owner, at.fixed + day), reason: '与相邻点位重复。' })
    }
    if (end === 'dropped' || end === 'listed') return events

    const isOpen = end === 'ordered' || end === 'overdue'
    const batch = end === 'overdue' ? 30 : end === 'ordered' ? 2 : end === 'reported' ? 6 : pick(random, [95, 80, 66])
    const limit = end === 'overdue' ? { clock: 'work-day' as const, amount: 10 } : usual
    const order = this.#orderFor(at, unitKey, batch, limit)
    const orderedAt = millisecondsOf(order.issued_at)
    events.push({
      ...{ type: 'point.ordered', ...by(at.owner, orderedAt), orderId: order.id, number: order.number },
      ...{ unitId: order.unit_id, postId: null, holderName: order.holder_name, limit },
    })
    const handler = this.#cast.seat(`handler ${unitKey} 1`)
    if (isOpen) {
      if (end === 'overdue' && random() < 0.5) {
        const explained = by(handler, this.#at(5))
        events.push({ type: 'point.explained', ...explained, reason: pick(random, lateReasons[kind]) })
      }
      return events
    }
    const { dueAt } = addLimit(this.#calendar, instantOf(orderedAt), limit)
    const due = millisecondsOf(dueAt)
    const isLate = end === 'late'
    const doneAt = isLate
      ? due + between(random, 1, 5) * day + between(random, 0, 90) * minute
      : orderedAt + Math.round((Math.min(due, this.#now - day) - orderedAt) * (0.3 + random() * 0.6))
    const reportedAt = end === 'reported' ? this.#at(1) : doneAt
    events.push({
      ...{ type: 'point.reported', ...by(handler, reportedAt), lines: [{ kind: work, measure, amount }] },
      ...{ costFen: yuan * 100, note: '', dueAt, isLate, reason: isLate ? pick(random, lateReasons[kind]) : '' },
    })
    if (end === 'reported') return events
    const checkedAt = Math.min(this.#now - hour, reportedAt + between(random, 3, 30) * hour)
    events.push({ type: 'point.ticked-off', ...by(at.owner, checkedAt), reason: '', isPublic: at.listNumber % 5 === 0 })
    return events
  }

  /** One order for each unit and each day on which orders went out. */
  #orderFor(
    at: { campaignId: string; owner: Seat; orders: Map<string, LoadedCampaign['orders'][number]> },
    unitKey: string,
    daysAgo: number,
    limit: Limit,
  ): LoadedCampaign['orders'][number] {
    const key = `${unitKey} ${daysAgo} ${limit.clock} ${limit.amount}`
    const known = at.orders.get(key)
    if (known) return known
    const unit = this.#cast.unit(unitKey)
    const issued = this.#at(daysAgo, 9, 30)
    const order = {
      ...{ id: this.#newId(issued), campaign_id: at.campaignId, number: this.#orderNumber(issued) },
      ...{ unit_id: unit.id, post_id: null, holder_name: unit.name, clock: limit.clock, amount: limit.amount },
      ...{ issued_at: instantOf(issued), by_id: at.owner.personId, by_post_id: at.owner.postId },
      demand: '按清单逐点整改，做到清净见底、补绿成活，完成后附整改后照片和实际工程量。',
    }
    at.orders.set(key, order)
    return order
  }

  /** One morning in Danfeng South: 33 small ads and 3 heaps, 56 people, done three hours after the order. */
  danfengSouth(): LoadedCampaign {
    const random = this.#random
    const grids = this.#geography.grids
    const area = grids.find(grid => grid.name === '丹凤南社区') ?? gridAt(this.#geography, '1.1.1')
    const owner = this.#cast.seat(`lead ${area.path}`)
    const begins = this.#at(41, 0, 0)
    const clock = (hours: number, minutes: number) => begins + hours * hour + minutes * minute
    const cells = cellsOf(this.#geography).filter(cell => cell.path.startsWith(`${area.path}.`))
    const heaps = Array.from({ length: danfengFigures.heaps }, () => ({ work: 'rubbish-heap' as const, amount: 1 }))
    const ads = shares(random, 8, danfengFigures.smallAds).map(amount => ({ work: 'small-ads' as const, amount }))
    const finds = [...ads, ...heaps]
    const hands = shares(random, finds.length, danfengFigures.people)
    const unit = this.#cast.unit('sanitation')
    const handler = this.#cast.seat('handler sanitation 1')
    const id = this.#newId(clock(8, 0))
    const [setUp, fixed, ordered, ended] = [clock(8, 0), clock(8, 50), clock(9, 0), clock(13, 40)]
    const limit: Limit = { clock: 'urgent-hour', amount: 4 }
    const order = {
      ...{ id: this.#newId(ordered), campaign_id: id, number: this.#orderNumber(ordered), unit_id: unit.id },
      ...{ post_id: null, holder_name: unit.name, clock: limit.clock, amount: limit.amount },
      ...{ issued_at: instantOf(ordered), by_id: owner.personId, by_post_id: owner.postId },
      demand: '当天上午清除全部小广告和垃圾堆，逐点附照片。',
    }
    const { dueAt } = addLimit(this.#calendar, instantOf(ordered), limit)
    const points = finds.map(({ work, amount }, i): PointEvent[] => {
      const cell = cells[i % cells.length] ?? area
      const seen = clock(8, 10 + i * 2)
      const line: Quantity = { kind: work, measure: 'count', amount }
      // The last point is done when the morning's work is.
      const minutes = i === finds.length - 1 ? danfengFigures.hours * 60 : 40 + i * 12
      const done = ordered + minutes * minute
      return [
        {
          ...{ type: 'point.surveyed', ...by(this.#cast.surveyor(cell.path), seen), id: this.#newId(seen) },
          ...{ campaignId: id, work, address: '', estimate: [line], estimateFen: 0 },
          note: work === 'small-ads' ? '墙面、灯杆上的小广告。' : '路边垃圾堆。',
          ...{ gridPath: cell.path, gridNames: lineageOf(this.#geography, cell.path).map(grid => grid.name) },
          ...pointInGrid(this.#geography, cell.path, random),
        },
        { type: 'point.listed', ...by(owner, fixed), listNumber: i + 1, reason: '' },
        {
          ...{ type: 'point.ordered', ...by(owner, ordered), orderId: order.id, number: order.number, limit },
          ...{ unitId: unit.id, postId: null, holderName: unit.name },
        },
        {
          ...{ type: 'point.reported', ...by(handler, done), costFen: 0, note: '', dueAt, isLate: false, reason: '' },
          lines: [line, { kind: 'people', measure: 'person', amount: hands[i]! }],
        },
        { type: 'point.ticked-off', ...by(owner, done + 15 * minute), reason: '', isPublic: false },
      ]
    })
    const today = dayAt(begins)
    const history: CampaignEvent[] = [
      {
        ...{ type: 'campaign.set-up', ...by(owner, setUp), id, number: paperNumber('campaign', yearAt(setUp), 2) },
        ...{ title: '丹凤南片区环境卫生集中整治', purpose: '区平台交办的小广告和垃圾堆，主动认领，当天清完。' },
        ...{ areas: [areaOf(area)], ownerPostId: owner.postId, ownerTitle: owner.title },
        ...{ from: today, until: today, budgetFen: 0 },
      },
      { type: 'campaign.listed', ...by(owner, fixed), count: points.length, reason: '' },
      { type: 'campaign.closed', ...by(owner, ended), reason: '全部销号。' },
    ]
    return { history, points, orders: [order] }
  }
}

const by = ({ personId, postId }: Seat, at: number) => ({ at: instantOf(at), by: personId, inPost: postId })
const yearAt = (at: number) => yearOf(instantOf(at))
const dayAt = (at: number) => dayOf(instantOf(at))
const areaOf = ({ path, name }: GeographyGrid): Area => ({ path, name })
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)

function byPath(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)]
  const at = left.findIndex((step, depth) => step !== right[depth])
  return at === -1 ? 0 : (left[at] ?? 0) - (right[at] ?? 0)
}

/** So many whole numbers above zero that make up the total exactly. */
export function shares(random: () => number, count: number, total: number): number[] {
  const weights = Array.from({ length: count }, () => 0.4 + random())
  const whole = sum(weights)
  const parts = weights.map(weight => Math.max(1, Math.floor((weight / whole) * total)))
  const rest = total - sum(parts)
  return parts.map((part, at) => (at === 0 ? part + rest : part))
}
