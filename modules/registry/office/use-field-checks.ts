import { useText } from '#platform/ui/ui/use-text.ts'
import { checkedFields } from '../common/check-fields.ts'
import type { FieldValue } from '../common/field-spec.ts'
import { identifierMessages } from '../common/identifiers/index.ts'
import { kinds, type ThingKind } from '../common/kinds.ts'
import { registryMessages } from '../common/messages.ts'
import { isCitizenDocument, toldByNumber } from '../common/told-by-number.ts'
import { useToday } from '../ui/words.ts'

export type Typed = Record<string, FieldValue | null | undefined>

/** The checks of the server, said beside each field while one types, and what a number tells filled in. */
export function useFieldChecks(kind: ThingKind) {
  const t = useText(registryMessages, identifierMessages)
  const today = useToday()
  return {
    checkOf: (key: string) => (value: unknown, values: object) => {
      if (value === undefined || value === null || value === '') return null
      const { problems } = checkedFields(kind, saidIn(kind, values as Typed), { isNew: false, today })
      const found = problems[key]
      if (!found) return null
      return found.fault
        ? t(`identifier.${found.fault.fault}`, found.fault.params)
        : t(`registry.problem.${found.problem}`)
    },
    fill: ({ idNumber }: Typed, { document }: Typed): Typed =>
      kind === 'person' && typeof idNumber === 'string' && isCitizenDocument(document)
        ? toldByNumber(idNumber, today)
        : {},
  }
}

/** Without what the form asks besides the fields, and without what is empty. */
function saidIn(kind: ThingKind, values: Typed): Record<string, FieldValue> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) =>
      Object.hasOwn(kinds[kind].fields, key) && value !== undefined && value !== null && value !== ''
        ? [[key, value] as const]
        : [],
    ),
  )
}
