import { expect, test } from 'vitest'
import { nobody } from '#platform/authz/common/grants.ts'
import { runCommand, runQuery } from '#platform/commands/server/run-command.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { freshDatabase } from '#testkit/database.ts'
import type { SettingGroup } from '../common/index.ts'
import { settingsModule } from './module.ts'
import { SettingsBook } from './settings-book.ts'

const { db } = await freshDatabase()
const texts = { 'zh-CN': '重开天数', en: 'Days to reopen' }
const group: SettingGroup<{ reopenDays: number }> = {
  ...{ name: 'procedure', label: texts, usual: { reopenDays: 7 } },
  parts: [{ key: 'reopenDays', kind: 'whole', least: 0, most: 90, label: texts, source: texts }],
}
const words: SettingGroup<{ check: string; verify: string }> = {
  ...{ name: 'words', label: texts, usual: { check: '核实', verify: '核查' } },
  parts: (['check', 'verify'] as const).map(key => ({
    ...{ key, kind: 'word', least: 1, most: 8, label: texts, source: texts },
  })),
}
const book = await SettingsBook.open(db)
const settings = settingsModule({
  book,
  groups: [group, words],
  people: async (_, ids) => new Map(ids.map(id => [id, '王参'])),
})
const keeper = {
  ...nobody,
  personId: newId(),
  grants: ['settings.read', 'settings.edit'].map(permission => ({ permission, within: { kind: 'everywhere' } })),
} as never
const now = '2026-09-15T02:00:00.000Z'
const put = async (more: object) => {
  const input = { group: 'procedure', key: 'reopenDays', seenVersion: 0, value: 10, from: '2026-09-16', reason: '试行' }
  const asked = { actor: keeper, now, requestId: newId(), input: { ...input, ...more } }
  const answer = (await runCommand(db, async () => {}, settings.commands[0]!, asked)) as Record<string, unknown>
  await book.reload()
  return answer
}

test('a number holds from its day on, and what was decided before keeps what held then', async () => {
  expect(book.at(group, now).reopenDays).toBe(7)
  expect(await put({})).toEqual({ version: 1 })
  expect(await put({ value: 3, from: '2026-10-01', seenVersion: 1 })).toEqual({ version: 2 })
  const at = (day: string) => book.at(group, `${day}T04:00:00.000Z`).reopenDays
  expect([at('2026-09-15'), at('2026-09-16'), at('2026-09-30'), at('2026-10-01')]).toEqual([7, 10, 10, 3])
  const listed = await runQuery(db, settings.queries[0]!, { actor: keeper, everyPost: [keeper], now, input: {} })
  const part = { value: 7, usual: 7, version: 2, versions: [{ version: 2, by: '王参', value: 3 }, { version: 1 }] }
  expect(listed).toMatchObject({
    today: '2026-09-15',
    groups: [{ name: 'procedure', parts: [part] }, { name: 'words' }],
  })
})

test('out of bounds, in the past, without a reason, unseen or unknown is refused', async () => {
  expect((await put({ seenVersion: 2, value: 91 })).code).toBe('settings/out-of-bounds')
  expect((await put({ seenVersion: 2, value: { clock: 'work-day', amount: 3 } })).code).toBe('settings/out-of-bounds')
  expect((await put({ seenVersion: 2, from: '2026-09-14' })).code).toBe('settings/from-past')
  expect((await put({ seenVersion: 2, reason: ' ' })).code).toBe('settings/reason-missing')
  expect((await put({ seenVersion: 1 })).code).toBe('settings/changed-meanwhile')
  expect((await put({ key: 'closeDays' })).code).toBe('settings/no-such-setting')
  expect((await put({ group: 'nobody' })).code).toBe('settings/no-such-setting')
})

test('two who set it at once do not overwrite each other, and the program can neither change nor remove a version', async () => {
  const both = await Promise.all([put({ seenVersion: 2, value: 4 }), put({ seenVersion: 2, value: 5 })])
  expect(both.map(answer => String(answer.version ?? answer.code)).toSorted((a, b) => a.localeCompare(b))).toEqual([
    '3',
    'settings/changed-meanwhile',
  ])
  await expect(
    db.unitOfWork(tx =>
      (tx as never as { deleteFrom(t: string): { execute(): Promise<unknown> } })
        .deleteFrom('settings.entered')
        .execute(),
    ),
  ).rejects.toThrow('permission denied')
})

test('a place may swap two words of the trade, and everybody hears it, without signing in', async () => {
  const heard = async () => {
    const query = settings.queries.find(({ endpoint }) => endpoint.name === 'settings.wording')!
    return runQuery(db, query, { actor: nobody, everyPost: [nobody], now, input: {} })
  }
  expect(await heard()).toEqual({ words: {} })
  const today = { group: 'words', from: '2026-09-15' }
  expect((await put({ ...today, key: 'check', value: 'check {x}' })).code).toBe('settings/out-of-bounds')
  expect((await put({ ...today, key: 'check', value: 5 })).code).toBe('settings/out-of-bounds')
  expect(await put({ ...today, key: 'check', value: '核查' })).toEqual({ version: 1 })
  expect(await put({ ...today, key: 'verify', value: '核实' })).toEqual({ version: 1 })
  expect(await heard()).toEqual({ words: { 核实: '核查', 核查: '核实' } })
})
