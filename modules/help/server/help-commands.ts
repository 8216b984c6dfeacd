import type { Kysely } from 'kysely'
import type { z } from 'zod'
import { type Command, command, type Waiting, type Work } from '#platform/commands/server/command.ts'
import { instantOf } from '#platform/kernel/common/instant.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { toldAt } from '#platform/kernel/common/told-at.ts'
import { faultOfEnding, faultOfTaking, type HelpCall } from '../common/call.ts'
import * as contract from '../common/contract.ts'
import { refuse } from '../common/refusals.ts'
import { callOf, type CallRow, CallWriter, mayWith, placesOf } from './call-store.ts'
import { type Said, sealSaid } from './said.ts'
import type { StandingPost, Surroundings } from './surroundings.ts'
import type { HelpTables } from './tables.ts'

type HelpWork = Work<HelpTables>

const subjectOf = ({ callId }: { readonly callId: string }) => ({ kind: 'help-call', id: callId })
const whole = (db: Kysely<HelpTables>) => db as unknown as Kysely<unknown>

export const helpCommands = (around: Surroundings): readonly Command[] => [
  callForHelp(around),
  tellMore(around),
  takeCall(around),
  endCall(around),
]

const callForHelp = (around: Surroundings) =>
  command(contract.callForHelp, {
    subject: subjectOf,
    async run(work: HelpWork, { callId, at, place, text }) {
      const { tx, actor, now } = work
      const ground = await groundOf(around, work, place)
      if (isRefusal(ground)) return ground
      const owner = { owner_id: actor.personId, post_id: actor.postId, unit_id: actor.unitId }
      const row = { id: callId, at: toldAt(at, now), heard_at: now, ...owner, grid_path: ground.gridPath }
      const calls = new CallWriter(tx, actor)
      if (!(await calls.add({ ...row, device_at: instantOf(Date.parse(at)) }))) return refuse['call-id-taken']()
      const said: Said = { text, place: ground.place }
      const called = { kind: 'called', at: row.at, byId: actor.personId } as const
      const call = await calls.happen(callId, null, called, id => sealSaid(around.secrets, id, said))
      const told = await toldOf(around, work, ground.gridPath)
      await ring(around, work, callId, ground.gridPath, told)
      letKnow(around, work, { ...row, further: [] }, call)
      return { callId, told: told.length }
    },
  })

/** The place that was sent; else the grid of the post; else all of it, so that the centre hears. */
async function groundOf(
  { places, posts }: Surroundings,
  { tx, actor }: HelpWork,
  place: z.output<typeof contract.callForHelp.input>['place'],
) {
  const read = place ? places.read(place) : null
  if (isRefusal(read)) return read
  const [post] = actor.postId === null ? [] : await posts.byIds(whole(tx), [actor.postId])
  const gridPath = read?.path ?? post?.gridPath ?? places.root()?.path ?? '1'
  const point = read?.point ?? null
  return { gridPath, place: point && place ? { ...point, accuracyMetres: place.accuracyMetres } : null }
}

/** A notice to each who answers for the ground. */
async function ring(around: Surroundings, work: HelpWork, callId: string, gridPath: string, told: readonly string[]) {
  const who = await nameOf(around, work, work.actor.personId)
  const params = { who, place: around.places.names(gridPath).slice(-2).join(' ') }
  for (const personId of told) work.notify({ personId, kind: 'help-called', subject: subjectOf({ callId }), params })
}

/** The people whose posts answer for the place, each once and not the caller. */
async function toldOf({ posts }: Surroundings, { tx, actor }: HelpWork, gridPath: string): Promise<string[]> {
  const answering: readonly StandingPost[] = await posts.answering(whole(tx), gridPath, 'help.answer')
  const ids = answering.flatMap(({ holder }) => (holder ? [holder.personId] : []))
  return [...new Set(ids)].filter(id => id !== actor.personId)
}

const tellMore = (around: Surroundings) =>
  command(contract.tellMore, {
    subject: subjectOf,
    async run(work: HelpWork, { callId, at, place, text, safer }) {
      const calls = new CallWriter(work.tx, work.actor)
      const row = await calls.take(callId)
      if (!row) return refuse['no-such-call']()
      if (row.owner_id !== work.actor.personId) return refuse['not-your-call']()
      if (row.status === 'ended') return refuse['already-ended']()
      if (text === '' && !place && !safer) return refuse['nothing-said']()
      const ground = await groundOf(around, work, place)
      if (isRefusal(ground)) return ground
      const event = { kind: 'told-more', byId: row.owner_id, safer: safer ?? null } as const
      const said: Said = { text, place: ground.place }
      const call = await calls.happen(callId, callOf(row), { ...event, at: toldAt(at, work.now) }, id =>
        sealSaid(around.secrets, id, said),
      )
      const moved = place ? await follow(around, work, calls, row, ground.gridPath) : row
      letKnow(around, work, moved, call)
      return { callId }
    },
  })

