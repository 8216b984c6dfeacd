import { duplicateSettings, prioritySettings, procedureSettings } from '#modules/cases/common/index.ts'
import { casesModule } from '#modules/cases/module.ts'
import { registryModule } from '#modules/registry/module.ts'
import { routingModule } from '#modules/routing/module.ts'
import { campaignsModule } from '#modules/campaigns/module.ts'
import { catalogueModule } from '#modules/catalogue/module.ts'
import type { ConditionBook } from '#modules/catalogue/server/index.ts'
import { diarySettings } from '#modules/diary/common/index.ts'
import { diaryModule } from '#modules/diary/module.ts'
import { exchangeSettings } from '#modules/exchange/common/index.ts'
import { exchangeModule } from '#modules/exchange/module.ts'
import { gridModule } from '#modules/grid/module.ts'
import { shiftFirst, shiftReminders, type Surroundings as CasesAround } from '#modules/cases/server/index.ts'
import type { GridIndex } from '#modules/grid/server/index.ts'
import { callBackSettings } from '#modules/hotline/common/index.ts'
import { helpModule } from '#modules/help/module.ts'
import { hotlineModule } from '#modules/hotline/module.ts'
import { identityModule } from '#modules/identity/module.ts'
import { coordinationModule } from '#modules/coordination/module.ts'
import { institutionsModule } from '#modules/institutions/module.ts'
import { postsModule } from '#modules/posts/module.ts'
import { placesModule } from '#modules/places/module.ts'
import { patrolModule } from '#modules/patrol/module.ts'
import { cleaningModule } from '#modules/cleaning/module.ts'
import { mediationModule } from '#modules/mediation/module.ts'
import { relayModule } from '#modules/relay/module.ts'
import { visitsModule } from '#modules/visits/module.ts'
import { supervisionModule } from '#modules/supervision/module.ts'
import { escalationListeners } from '#modules/supervision/server/index.ts'
import { auditModule } from '#platform/audit/server/module.ts'
import type { Module } from '#platform/commands/server/define-module.ts'
import type { BlindIndex, KeyHouse, SecretBox } from '#platform/crypto/server/index.ts'
import { keysModule } from '#platform/crypto/server/module.ts'
import type { Db } from '#platform/db/server/unit-of-work.ts'
import type { FilePasses } from '#platform/files/server/file-pass.ts'
import { filesModule } from '#platform/files/server/module.ts'
import type { FileHouse } from '#platform/files/server/routes.ts'
import { inboxModule } from '#platform/inbox/server/module.ts'
import type { JobHandler } from '#platform/jobs/server/job.ts'
import { jobsModule } from '#platform/jobs/server/module.ts'
import type { JobQueue } from '#platform/jobs/server/queue.ts'
import type { Clock } from '#platform/kernel/server/clock.ts'
import type { LiveFeed } from '#platform/live/server/feed.ts'
import { liveModule } from '#platform/live/server/module.ts'
import { noticesModule } from '#platform/notices/server/module.ts'
import { type SettingsBook, settingsOf } from '#platform/settings/server/index.ts'
import { settingsModule, wordingNow } from '#platform/settings/server/module.ts'
import { worktimeModule } from '#platform/worktime/server/module.ts'
import type { WorkCalendars } from '#platform/worktime/server/index.ts'
import { auditAround } from './audit-around.ts'
import { campaignsAround } from './campaigns-around.ts'
import { casesForDiary, placesWithNames } from './cases-for-diary.ts'
import { casesForExchange } from './cases-for-exchange.ts'
import { casesForHotline } from './cases-for-hotline.ts'
import { registryAround } from './registry-around.ts'
import { patrolAround } from './patrol-around.ts'
import { institutionsAround } from './institutions-around.ts'
import { helpAround } from './help-around.ts'
import { cleaningAround } from './cleaning-around.ts'
import { mediationAround } from './mediation-around.ts'
import { relayAround } from './relay-around.ts'
import { postsAround } from './posts-around.ts'
import { placesAround } from './places-around.ts'
import { visitsAround } from './visits-around.ts'
import { routingAround, routingForCases } from './routing-around.ts'
import { gridAround } from './grid-around.ts'
import { coordinationAround } from './coordination-around.ts'
import { supervisionAround } from './supervision-around.ts'
import { sealedStores } from './sealed-stores.ts'
import { settingGroups } from './settings.ts'
import type { Staff } from './staff-memory.ts'
import { holdersOf, clocksForCases, placesForCases } from './who-is-where.ts'

/** What the modules are given, since none of them finds anything by itself. */
export interface Parts {
  readonly db: Db
  readonly clock: Clock
  readonly queue: JobQueue
  readonly feed: LiveFeed
  readonly secrets: SecretBox
  readonly passes: FilePasses
  readonly grids: GridIndex
  readonly calendars: WorkCalendars
  readonly conditions: ConditionBook
  readonly settings: SettingsBook
  readonly staff: Staff
  readonly basemapFile: string | null
  readonly followKey: Buffer
  readonly keys: KeyHouse
  /** Finds equal secrets. */
  readonly blindIndex: BlindIndex
  readonly house: () => FileHouse
  readonly publishHead: (head: { day: string; hash: string }) => Promise<void>
}

