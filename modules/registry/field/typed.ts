import type { FieldSpec, FieldValue } from '../common/field-spec.ts'

/** What a control holds as text, in the form in which the library takes it; null where it is empty. */
export function valueOf({ type }: FieldSpec, text: string): FieldValue | null {
  const plain = text.trim()
  if (plain === '') return null
  switch (type.type) {
    case 'yes-no':
      return plain === 'true'
    case 'whole':
    case 'decimal': {
      // What is no number stays text, so that the check can say so.
      const number = Number(plain.normalize('NFKC'))
      return Number.isFinite(number) ? number : plain
    }
    default:
      return plain
  }
}

/** What stands, as the control shows it; a masked value is not filled in: whoever changes it writes it whole. */
export function textOf(value: FieldValue | null, sight: 'open' | 'masked'): string {
  return value === null || sight === 'masked' ? '' : String(value)
}
