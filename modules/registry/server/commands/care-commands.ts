import { type Command, command } from '#platform/commands/server/command.ts'
import type { InputOf } from '#platform/contract/common/endpoint.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { care, type CareGroup } from '../../common/care.ts'
import { inForceFor, mayConsent } from '../../common/consent.ts'
import { delist, enlist, noteVisit, putCarePolicy } from '../../common/contract/protection.ts'
import { laterDay } from '../../common/entries.ts'
import { refuse } from '../../common/refusals.ts'
import {
  addCare,
  addPolicy,
  carePolicies,
  type CareWords,
  changeCare,
  endCareFor,
  ownWords,
  takeCare,
  visitWords,
} from '../care-store.ts'
import { toConsent } from '../consent-work.ts'
import { addConsent, consentsOf } from '../protection-store.ts'
import type { Surroundings } from '../surroundings.ts'
import { holdsAt, ThingWriter } from '../thing-store.ts'
import { type RegistryWork, tellOf, thingSubject } from './thing-commands.ts'

const careSubject = ({ careId }: { readonly careId: string }) => ({ kind: 'registry-care', id: careId })

export const careCommands = (_around: Surroundings): readonly Command[] => [
  command(putCarePolicy, {
    subject: ({ group }) => ({ kind: 'registry-care-policy', id: group }),
    async run({ tx, actor, now }: RegistryWork, { group, isOn, visitDays, keepDays, reason }) {
      const purpose = care[group].purpose['zh-CN']
      const version = await addPolicy(tx, {
        ...{ care_group: group, is_on: isOn, purpose, visit_days: visitDays, keep_days: keepDays, reason },
        ...{ by_id: actor.personId, at: now },
      })
      if (!isOn) await endCareFor(tx, group, { on: dayOf(now), byId: actor.personId, reason })
      return { group, isOn, purpose, visitDays, keepDays, version, reason, at: now }
    },
  }),

  command(enlist, {
    subject: ({ personId }) => thingSubject({ thingId: personId }),
    async run(work: RegistryWork, { careId, personId, group, cause, basis, source, consent, since }) {
      const { tx, actor, now } = work
      const row = await mine(work, personId, group)
      if (!row) return refuse['may-not-see']()
      const policy = (await carePolicies(tx)).get(group)
      if (!policy?.is_on) return refuse['care-is-off']()
      if (row.kind !== 'person' || row.state !== 'current') return refuse['no-such-thing']()
      if (!Object.hasOwn(care[group].causes, cause))
        return refuse['fields-wrong']({ count: 1, fields: ['cause:not-in-list'] })
      if (since > dayOf(now)) return refuse['day-wrong']()
      if (basis === 'consent' && consent && !mayConsent(consent.way, row.born_on, since))
        return refuse['guardian-consents']()
      const isConsented =
        basis === 'consent' && (await agreed(work, { personId, group, since, consent }, policy.purpose))
      if (basis === 'consent' && !isConsented) return refuse['consent-missing']()
      const nextVisitOn = laterDay(dayOf(now), policy.visit_days)
      const added = await addCare(tx, {
        ...{ id: careId, person_id: personId, care_group: group, cause, basis, since, until_on: null },
        source: basis === 'statutory' ? (source ?? policy.reason) : null,
        ...{ next_visit_on: nextVisitOn, by_id: actor.personId, at: now, ended_by: null, end_reason: null },
      })
      if (!added) return refuse['joined-already']()
      tellOf(work, personId, row.grid_path)
      return { careId, nextVisitOn }
    },
  }),

  command(delist, {
    subject: careSubject,
    async run(work: RegistryWork, { careId, on, reason }) {
      const found = await entry(work, careId)
      if (!found) return refuse['no-such-thing']()
      if (on > dayOf(work.now) || on < found.since) return refuse['day-wrong']()
      const ended = { until_on: on, ended_by: work.actor.personId, end_reason: reason, next_visit_on: null }
      await changeCare(work.tx, careId, ended)
      return { careId }
    },
  }),

  command(noteVisit, {
    subject: careSubject,
    async run(work: RegistryWork, { careId, on }) {
      if (on > dayOf(work.now)) return refuse['day-wrong']()
      const nextVisitOn = await careVisited(work, careId, on)
      return nextVisitOn === null ? refuse['no-such-thing']() : { careId, nextVisitOn }
    },
  }),
]

/** Whether a consent for the list is in force: one that is on record, or the one that is given with the entry. */
async function agreed(
  { tx, actor, now }: RegistryWork,
  { personId, group, since, consent }: Pick<InputOf<typeof enlist>, 'personId' | 'group' | 'since' | 'consent'>,
  purpose: string,
): Promise<boolean> {
  const today = dayOf(now)
  if (inForceFor((await consentsOf(tx, personId)).map(toConsent), group, today)) return true
  if (!consent || (consent.untilOn !== undefined && consent.untilOn < today)) return false
  return addConsent(tx, {
    ...{ id: consent.consentId, person_id: personId, purpose, care_group: group, way: consent.way, given_on: since },
    ...{ until_on: consent.untilOn ?? null, withdrawn_on: null, by_id: actor.personId, at: now },
  })
}

/** Somebody was visited on a day: when the next visit is due. Null where the entry is not there or not the caller's. */
export async function careVisited(work: RegistryWork, careId: string, on: string): Promise<string | null> {
  const found = await entry(work, careId, visitWords)
  if (!found || on < found.since) return null
  const policy = (await carePolicies(work.tx)).get(found.care_group)
  const nextVisitOn = laterDay(on, policy?.visit_days ?? care[found.care_group].visitDays)
  await changeCare(work.tx, careId, { next_visit_on: nextVisitOn })
  return nextVisitOn
}

/** The person, where the caller holds one of the words that open the list. */
async function mine({ tx, actor }: RegistryWork, personId: string, group: CareGroup, words: CareWords = ownWords) {
  const [row] = await new ThingWriter(tx, actor).takeAny([personId])
  const holds = row && holdsAt(actor, row)
  return holds && words(group).some(word => holds(word)) ? row : undefined
}

async function entry(work: RegistryWork, careId: string, words: CareWords = ownWords) {
  const found = await takeCare(work.tx, careId)
  if (!found || found.until_on !== null) return undefined
  return (await mine(work, found.person_id, found.care_group, words)) ? found : undefined
}
