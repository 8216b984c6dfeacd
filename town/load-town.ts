import { sql, type Transaction } from 'kysely'
import { shippedRoles } from '#apps/server/roles.ts'
import { addConditions, addLocalClasses, type CatalogueTables } from '#modules/catalogue/server/index.ts'
import { addCampaigns, addProgrammes } from '#modules/campaigns/server/index.ts'
import { CasesLoader, type CasesTables, writeText } from '#modules/cases/server/index.ts'
import { usualDiary } from '#modules/diary/common/index.ts'
import { addEntries } from '#modules/diary/server/index.ts'
import { addClient, type ExchangeTables } from '#modules/exchange/server/index.ts'
import { unitGridScheme } from '#modules/grid/common/index.ts'
import { type GridTables, GridWriter } from '#modules/grid/server/index.ts'
import { addArticle, addCalls, type HotlineTables } from '#modules/hotline/server/index.ts'
import { addInstitutions } from '#modules/institutions/server/index.ts'
import { PlacesLoader } from '#modules/places/server/index.ts'
import { addPlans } from '#modules/patrol/server/index.ts'
import { usualRouting } from '#modules/routing/common/index.ts'
import { addRouting } from '#modules/routing/server/index.ts'
import { addRoles, hashPassword, IdentityLoader } from '#modules/identity/server/index.ts'
import type { BlindIndex, SecretBox } from '#platform/crypto/server/index.ts'
import type { Db } from '#platform/db/server/unit-of-work.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { type Instant, instantOf, millisecondsOf } from '#platform/kernel/common/instant.ts'
import { takeAsTold } from '#platform/worktime/server/index.ts'
import { townCampaigns } from './campaigns/campaigns.ts'
import { townProgrammes } from './campaigns/programme.ts'
import { townConditions } from './catalogue/conditions.ts'
import { townClasses } from './catalogue/local-classes.ts'
import { diaryEntries } from './diary/entries.ts'
import { townClients } from './exchange/clients.ts'
import { hotlineArticles } from './hotline/articles.ts'
import { hotlineCalls, LastClosed } from './hotline/calls.ts'
import type { Geography } from './geography/geography.ts'
import { standardTexts } from './matters/standard-texts.ts'
import { type Matter, yearOfMatters } from './matters/year.ts'
import { type PeoplePlan, planPeople } from './people/people.ts'
import { demoPassword, personas } from './people/personas.ts'
import { planLines } from './places/plan-lines.ts'
import { planOverlays } from './places/plan-overlays.ts'
import { loadRosters } from './rosters/load-rosters.ts'
import { planRosters } from './rosters/plan-rosters.ts'
import { planInstitutions } from './institutions/plan-institutions.ts'
import { loadPhones } from './places/load-phones.ts'
import type { PhotoStorage } from '#platform/files/server/storage.ts'
import { type PlacesPlan, planPlaces } from './places/plan-places.ts'
import { inside } from './scenes/inside.ts'
import { keepOwnHours } from './scenes/own-hours.ts'
import { playCleaning } from './scenes/cleaning.ts'
import { playMediation } from './scenes/mediation.ts'
import { playRelay } from './scenes/relay.ts'
import { playHelp } from './scenes/help.ts'
import { playLibrary } from './scenes/library.ts'
import { playOversight } from './scenes/oversight.ts'
import { Stage } from './scenes/stage.ts'
import { patrolPlans } from './patrol/plans.ts'
import { loadLibrary, planLibrary } from './registry/load-library.ts'
import { routingRules } from './routing/rules.ts'
import { cleanerShifts } from './routing/cleaner-shifts.ts'
import { centreShifts } from './routing/shifts.ts'

export interface TownOptions {
  readonly geography: Geography
  readonly now: Instant
  /** How many matters its year has. */
  readonly matters: number
  /** Seals what reporters left about themselves. */
  readonly box: SecretBox
  /** Makes the codes by which reporters follow their matters. */
  readonly followKey: Uint8Array
  /** Finds equal numbers. */
  readonly index: BlindIndex
  /** Where pictures lie; null where nobody will look at them. */
  readonly photos: PhotoStorage | null
}

