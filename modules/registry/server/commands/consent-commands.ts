import { type Command, command } from '#platform/commands/server/command.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { care } from '../../common/care.ts'
import { mayConsent } from '../../common/consent.ts'
import { giveConsent, withdrawConsent } from '../../common/contract/protection.ts'
import { refuse } from '../../common/refusals.ts'
import { endLostGround } from '../consent-work.ts'
import { addConsent, takeConsent, withdraw } from '../protection-store.ts'
import type { Surroundings } from '../surroundings.ts'
import { holdsAt, ThingWriter } from '../thing-store.ts'
import { type RegistryWork, tellOf } from './thing-commands.ts'

const consentSubject = ({ consentId }: { readonly consentId: string }) => ({ kind: 'registry-consent', id: consentId })

export const consentCommands = (around: Surroundings): readonly Command[] => [
  command(giveConsent, {
    subject: consentSubject,
    async run({ tx, actor, now }: RegistryWork, { consentId, personId, purpose, careGroup, way, givenOn, untilOn }) {
      if (givenOn > dayOf(now) || (untilOn !== undefined && untilOn < givenOn)) return refuse['day-wrong']()
      const [row] = await new ThingWriter(tx, actor).take([personId], 'registry.write')
      if (row?.kind !== 'person') return refuse['no-such-thing']()
      if (careGroup && !holdsAt(actor, row)(care[careGroup].permission)) return refuse['may-not-see']()
      if (!mayConsent(way, row.born_on, givenOn)) return refuse['guardian-consents']()
      await addConsent(tx, {
        ...{ id: consentId, person_id: personId, purpose, care_group: careGroup ?? null, way, given_on: givenOn },
        ...{ until_on: untilOn ?? null, withdrawn_on: null, by_id: actor.personId, at: now },
      })
      return { consentId }
    },
  }),

  command(withdrawConsent, {
    subject: consentSubject,
    async run(work: RegistryWork, { consentId, on }) {
      const { tx, actor, now } = work
      const consent = await takeConsent(tx, consentId)
      if (!consent || consent.withdrawn_on !== null) return refuse['no-such-thing']()
      // Whoever keeps a list takes a withdrawal, also without the right to write about people: nobody is sent away with it.
      const word = consent.care_group === null ? 'registry.write' : care[consent.care_group].permission
      const people = await new ThingWriter(tx, actor).takeRemaining([consent.person_id], word)
      const row = people.get(consent.person_id)
      if (!row) return refuse['no-such-thing']()
      if (on > dayOf(now) || on < consent.given_on) return refuse['day-wrong']()
      await withdraw(tx, consentId, on)
      const holds = holdsAt(actor, row)
      const { ended, stays } = await endLostGround(around, work, row)
      tellOf(work, row.id, row.grid_path)
      return {
        consentId,
        ended: ended.flatMap(({ care_group: group }) => (holds(care[group].permission) ? [group] : [])),
        stays: stays.flatMap(({ care_group: group, source }) =>
          source !== null && holds(care[group].permission) ? [{ group, source }] : [],
        ),
      }
    },
  }),
]
