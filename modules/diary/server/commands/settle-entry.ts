import { holds } from '#platform/authz/common/grants.ts'
import { command, type Work } from '#platform/commands/server/command.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import * as contract from '../../common/contract.ts'
import { refuse } from '../../common/refusals.ts'
import { aboutOf, type DiaryWork, subjectOf, tellOf, tellWriter, unsettledEntry } from '../diary-work.ts'
import { type EntryRow, EntryWriter } from '../entry-store.ts'
import type { CaseDesk, Surroundings } from '../surroundings.ts'

export const giveFeedback = command(contract.giveFeedback, {
  subject: subjectOf,
  async run(work: DiaryWork, { entryId, text, watch }) {
    const entries = new EntryWriter(work.tx, work.actor)
    const entry = await unsettledEntry(entries, entryId)
    if (isRefusal(entry)) return entry
    const outcome = watch ? ('watched' as const) : ('answered' as const)
    settled(work, await entries.answer(entry, { at: work.now, outcome, text }))
    return { entryId, outcome }
  },
})

function settled(work: DiaryWork, entry: EntryRow): void {
  tellOf(work, entry)
  tellWriter(work, entry)
}

// The other module's tables lie in the same transaction; its code alone knows their types.
const whole = (work: DiaryWork) => work as unknown as Work<unknown>

interface Asked {
  readonly caseId: string
  readonly title?: string | undefined
  readonly description: string
}

/** The entry's place goes along; whom one met does not: a case has no reporter unless somebody names one there. */
async function openFrom(cases: CaseDesk, work: DiaryWork, entry: EntryRow, { caseId, title, description }: Asked) {
  if (!holds(work.actor, 'cases.report')) return refuse['may-not-report']()
  const point = entry.lon === null || entry.lat === null ? null : { lon: entry.lon, lat: entry.lat }
  const where = { gridPath: entry.grid_path, gridNames: entry.grid_names, noGrid: false, address: entry.address }
  const place = { point, accuracyMetres: null, frame: null, ...where }
  return cases.open(whole(work), {
    ...{ caseId, title: title || null, description, place },
    photosOf: subjectOf({ entryId: entry.id }),
  })
}

export const openCaseFromEntry = ({ cases }: Pick<Surroundings, 'cases'>) =>
  command(contract.openCaseFromEntry, {
    subject: subjectOf,
    async run(work: DiaryWork, { entryId, told, ...asked }) {
      const entries = new EntryWriter(work.tx, work.actor)
      const entry = await unsettledEntry(entries, entryId)
      if (isRefusal(entry)) return entry
      const opened = await openFrom(cases, work, entry, asked)
      if (isRefusal(opened)) return opened
      const { caseId, number } = opened
      const more = { case_id: caseId, case_number: number }
      settled(work, await entries.answer(entry, { at: work.now, outcome: 'case', text: told }, more))
      return { entryId, caseId, number }
    },
  })

export const transferEntry = ({ cases, places }: Pick<Surroundings, 'cases' | 'places'>) =>
  command(contract.transferEntry, {
    subject: subjectOf,
    async run(work: DiaryWork, { entryId, note, ...asked }) {
      const { now: at } = work
      const entries = new EntryWriter(work.tx, work.actor)
      const entry = await unsettledEntry(entries, entryId)
      if (isRefusal(entry)) return entry
      const opened = await openFrom(cases, work, entry, asked)
      if (isRefusal(opened)) return opened
      const { caseId, number } = opened
      const order = await entries.nextOrderNumber(places.districtOf(entry.grid_path), at)
      const stays = await cases.raise(whole(work), caseId, `${order} ${note}`)
      if (stays) return stays
      await entries.addTransfer({ number: order, entry_id: entryId, case_id: caseId, note, at })
      const more = { case_id: caseId, case_number: number, order_number: order }
      settled(work, await entries.answer(entry, { at, outcome: 'transferred', text: note }, more))
      return { entryId, caseId, number, orderNumber: order }
    },
  })

export const seePerson = ({ secrets }: Pick<Surroundings, 'secrets'>) =>
  command(contract.seePerson, {
    subject: subjectOf,
    async run({ tx, actor, now }: DiaryWork, { entryId, reason }) {
      const entries = new EntryWriter(tx, actor)
      const entry = await entries.take(entryId, 'diary.see-person')
      if (!entry) return refuse['no-such-entry']()
      await entries.noteLook({ entryId, at: now, reason })
      return { person: entry.person_sealed && secrets.open(entry.person_sealed, aboutOf(entryId)) }
    },
  })
