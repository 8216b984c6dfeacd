import { type Kysely, sql } from 'kysely'
import { command, query } from '../../commands/server/command.ts'
import { defineModule, type Module } from '../../commands/server/define-module.ts'
import { jsonValue } from '../../db/server/json-value.ts'
import type { Wording } from '../../i18n/common/wording.ts'
import type { Instant } from '../../kernel/common/instant.ts'
import { dayOf } from '../../kernel/common/day-of.ts'
import { listSettings, putSetting, showWording } from '../common/contract.ts'
import { settingsMessages } from '../common/messages.ts'
import { settingsPermissions } from '../common/permissions.ts'
import { refuse } from '../common/refusals.ts'
import {
  type Entered,
  isList,
  type SettingGroup,
  type SettingValue,
  suits,
  valueAt,
  valuesOn,
} from '../common/index.ts'
import { settingsAuditWords } from './audit-words.ts'
import { readEntered, type SettingsBook, settingsSubject, type SettingsTables } from './settings-book.ts'

interface Surroundings {
  readonly book: SettingsBook
  /** Every group of the product, in the order of the page. */
  readonly groups: readonly SettingGroup[]
  readonly people: (read: Kysely<unknown>, personIds: readonly string[]) => Promise<ReadonlyMap<string, string>>
}

const nowhere = { gridPath: null, unitId: null, postId: null, ownerId: null }

/** The numbers that places set differently: read by every module, kept by one person, each change with its reason. */
export function settingsModule({ book, groups, people }: Surroundings): Module {
  const list = query<SettingsTables, typeof listSettings>(listSettings, {
    async run({ read, now }) {
      const entered = await readEntered(read)
      const names = await people(read as never, [...new Set(entered.map(one => one.byId))])
      const today = dayOf(now)
      return { today, groups: groups.map(group => presentGroup(group, entered, today, names)) }
    },
  })
  const wording = query<SettingsTables, typeof showWording>(showWording, {
    run: ({ now }) => Promise.resolve({ words: { ...wordingNow(book, groups, now) } }),
  })
  const put = command<SettingsTables, typeof putSetting>(putSetting, {
    subject: ({ group, key }) => ({ kind: settingsSubject.kind, id: `${group}:${key}` }),
    async run(work, { group, key, seenVersion, value, from, reason }) {
      const part = groups.find(one => one.name === group)?.parts.find(one => one.key === key)
      if (!part) return refuse['no-such-setting']()
      if (value !== null && !suits(part, value)) return refuse['out-of-bounds']({ least: part.least, most: part.most })
      if (from < dayOf(work.now)) return refuse['from-past']()
      if (reason === '') return refuse['reason-missing']()
      await sql`select pg_advisory_xact_lock(${lock})`.execute(work.tx)
      const mine = (await readEntered(work.tx)).filter(one => one.group === group && one.key === key)
      if ((mine.at(-1)?.version ?? 0) !== seenVersion) return refuse['changed-meanwhile']()
      const version = seenVersion + 1
      await work.tx
        .insertInto('settings.entered')
        .values({
          ...{ group_name: group, key, version, valid_from: from, reason },
          ...{ value: value === null ? null : jsonValue(value), by_id: work.actor.personId, at: work.now },
        })
        .execute()
      work.tell({ subject: settingsSubject, permission: 'settings.read', placed: nowhere })
      return { version }
    },
  })
  return defineModule({
    name: 'settings',
    folder: new URL('../', import.meta.url),
    commands: [put],
    queries: [list, wording],
    permissions: settingsPermissions,
    messages: settingsMessages,
    auditWords: settingsAuditWords,
    jobs: [],
    sees: {},
  })
}

/** Every word that the place says otherwise. */
export function wordingNow(book: SettingsBook, groups: readonly SettingGroup[], now: Instant): Wording {
  const words = groups.flatMap(group =>
    group.parts
      .filter(part => part.kind === 'word')
      .map(({ key }) => [String(valueAt(group.usual, key)), String(valueAt(book.at(group, now), key))] as const),
  )
  return Object.fromEntries(words.filter(([usual, own]) => usual !== own))
}

/** Any number that nobody else uses. */
const lock = 4_720_260_731

function presentGroup(
  group: SettingGroup,
  entered: readonly Entered[],
  today: string,
  names: ReadonlyMap<string, string>,
) {
  const values = valuesOn(group, entered, today)
  return {
    name: group.name,
    label: { ...group.label },
    parts: group.parts.map(part => {
      const mine = entered.filter(one => one.group === group.name && one.key === part.key).toReversed()
      return {
        ...{ ...part, label: { ...part.label }, source: { ...part.source } },
        options: (part.options ?? []).map(({ key, label }) => ({ key, label: { ...label } })),
        ...{ usual: shown(valueAt(group.usual, part.key)), value: shown(valueAt(values, part.key)) },
        version: mine[0]?.version ?? 0,
        versions: mine.map(({ version, value, from, reason, byId, at }) => ({
          ...{ version, value: value === null ? null : shown(value), from, reason, at, by: names.get(byId) ?? byId },
        })),
      }
    }),
  }
}

/** Lists as the answer wants them. */
const shown = (value: SettingValue) => (isList(value) ? [...value] : value)