/** The list of everything in the product. */
export function assembleModules(parts: Parts): readonly Module[] {
  const routed = routingAround(parts, () => cases)
  const casesAround: CasesAround = {
    db: parts.db,
    grids: placesForCases(parts.grids, parts.staff.posts),
    staff: parts.staff.directory,
    secrets: parts.secrets,
    followKey: parts.followKey,
    passes: parts.passes,
    photos: { read: (id, size) => parts.house().storage.read(id, size) },
    duplicates: settingsOf(parts.settings, duplicateSettings),
    procedure: settingsOf(parts.settings, procedureSettings),
    priority: settingsOf(parts.settings, prioritySettings),
    wording: now => wordingNow(parts.settings, settingGroups, now),
    conditions: parts.conditions,
    clocks: clocksForCases(parts.grids, parts.calendars),
    routing: routingForCases(routed),
  }
  const cases: Module = casesModule(casesAround)
  const supervised = supervisionAround(parts)
  const modules: readonly Module[] = [
    identityModule({ box: parts.secrets, words: () => permissionWords(modules) }),
    gridModule({
      index: parts.grids,
      posts: parts.staff.posts,
      basemapFile: parts.basemapFile,
      around: gridAround(parts),
    }),
    placesModule(placesAround(parts)),
    postsModule(postsAround(parts)),
    institutionsModule(institutionsAround(parts)),
    registryModule(registryAround(parts)),
    catalogueModule(parts.conditions),
    routingModule(routed),
    cases,
    hotlineModule({
      cases: casesForHotline(cases, parts),
      secrets: parts.secrets,
      callerIndex: parts.blindIndex,
      callBacks: settingsOf(parts.settings, callBackSettings),
    }),
    supervisionModule(supervised),
    coordinationModule(coordinationAround(parts)),
    diaryModule({
      db: parts.db,
      cases: casesForDiary(parts),
      places: placesWithNames(parts.grids),
      people: parts.staff.directory.people,
      unitOf: async (db, postId) => (await parts.staff.directory.posts(db, [postId])).get(postId)?.unitName ?? null,
      secrets: parts.secrets,
      settings: settingsOf(parts.settings, diarySettings),
    }),
    patrolModule({ db: parts.db, ...patrolAround(parts) }),
    visitsModule({ db: parts.db, ...visitsAround(parts) }),
    mediationModule({ db: parts.db, ...mediationAround(parts) }),
    helpModule(helpAround(parts)),
    relayModule(relayAround(parts)),
    cleaningModule({ db: parts.db, now: () => parts.clock.now(), ...cleaningAround(parts) }),
    exchangeModule({
      cases: casesForExchange(parts),
      places: placesWithNames(parts.grids),
      people: parts.staff.directory.people,
      settings: settingsOf(parts.settings, exchangeSettings),
    }),
    campaignsModule({ db: parts.db, ...campaignsAround(parts) }),
    inboxModule(shiftFirst(casesAround)),
    noticesModule,
    liveModule(parts.feed),
    auditModule(
      () => parts.db,
      parts.publishHead,
      auditAround(parts, () => modules),
    ),
    jobsModule(() => parts.queue),
    filesModule(parts.house),
    keysModule({ keys: parts.keys, stores: sealedStores, people: parts.staff.directory.people }),
    settingsModule({ book: parts.settings, groups: settingGroups, people: parts.staff.directory.people }),
    worktimeModule({
      calendars: parts.calendars,
      // Modules that act when a limit changes its light, comes due or goes on after a pause.
      listeners: [...escalationListeners(supervised), shiftReminders(casesAround)],
      sees: async (actor, subject) =>
        (await modules
          .find(module => Object.hasOwn(module.sees, subject.kind))
          ?.sees[subject.kind]?.(actor, subject)) ?? false,
      keepers: read => holdersOf(read, 'worktime.edit'),
    }),
  ]
  return modules
}

/** Every permission word of the product, for the page on which the security administrator reads and gives them. */
function permissionWords(modules: readonly Module[]) {
  return modules.flatMap(module =>
    Object.entries(module.permissions).map(([permission, sentence]) => ({ permission, sentence })),
  )
}

/**
 * The modules as they describe themselves, before anything is connected: their contracts, texts, permissions and the
 * names of their jobs. Nothing of it may be run.
 */
export function describeModules(): readonly Module[] {
  const parts = new Proxy({} as Parts, { get: (_parts, name) => unconnected(String(name)) })
  return assembleModules(parts)
}

/** Stands for a part that is not there yet; using it is our mistake and says so. */
function unconnected(name: string): unknown {
  const used = () => {
    throw new Error(`${name} is not connected: the modules were only asked to describe themselves`)
  }
  return new Proxy(used, { get: (_part, key) => (typeof key === 'symbol' ? undefined : unconnected(`${name}.${key}`)) })
}

/** The jobs of all modules: their queues are made by the owner of the database, at the start. */
export function jobsOfAllModules(): readonly JobHandler[] {
  return describeModules().flatMap(module => module.jobs)
}
