import { useState } from 'react'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { choicesOf, codeLists } from '../common/code-lists.ts'
import type { FieldValue } from '../common/field-spec.ts'
import { kinds, type ThingKind } from '../common/kinds.ts'
import { type RelationKind, relations } from '../common/relations.ts'
import { valueWords } from '../common/row-facts.ts'
import { useLocale } from '#platform/ui/ui/use-text.ts'

/** The names of kinds, fields, codes and relations in the reader's language. */
export function useWords() {
  const { locale } = useLocale()
  return {
    kind: (kind: ThingKind) => kinds[kind].label[locale],
    field: (kind: ThingKind, key: string) => kinds[kind].fields[key]?.label[locale] ?? key,
    value: (kind: ThingKind, key: string, value: FieldValue) => valueWords(kind, key, value, locale),
    yesNo: (value: boolean) => valueWords('organisation', 'isShop', value, locale),
    /** `to`: read from the other side. */
    relation: (kind: string, direction: 'from' | 'to' = 'from') => {
      const spec = relations[kind as RelationKind]
      return direction === 'from' ? spec.label[locale] : spec.back[locale]
    },
    code: (list: string, value: string) => codeLists[list]?.words[value]?.[locale] ?? value,
    codes: (list: string) => choicesOf(list, locale),
  }
}

/** The day on which the page was opened; forms begin with it. */
export function useToday(): string {
  const [day] = useState(() => dayOf(new Date().toISOString()))
  return day
}

export const isThingKind = (text: string | undefined): text is ThingKind => text !== undefined && text in kinds
