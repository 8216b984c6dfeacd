import type { Transaction } from 'kysely'
import type { Actor } from '#platform/authz/common/grants.ts'
import { command } from '#platform/commands/server/command.ts'
import { attachFiles } from '#platform/files/server/attach.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { wordsColumn } from '#platform/search/server/words.ts'
import type { PlaceInput } from '#modules/grid/common/index.ts'
import * as contract from '../../common/contract.ts'
import { feedbackDue } from '../../common/entry.ts'
import { refuse } from '../../common/refusals.ts'
import { aboutOf, type DiaryWork, subjectOf, tellOf } from '../diary-work.ts'
import { EntryWriter } from '../entry-store.ts'
import type { Places, Surroundings } from '../surroundings.ts'

export const writeEntry = ({ places, secrets, settings }: Pick<Surroundings, 'places' | 'secrets' | 'settings'>) =>
  command(contract.writeEntry, {
    subject: subjectOf,
    async run(work: DiaryWork, { entryId, kind, way, text, person, address, answer, photos, ...input }) {
      const { tx, actor, now } = work
      const ground = groundOf(input.place, actor, places)
      if (isRefusal(ground)) return ground
      const entries = new EntryWriter(tx, actor)
      const { point, gridPath, gridNames } = ground
      const dueAt = feedbackDue(now, settings(now))
      const row = {
        ...{ id: entryId, written_at: now, kind, way, text, address: address || null },
        ...{ owner_id: actor.personId, post_id: actor.postId, unit_id: actor.unitId },
        person_sealed: person ? secrets.seal(person, aboutOf(entryId)) : null,
        ...{ lon: point?.lon ?? null, lat: point?.lat ?? null, grid_path: gridPath, grid_names: [...gridNames] },
        ...{ outcome: 'open' as const, due_at: dueAt, first_feedback_at: null },
        ...{ case_id: null, case_number: null, order_number: null },
        words: wordsColumn([text, address]) as never,
      }
      if (!(await entries.begin(row))) return refuse['entry-id-taken']()
      const attaching = { fileIds: photos, subject: subjectOf({ entryId }), role: 'before', by: actor.personId, now }
      // The files part brings its own table types; the open unit of work is the same.
      const trouble = await attachFiles(tx as unknown as Transaction<unknown>, attaching)
      if (trouble) return trouble
      const begun = (await entries.find(entryId)) ?? (await entries.take(entryId, 'diary.write'))
      if (!begun) throw new Error(`entry ${entryId} was written where its writer may not write`)
      const entry = answer ? await entries.answer(begun, { at: now, outcome: 'answered', text: answer }) : begun
      tellOf(work, entry)
      return { entryId, gridPath, gridNames: [...gridNames], outcome: entry.outcome, dueAt }
    },
  })

/** The grid of the place; without one, that of the post for which it is written; the top grid when there is none. */
function groundOf(place: PlaceInput | undefined, actor: Actor, places: Places) {
  const read = place === undefined ? null : places.read(place)
  if (isRefusal(read)) return read
  const own = actor.grants.find(grant => grant.permission === 'diary.write' && grant.within.kind === 'subtree')?.within
  const gridPath = read?.path ?? (own?.kind === 'subtree' ? own.path : (places.root()?.path ?? '1'))
  return { point: read?.point ?? null, gridPath, gridNames: places.names(gridPath) }
}
