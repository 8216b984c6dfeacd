import { codeLists } from './code-lists.ts'
import type { FieldSpec, FieldValue, IdentifierScheme } from './field-spec.ts'
import { kinds, type ThingKind } from './kinds.ts'

/** Why a value cannot stand there; texts are `registry.problem.<name>`. */
export const fieldProblems = [
  ...(['unknown-field', 'wrong-type', 'too-long', 'not-in-list', 'no-such-day', 'out-of-range', 'missing'] as const),
  'bad-identifier',
] as const
export type FieldProblem = (typeof fieldProblems)[number]

const daysFrom = '1850-01-01'
const daysUntil = '2199-12-31'

/** Shapes only; the algorithms of the schemes are in `identifiers/` and are asked by whoever records. */
const shapes: Readonly<Record<IdentifierScheme, RegExp>> = {
  'id-number': /^[0-9A-Z]{5,20}$/,
  uscc: /^[0-9A-HJ-NPQRTUWXY]{18}$/,
  plate: /^\p{Script=Han}?[0-9A-Z]{5,8}\p{Script=Han}?$/u,
  component: /^\d{16,17}$/,
  phone: /^\+?[\d-]{5,20}$/,
  'real-estate': /^[0-9A-Z]{28}$/,
  cell: /^[0-9A-Z]{12,20}$/,
}

/** Brought to the form in which it is kept: small letters become capitals, blanks go. */
export function normalised({ type }: FieldSpec, value: FieldValue): FieldValue {
  if (typeof value !== 'string') return value
  return type.type === 'identifier' ? value.normalize('NFKC').replace(/[\s·]/g, '').toUpperCase() : value.trim()
}

export function fieldProblem({ type }: FieldSpec, value: FieldValue): FieldProblem | null {
  switch (type.type) {
    case 'text':
      if (typeof value !== 'string') return 'wrong-type'
      return [...value].length > type.most ? 'too-long' : null
    case 'identifier':
      if (typeof value !== 'string') return 'wrong-type'
      return shapes[type.scheme].test(value) ? null : 'bad-identifier'
    case 'code':
      if (typeof value !== 'string') return 'wrong-type'
      return Object.hasOwn(codeLists[type.list]?.words ?? {}, value) ? null : 'not-in-list'
    case 'day':
      return typeof value === 'string' && isDay(value) ? null : 'no-such-day'
    case 'whole':
    case 'decimal':
      if (typeof value !== 'number' || !Number.isFinite(value)) return 'wrong-type'
      if (type.type === 'whole' && !Number.isInteger(value)) return 'wrong-type'
      return value >= type.least && value <= type.most ? null : 'out-of-range'
    case 'yes-no':
      return typeof value === 'boolean' ? null : 'wrong-type'
  }
}

export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < daysFrom || text > daysUntil) return false
  const parsed = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text)
}

export type Problems = Readonly<Record<string, FieldProblem>>

/** The fields as they are kept, and what is wrong with them. With `isNew` nothing that is needed may be missing. */
export function checkedFields(
  kind: ThingKind,
  said: Readonly<Record<string, FieldValue | null>>,
  isNew: boolean,
): { readonly fields: Record<string, FieldValue | null>; readonly problems: Problems } {
  const { fields: specs } = kinds[kind]
  const fields: Record<string, FieldValue | null> = {}
  const problems: Record<string, FieldProblem> = {}
  for (const [key, value] of Object.entries(said)) {
    const spec = Object.hasOwn(specs, key) ? specs[key] : undefined
    if (!spec) {
      problems[key] = 'unknown-field'
      continue
    }
    const kept = value === null || value === '' ? null : normalised(spec, value)
    const problem = kept === null ? (spec.isRequired ? 'missing' : null) : fieldProblem(spec, kept)
    if (problem) problems[key] = problem
    fields[key] = kept
  }
  if (isNew)
    for (const [key, spec] of Object.entries(specs)) if (spec.isRequired && !(key in fields)) problems[key] = 'missing'
  return { fields, problems }
}
