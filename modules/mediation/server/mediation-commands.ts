import type { Transaction } from 'kysely'
import { can } from '#platform/authz/common/grants.ts'
import { placedAt } from '#platform/authz/server/visible-where.ts'
import { type Command, command, type Waiting, type Work } from '#platform/commands/server/command.ts'
import { attachFiles, filesOf } from '#platform/files/server/attach.ts'
import { translator } from '#platform/i18n/common/translate.ts'
import { dayBegins, dayOf } from '#platform/kernel/common/day-of.ts'
import { instantOf, millisecondsOf } from '#platform/kernel/common/instant.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { toldAt } from '#platform/kernel/common/told-at.ts'
import * as contract from '../common/contract.ts'
import { faultOfFollowUp, faultOfRecord, isAgreed, type Matter } from '../common/matter.ts'
import { mediationMessages } from '../common/messages.ts'
import { refuse } from '../common/refusals.ts'
import { presentMatters, whole } from './present.ts'
import { matterOf, type MatterRow, MatterWriter } from './matter-store.ts'
import { openSaid, sealSaid } from './said.ts'
import type { Surroundings } from './surroundings.ts'
import type { MediationTables } from './tables.ts'

type MediationWork = Work<MediationTables>

const subjectOf = ({ matterId }: { readonly matterId: string }) => ({ kind: 'mediation', id: matterId })

export const mediationCommands = (around: Surroundings): readonly Command[] => [
  recordMatter(around),
  followUp(around),
  showMatter(around),
]

const recordMatter = (around: Surroundings) =>
  command(contract.recordMatter, {
    subject: subjectOf,
    async run(work: MediationWork, input) {
      const { tx, actor, now } = work
      const { matterId, kind, parties, text, outcome, agreement, photos } = input
      const followUpOn = isAgreed(outcome) ? input.followUpOn : null
      const fault = faultOfRecord({ parties, text, outcome, agreement, followUpOn })
      if (fault) return refuse[fault]()
      const read = input.place ? around.places.read(input.place) : null
      if (isRefusal(read)) return read
      const within = actor.grants.find(grant => grant.permission === 'mediation.write')?.within
      const own = within?.kind === 'subtree' ? within.path : (around.places.root()?.path ?? '1')
      const at = toldAt(input.at, now)
      const row = {
        ...{ id: matterId, at, device_at: instantOf(Date.parse(input.at)), heard_at: now },
        ...{ owner_id: actor.personId, post_id: actor.postId, unit_id: actor.unitId, grid_path: read?.path ?? own },
        ...{ kind, outcome, follow_up_on: followUpOn, keeping: null },
      }
      const matters = new MatterWriter(tx, actor)
      if (!(await matters.add(row))) return refuse['matter-id-taken']()
      const named = parties.filter(({ name }) => name !== '')
      const event = { kind: 'recorded', at, outcome, followUpOn } as const
      const matter = await matters.happen(matterId, null, event, id =>
        sealSaid(around.secrets, id, { parties: named, text, agreement: isAgreed(outcome) ? agreement : '' }),
      )
      const attaching = { fileIds: photos, subject: subjectOf(input), role: 'before', by: actor.personId, now }
      const trouble = await attachFiles(tx as unknown as Transaction<unknown>, attaching)
      if (trouble) return trouble
      letKnow(work, row, matter)
      return { matterId }
    },
  })

const followUp = ({ secrets }: Surroundings) =>
  command(contract.followUp, {
    subject: subjectOf,
    async run(work: MediationWork, input) {
      const { tx, actor, now } = work
      const { matterId, keeping, text, nextOn, isHandedOn } = input
      const matters = new MatterWriter(tx, actor)
      const row = await matters.take(matterId)
      if (!row || !can(actor, 'mediation.write', placedAt(row))) return refuse['no-such-matter']()
      if (row.follow_up_on === null) return refuse['nothing-to-follow']()
      const fault = faultOfFollowUp({ keeping, text, nextOn, isHandedOn })
      if (fault) return refuse[fault]()
      const at = toldAt(input.at, now)
      if (nextOn !== null && nextOn < dayOf(at)) return refuse['day-over']()
      const event = { kind: 'followed-up', at, keeping, nextOn, isHandedOn } as const
      const matter = await matters.happen(matterId, matterOf(row), event, id =>
        sealSaid(secrets, id, { parties: [], text, agreement: '' }),
      )
      letKnow(work, row, matter)
      return { matterId, followUpOn: matter.followUpOn }
    },
  })

/** The follow-up waits for the post that took the matter on, under its kind and without a name, from its day’s beginning. */
function letKnow(
  work: MediationWork,
  row: Pick<MatterRow, 'id' | 'at' | 'kind' | 'grid_path' | 'unit_id' | 'post_id' | 'owner_id'>,
  { followUpOn }: Matter,
): void {
  const subject = subjectOf({ matterId: row.id })
  work.tell({ subject, permission: 'mediation.read', placed: placedAt(row) })
  const placed = { gridPath: null, unitId: null, postId: row.post_id, ownerId: row.owner_id }
  const title = translator([mediationMessages], 'zh-CN')(`kind.${row.kind}`)
  const waiting: Waiting[] =
    followUpOn === null
      ? []
      : [
          {
            ...{ task: 'follow-up', permission: 'mediation.read', placed, title, number: null, since: row.at },
            ...{ dueAt: instantOf(millisecondsOf(dayBegins(followUpOn, 1)) - 1), priority: 0 },
          },
        ]
  work.waits(subject, waiting)
}

const showMatter = (around: Surroundings) =>
  command(contract.showMatter, {
    subject: subjectOf,
    async run(work: MediationWork, { matterId }) {
      const { tx, actor, now } = work
      const matters = new MatterWriter(tx, actor)
      const row = await matters.find(matterId)
      if (!row) return refuse['no-such-matter']()
      if (row.owner_id !== actor.personId) await matters.noteLook(matterId, now)
      const [line] = await presentMatters(around, whole(tx), actor, [row])
      const events = await matters.eventsOf(matterId)
      const said = events.map(event => openSaid(around.secrets, event.id, event.said_sealed))
      const names = await around.people(whole(tx), [...new Set(events.map(({ by_id }) => by_id))])
      return {
        ...line!,
        ...{ parties: [...(said[0]?.parties ?? [])], text: said[0]?.text ?? '', agreement: said[0]?.agreement ?? '' },
        photos: (await filesOf(whole(tx), subjectOf({ matterId }))).map(({ fileId }) => fileId),
        followUps: events.flatMap(({ at, by_id, keeping, next_on }, i) =>
          keeping === null
            ? []
            : [{ at, byName: names.get(by_id) ?? null, keeping, text: said[i]!.text, nextOn: next_on }],
        ),
        mayFollowUp: row.follow_up_on !== null && can(actor, 'mediation.write', placedAt(row)),
      }
    },
  })
