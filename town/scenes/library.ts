import type { NewThing } from '#modules/registry/server/index.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { instantOf } from '#platform/kernel/common/instant.ts'
import type { PeoplePlan } from '../people/people.ts'
import type { LibraryPlan } from '../registry/plan-library.ts'
import type { Stage } from './stage.ts'

const hour = 3_600_000

/**
 * What a working day leaves in the base library: two values that nobody could choose between, a resident's request for
 * correction, a consent, somebody who moved away and a child that was born. All in the cell of the first grid worker.
 */
export async function playLibrary(stage: Stage, people: PeoplePlan, library: LibraryPlan, now: number): Promise<void> {
  const post = people.posts.find(one => one.duty === 'worker' && !one.vacant && one.gridPath?.startsWith('1.1.1.'))
  if (!post?.gridPath) return
  const [worker, committee] = [stage.at(post.key), stage.at('deputy 1.1.1')]
  const before = (hours: number) => now - hours * hour
  const day = (hours: number) => dayOf(instantOf(before(hours)))
  const here = library.things.filter(thing => thing.kind === 'person' && thing.gridPath === post.gridPath)
  const working = here.filter(thing => 'occupation' in thing.fields)

  for (const [i, { thingId }] of working.slice(0, 2).entries()) {
    const said = (occupation: string) => ({ thingId, fields: { occupation }, trueOn: day(30), way: 'visit' })
    await stage.does(worker, 'registry.record', before(28 - i), said(['出租车司机', '超市收银员'][i] ?? '职员'))
    await stage.does(committee, 'registry.record', before(6 - i), said(['网约车司机', '超市理货员'][i] ?? '职员'))
  }
  const asking = working[2]
  if (asking) {
    const wanted = '初中毕业后在技校读过两年，应为中专'
    const input = { thingId: asking.thingId, field: 'education', wanted: '40', reason: wanted }
    await stage.does(worker, 'registry.ask-correction', before(20), { correctionId: stage.newId(before(20)), ...input })
  }
  const old = here.find(thing => ageOf(thing, now) >= 70)
  if (old) {
    const input = { personId: old.thingId, purpose: '高温、严寒天气电话探访', way: 'spoken', givenOn: day(100) }
    await stage.does(worker, 'registry.give-consent', before(96), { consentId: stage.newId(before(96)), ...input })
  }
  const leaver = working.find(thing => thing.fields.population === 'floating' && thing !== asking)
  if (leaver) await happens(stage, worker, before(50), { kind: 'move-out', personIds: [leaver.thingId] })
  const couples = new Set(library.relations.flatMap(one => (one.kind === 'spouse-of' ? [one.to_id] : [])))
  const mother = here.find(thing => couples.has(thing.thingId) && ageOf(thing, now) < 42 && thing !== leaver)
  if (mother) {
    const child = { childId: stage.newId(before(72)), name: `${String(mother.fields.name).slice(0, 1)}安安`, sex: '2' }
    await happens(stage, worker, before(72), { kind: 'birth', motherId: mother.thingId, ...child })
  }
}

async function happens(stage: Stage, actor: ReturnType<Stage['at']>, at: number, event: object): Promise<void> {
  await stage.does(actor, 'registry.happen', at, { eventId: stage.newId(at), on: dayOf(instantOf(at)), event })
}

function ageOf({ fields }: NewThing, now: number): number {
  const bornOn = typeof fields.bornOn === 'string' ? fields.bornOn : dayOf(instantOf(now))
  return Number(dayOf(instantOf(now)).slice(0, 4)) - Number(bornOn.slice(0, 4))
}
