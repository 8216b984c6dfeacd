import { clientNames, clientsCalled } from '#modules/exchange/server/index.ts'
import { PersonDirectory } from '#modules/identity/server/index.ts'
import type { Surroundings } from '#platform/audit/server/surroundings.ts'
import { commandMessages } from '#platform/commands/common/messages.ts'
import type { Module } from '#platform/commands/server/define-module.ts'
import type { Catalogue, Locale } from '#platform/i18n/common/translate.ts'
import type { Parts } from './modules.ts'

/** What the audit asks: who people are, and how each module speaks of what was done. */
export function auditAround({ staff }: Pick<Parts, 'staff'>, modules: () => readonly Module[]): Surroundings {
  return {
    staff: (db, ids) => new PersonDirectory(db).staffNames(ids),
    clients: clientNames,
    posts: (db, ids) => staff.directory.posts(db, ids),
    staffCalled: (db, typed, limit) => new PersonDirectory(db).staffCalled(typed, limit),
    clientsCalled,
    known: () => Object.assign({}, ...modules().map(module => module.known ?? {})) as ReturnType<Surroundings['known']>,
    words: () => ({ 'zh-CN': wordsIn(modules(), 'zh-CN'), en: wordsIn(modules(), 'en') }),
  }
}

function wordsIn(modules: readonly Module[], locale: Locale): Readonly<Record<string, string>> {
  const refusals = [commandMessages as Catalogue, ...modules.map(module => module.messages)]
    .flatMap(texts => Object.entries(texts[locale]))
    .filter(([key]) => key.startsWith('refusal.'))
  const words = modules.flatMap(module => Object.entries(module.auditWords[locale]))
  return Object.fromEntries([...refusals, ...words])
}