export interface LoadedTown {
  readonly people: PeoplePlan
  readonly matters: number
}

const dayMilliseconds = 86_400_000

/** Fills an empty database with the made-up town in one unit of work: all of it is there, or none. */
export async function loadTown(db: Db, options: TownOptions): Promise<LoadedTown> {
  const { geography, now, matters, box, followKey, index, photos } = options
  const bornAt = millisecondsOf(now) - 400 * dayMilliseconds
  const people = planPeople(geography, bornAt)
  const passwordHash = await hashPassword(demoPassword)
  await db.unitOfWork(async (tx: Transaction<unknown>, hold) => {
    await addRoles(tx, shippedRoles, now)
    await loadGrids(tx, geography, people, instantOf(bornAt))
    await loadPeople(tx, people, passwordHash, instantOf(bornAt))
    const places = planPlaces(geography, people, bornAt)
    await loadPlaces(tx, geography, people, places, bornAt)
    await loadPhones(tx, geography, people, { box, at: instantOf(bornAt) })
    await loadRosters(tx, planRosters(geography, people, { bornAt, now: millisecondsOf(now) }))
    await addInstitutions(tx, planInstitutions(geography, people, { bornAt, now: millisecondsOf(now) }))
    const library = planLibrary(geography, places, people, millisecondsOf(now))
    await loadLibrary(tx, { secrets: box, index }, library, now)
    const born = instantOf(bornAt)
    const conditions = townConditions(dayOf(born))
    await addConditions(tx as unknown as Transaction<CatalogueTables>, conditions, { byId: 'town', at: born })
    await addLocalClasses(tx as unknown as Transaction<CatalogueTables>, townClasses(dayOf(born)), {
      byId: 'town',
      at: born,
    })
    const stage = await Stage.open({
      db: inside(tx, hold),
      people,
      seed: geography.seed,
      secrets: box,
      followKey,
      blindIndex: index,
    })
    await keepOwnHours(stage, geography, bornAt)
    const lastClosed = new LastClosed()
    await loadMatters(
      new CasesLoader(tx, box, followKey, stage.clocks),
      yearOfMatters(geography, people, { count: matters, now: millisecondsOf(now) }),
      lastClosed,
    )
    const articles = hotlineArticles(instantOf(bornAt))
    for (const text of standardTexts(born)) await writeText(tx as unknown as Transaction<CasesTables>, text)
    for (const article of articles) await addArticle(tx as unknown as Transaction<HotlineTables>, article)
    const calls = hotlineCalls(geography, people, { now, articles, closed: lastClosed.latest() })
    await addCalls(tx, { secrets: box, callerIndex: index }, calls)
    await addEntries(tx, { secrets: box, settings: usualDiary }, diaryEntries(geography, people, now))
    await addCampaigns(tx, stage.clocks, townCampaigns(geography, people, now, stage.clocks))
    await addProgrammes(tx, townProgrammes(geography, people, now))
    for (const client of townClients(geography, now)) {
      await addClient(tx as unknown as Transaction<ExchangeTables>, client)
    }
    // As if the program had run all along: what came due before today was told when it came due.
    await takeAsTold(inside(tx, hold), stage.timers, now)
    const chief = people.people.find(({ login }) => login === 'street-centre')
    await addPlans(tx, patrolPlans(geography, people, millisecondsOf(now)), { at: born, by: chief?.id ?? 'town' })
    await loadRouting(tx, geography, people, { bornAt, now: millisecondsOf(now) })
    if (geography.size !== 'city') {
      await playOversight(stage, geography, millisecondsOf(now))
      await playCleaning(tx, stage, { geography, people, bornAt, now: millisecondsOf(now), photos })
      await playMediation(stage, people, millisecondsOf(now))
      await playRelay(stage, people, millisecondsOf(now))
      await playHelp(stage, people, millisecondsOf(now))
      await playLibrary(stage, people, library, millisecondsOf(now))
    }
    await sql`insert into audit.entry (at, actor_id, command, subject_kind, subject_id, outcome, request_id)
      values (${now}, 'town', 'town.load', 'town', ${geography.size}, 'done', 'town')`.execute(tx)
  })
  return { people, matters }
}

