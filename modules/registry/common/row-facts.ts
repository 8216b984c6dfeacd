import { codeLists } from './code-lists.ts'
import { fieldsOf, firstStaleOn, isSecretRef, type Kept, type KnownFields, type StaleAfter } from './entries.ts'
import type { FieldValue } from './field-spec.ts'
import { kinds, type ThingKind } from './kinds.ts'

/** What a row says besides its fields: made from them alone, so that row and history cannot drift apart. */
export interface RowFacts {
  readonly title: string
  readonly born_on: string | null
  readonly sex: string | null
  readonly population: string | null
  readonly use: string | null
  readonly stale_on: string | null
  /** What it can be found by; sealed fields never are in here. */
  readonly texts: readonly string[]
}

export function rowFacts(kind: ThingKind, known: KnownFields, staleAfter?: StaleAfter): RowFacts {
  const spec = kinds[kind]
  const fields = fieldsOf(known)
  const clear = (key: string): FieldValue | null => {
    const kept = fields[key]
    return kept === undefined || isSecretRef(kept) ? null : kept
  }
  const textOf = (key: string) => {
    const value = clear(key)
    return typeof value === 'string' ? value : null
  }
  const title = spec.title.map(textOf).find(text => text !== null) ?? spec.label['zh-CN']
  return {
    title,
    born_on: textOf('bornOn'),
    sex: textOf('sex'),
    population: textOf('population'),
    use: kind === 'housing' ? textOf('use') : null,
    stale_on: firstStaleOn(kind, known, staleAfter),
    texts: foundTexts(kind, fields),
  }
}

/** The texts that a thing is found by; sealed fields never are among them. */
export function foundTexts(kind: ThingKind, fields: Readonly<Record<string, Kept>>): readonly string[] {
  return Object.entries(kinds[kind].fields).flatMap(([key, { found }]) => {
    const kept = fields[key]
    return found && typeof kept === 'string' && kept !== '' ? [kept] : []
  })
}

/** A value in words, as lists and papers show it. */
export function valueWords(kind: ThingKind, key: string, value: FieldValue, locale: 'zh-CN' | 'en'): string {
  const type = kinds[kind].fields[key]?.type
  if (typeof value === 'boolean') return value ? (locale === 'en' ? 'yes' : '是') : locale === 'en' ? 'no' : '否'
  if (type?.type === 'code') return codeLists[type.list]?.words[String(value)]?.[locale] ?? String(value)
  return String(value)
}
