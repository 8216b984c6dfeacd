import type { InputOf, OutputOf } from '#platform/contract/common/endpoint.ts'
import type { Household, listThings } from '#modules/registry/common/index.ts'
import { takeHouseholds } from '#modules/registry/field/parts.ts'
import { translator } from '#platform/i18n/common/translate.ts'
import { dayBegins, dayOf } from '#platform/kernel/common/day-of.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import type { DayItem, OfflineModule, ReadKept } from '#platform/offline/field/index.ts'
import type { dueVisits, finishErrand, listVisits, recordVisit } from '../common/contract.ts'
import { countsAsVisit, faultOfVisit } from '../common/visit.ts'
import { refuse } from '../common/refusals.ts'
import { visitsMessages } from '../common/messages.ts'
import { fieldVisitsMessages } from './messages.ts'

type Due = OutputOf<typeof dueVisits>
type Record = InputOf<typeof recordVisit>

/** As far ahead as a phone takes along who is due, and how many of one's own visits. */
export const dueDays = 14
export const ownVisits = 20
/** Households are on the phone for the visits of so many days and no longer. */
const householdDays = 3

const subjectOf = ({ visitId }: { readonly visitId: string }) => `visit ${visitId}`
const pathOf = () => '/visits'

/** A visit is told at the door, with or without a signal. Who is due lies on the phone for the shift and no longer. */
export const visitsOffline: OfflineModule = {
  name: 'visits',
  messages: fieldVisitsMessages,
  answers: [
    { query: 'visits.due', version: 1, hours: 36 },
    { query: 'visits.list', version: 1, hours: 36 },
  ],
  async stock(world) {
    const { client, me, keepOnly } = world
    const mayWrite = me.permissions.includes('visits.write')
    const due = mayWrite ? await client.query<typeof dueVisits>('visits.due', { days: dueDays }) : null
    if (due === null || isRefusal(due)) {
      for (const query of ['visits.due', 'visits.list', 'registry.take-along']) await keepOnly(query, [])
      return
    }
    const until = dayOf(new Date().toISOString(), householdDays)
    const soon = due.rows.filter(({ dueOn }) => dueOn <= until)
    await takeHouseholds(
      world,
      soon.map(({ personId }) => personId),
    )
    await client.query<typeof listVisits>('visits.list', { mine: true, limit: ownVisits })
  },
  commands: [
    {
      command: 'visits.record',
      subject: subjectOf,
      path: pathOf,
      photos: ({ photos = [], needs = [] }: Record) => [...photos, ...needs.flatMap(need => need.photos ?? [])],
      async decide(input: Record) {
        const { thingIds = [], updates = [], topic = '', text = '', reached = null } = input
        const { meeting = 'met', consent = 'not-asked', outcome = 'done' } = input
        const typed = { kind: input.kind, thingIds, updates, topic, text, reached, meeting, consent, outcome }
        const fault = faultOfVisit(typed)
        if (fault === null) return null
        const locale = document.documentElement.lang === 'en' ? 'en' : 'zh-CN'
        const message = translator<string>([visitsMessages], locale)(`refusal.visits/${fault}`)
        return Object.assign(refuse[fault](), { message })
      },
    },
    {
      command: 'visits.finish-errand',
      subject: ({ visitId }: InputOf<typeof finishErrand>) => subjectOf({ visitId }),
      path: ({ visitId }: InputOf<typeof finishErrand>) => `/visits/${visitId}`,
    },
  ],
  // Whoever was visited on this phone is due no more, as they will not be once it has arrived.
  async overlay({ query, answer }, waiting) {
    if (query !== 'visits.due') return answer
    const seen = new Set(
      waiting
        .filter(item => item.command === 'visits.record')
        .map(item => item.input as Record)
        .filter(({ meeting = 'met' }) => countsAsVisit({ meeting }))
        .flatMap(({ careIds = [] }) => careIds),
    )
    return { rows: (answer as Due).rows.filter(row => !seen.has(row.careId)) }
  },
  // Whom one may have to look for at a door without a signal: those of the plan.
  computes: {
    'registry.list': async ({ kind, text = '' }: InputOf<typeof listThings>, kept) => {
      const due = (await kept('visits.due', { days: dueDays })) as Due | undefined
      if (!due || kind !== 'person') return due ? { rows: [], next: null } : undefined
      const found = new Map(due.rows.filter(({ name }) => name.includes(text)).map(row => [row.personId, row]))
      const rows = [...found.values()].map(({ personId, name, gridPath, gridNames }) => ({
        ...{ thingId: personId, kind, title: name, gridPath, gridNames, state: 'current', staleOn: null, fields: {} },
      }))
      return { rows, next: null } satisfies OutputOf<typeof listThings>
    },
  },
  day: dueToday,
}

/** Who should have been looked in on by today. */
async function dueToday(kept: ReadKept): Promise<readonly DayItem[]> {
  const answer = (await kept('visits.due', { days: dueDays })) as Due | undefined
  const now = new Date().toISOString()
  const locale = document.documentElement.lang === 'en' ? 'en' : 'zh-CN'
  const word = translator([fieldVisitsMessages], locale)('day.visit')
  const due = (answer?.rows ?? []).filter(row => dayBegins(row.dueOn) <= now)
  return Promise.all(
    due.map(async row => {
      const home = await homeOf(row.personId, kept)
      return {
        ...{ key: `visit ${row.careId}`, word, title: `${row.name} · ${row.group[locale]}`, number: null },
        ...{ path: `/visits/write/${row.personId}/${row.careId}`, since: dayBegins(row.dueOn) },
        ...{ dueAt: dayBegins(row.dueOn, 1), point: home?.point ?? null },
        ...{ address: home?.address ?? row.gridNames.at(-1) ?? null, postId: null, isDone: false },
      }
    }),
  )
}

/** Where one has to go: the home, as the library has it, so that visits join the walk of the day. */
async function homeOf(personId: string, kept: ReadKept) {
  const household = (await kept('registry.take-along', { thingId: personId })) as Household | undefined
  const home = household?.things.find(({ kind }) => kind === 'housing')
  const placed = [home, ...(household?.things ?? [])].find(thing => thing?.point)
  if (!household) return null
  return { point: placed?.point ?? null, address: home?.title ?? null }
}