const mattersAtOnce = 2000

/** A few thousand at a time: a city's year is told and written without ever being in memory as a whole. */
async function loadMatters(loader: CasesLoader, year: Iterable<Matter>, lastClosed: LastClosed): Promise<void> {
  let some: Matter[] = []
  for (const matter of year) {
    some.push(matter)
    lastClosed.hear(matter)
    if (some.length < mattersAtOnce) continue
    await loader.add(some)
    some = []
  }
  await loader.add(some)
}

async function loadRouting(
  tx: Transaction<unknown>,
  geography: Geography,
  people: PeoplePlan,
  { bornAt, now }: { readonly bornAt: number; readonly now: number },
) {
  const rules = routingRules(geography, people, bornAt, now)
  const shifts = [...centreShifts(geography, people, now), ...cleanerShifts(geography, people, now)]
  const chief = people.people.find(({ login }) => login === 'street-centre')
  const { offsetMinutes } = usualRouting
  await addRouting(tx, { rules, shifts }, { at: instantOf(bornAt), by: chief?.id ?? 'town', offsetMinutes })
}

async function loadGrids(tx: Transaction<unknown>, geography: Geography, people: PeoplePlan, at: Instant) {
  const writer = new GridWriter(tx as unknown as Transaction<GridTables>)
  await writer.add(geography.grids, { validFrom: at.slice(0, 10), scheme: unitGridScheme.name })
  await writer.putPosts(
    people.posts.flatMap(post =>
      post.duty === null || post.gridPath === null
        ? []
        : [{ gridPath: post.gridPath, duty: post.duty, postId: post.id }],
    ),
  )
}

async function loadPlaces(
  tx: Transaction<unknown>,
  geography: Geography,
  people: PeoplePlan,
  { courtyards, buildings, entrances, heads }: PlacesPlan,
  bornAt: number,
) {
  const loader = new PlacesLoader(tx, instantOf(bornAt).slice(0, 10))
  await loader.addCourtyards(courtyards)
  await loader.addBuildings(buildings)
  await loader.addEntrances(entrances)
  const lined = planLines(geography, people, bornAt)
  await loader.addLines(lined.lines)
  const { overlays, posts } = planOverlays(geography, people, bornAt)
  await loader.addOverlays(overlays)
  await loader.addPosts([...heads, ...lined.posts, ...posts])
}

async function loadPeople(tx: Transaction<unknown>, plan: PeoplePlan, passwordHash: string, at: Instant) {
  const loader = new IdentityLoader(tx, at)
  const unitId = new Map(plan.units.map(unit => [unit.key, unit.id]))
  await loader.markAsDemo(personas, demoPassword)
  await loader.addUnits(
    plan.units.map(({ id, parent, name, kind }) => ({
      id,
      parentId: parent === null ? null : known(unitId, parent),
      name,
      kind,
    })),
  )
  await loader.addPeople(plan.people)
  await loader.addAccounts(
    plan.people.map(({ id, login }) => ({ personId: id, login })),
    passwordHash,
  )
  await loader.addPosts(
    plan.posts.map(({ id, title, unit, role, gridPath }) => ({
      id,
      title,
      unitId: known(unitId, unit),
      roleCode: role,
      gridPath,
    })),
  )
  await loader.addAppointments(
    plan.people.flatMap(person =>
      person.postIds.map(postId => ({ id: postId, postId, personId: person.id, fromAt: at, untilAt: null })),
    ),
  )
}

function known(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key)
  if (id === undefined) throw new Error(`the plan names a unit that it does not have: ${key}`)
  return id
}