/** Whoever runs is looked for where they are now: those who answer for that ground, and were not rung yet, are. */
async function follow(around: Surroundings, work: HelpWork, calls: CallWriter, row: CallRow, gridPath: string) {
  const known = [row.grid_path, ...row.further]
  if (known.includes(gridPath)) return row
  await calls.addGround(row.id, gridPath, work.now)
  const rung = new Set<string>()
  for (const path of known) for (const personId of await toldOf(around, work, path)) rung.add(personId)
  const told = (await toldOf(around, work, gridPath)).filter(personId => !rung.has(personId))
  await ring(around, work, row.id, gridPath, told)
  return { ...row, further: [...row.further, gridPath] }
}

const takeCall = (around: Surroundings) =>
  command(contract.takeCall, {
    subject: subjectOf,
    async run(work: HelpWork, { callId, takesOver }) {
      const { tx, actor, now } = work
      const calls = new CallWriter(tx, actor)
      const row = await calls.take(callId)
      if (!row || !mayWith(actor, 'help.answer', row)) return refuse['no-such-call']()
      const fault = faultOfTaking(callOf(row), actor.personId, takesOver)
      if (fault) return refuse[fault]({ who: await nameOf(around, work, row.taken_by) })
      const call = await calls.happen(callId, callOf(row), { kind: 'taken', at: now, byId: actor.personId }, () => null)
      const who = await nameOf(around, work, actor.personId)
      work.notify({ personId: row.owner_id, kind: 'help-taken', subject: subjectOf({ callId }), params: { who } })
      letKnow(around, work, row, call)
      return { callId }
    },
  })

const endCall = (around: Surroundings) =>
  command(contract.endCall, {
    subject: subjectOf,
    async run(work: HelpWork, { callId, outcome, text }) {
      const { tx, actor, now } = work
      const calls = new CallWriter(tx, actor)
      const row = await calls.take(callId)
      if (!row || !mayWith(actor, 'help.answer', row)) return refuse['no-such-call']()
      const fault = faultOfEnding(callOf(row), actor.personId)
      if (fault) return refuse[fault]({ who: await nameOf(around, work, row.taken_by) })
      const ended = { kind: 'ended', at: now, byId: actor.personId, outcome } as const
      const call = await calls.happen(callId, callOf(row), ended, id =>
        sealSaid(around.secrets, id, { text, place: null }),
      )
      work.notify({ personId: row.owner_id, kind: 'help-ended', subject: subjectOf({ callId }), params: {} })
      letKnow(around, work, row, call)
      return { callId }
    },
  })

async function nameOf({ people }: Surroundings, { tx }: HelpWork, personId: string | null): Promise<string> {
  return personId === null ? '' : ((await people(whole(tx), [personId])).get(personId) ?? '')
}

type Ringing = Pick<CallRow, 'id' | 'at' | 'grid_path' | 'unit_id' | 'post_id' | 'owner_id' | 'further'>

/** Open pages are told, and until somebody takes it the call stands on top of every inbox that may answer it. */
function letKnow({ places }: Surroundings, work: HelpWork, row: Ringing, call: HelpCall): void {
  const subject = subjectOf({ callId: row.id })
  for (const placed of placesOf(row)) work.tell({ subject, permission: 'help.read', placed })
  work.waits(
    subject,
    waitingFor(row, call, path => places.names(path).at(-1) ?? ''),
  )
}

/** Waiting for anybody who may answer, here and where the caller is now; once taken, for that person, until it is closed. */
function waitingFor(row: Ringing, call: HelpCall, nameOfGrid: (path: string) => string): Waiting[] {
  const [called, ...further] = placesOf(row)
  const now = further.at(-1)
  const title = nameOfGrid(row.grid_path)
  const item = { task: 'help', number: null, since: row.at, dueAt: null, priority: 2, title }
  if (call.status === 'waiting') {
    const wanted = { ...item, permission: 'help.answer', placed: called! }
    return now ? [wanted, { ...wanted, task: 'help-moved', title: nameOfGrid(now.gridPath!), placed: now }] : [wanted]
  }
  if (call.status === 'ended' || call.takenBy === null) return []
  const placed = { gridPath: null, unitId: null, postId: null, ownerId: call.takenBy }
  return [{ ...item, permission: 'help.read', placed }]
}
