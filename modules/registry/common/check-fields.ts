import { codeLists } from './code-lists.ts'
import type { FieldSpec, FieldValue, IdentifierScheme } from './field-spec.ts'
import {
  checkCellCode,
  checkCitizenNumber,
  checkComponentCode,
  checkCreditCode,
  checkPhone,
  checkPlate,
  checkRealEstateUnit,
  type IdentifierFault,
} from './identifiers/index.ts'
import { kinds, type ThingKind } from './kinds.ts'
import { isCitizenDocument, toldByNumber } from './told-by-number.ts'

/** Why a value cannot stand there; texts are `registry.problem.<name>`. */
export const fieldProblems = [
  ...(['unknown-field', 'wrong-type', 'too-long', 'not-in-list', 'no-such-day', 'out-of-range', 'missing'] as const),
  ...(['bad-identifier', 'number-says-birth', 'number-says-sex', 'no-such-place'] as const),
] as const
export interface FieldProblem {
  readonly problem: (typeof fieldProblems)[number]
  /** Of an identifier: which fault, and where; texts are `identifier.<fault>`. */
  readonly fault?: Pick<IdentifierFault, 'fault' | 'params'>
}
type ProblemName = FieldProblem['problem']

const daysFrom = '1850-01-01'
const daysUntil = '2199-12-31'

type Check = (text: string, today: string) => { readonly ok: true; readonly value: string } | IdentifierFault

const checks: Readonly<Record<IdentifierScheme, Check>> = {
  'id-number': checkCitizenNumber,
  uscc: checkCreditCode,
  plate: checkPlate,
  component: checkComponentCode,
  phone: checkPhone,
  'real-estate': checkRealEstateUnit,
  cell: checkCellCode,
}

/** Documents whose numbers follow no algorithm that we know: letters and digits, no more. */
const freeNumber = /^[0-9A-Z]{5,20}$/

type Asked = Readonly<Record<string, FieldValue | null>>
type Outcome = { readonly value: FieldValue } | FieldProblem

const outcome = (value: FieldValue, problem: ProblemName | null): Outcome => (problem ? { problem } : { value })

/** The value in the form in which it is kept, or what is wrong with it. */
export function checkedValue({ type }: FieldSpec, value: FieldValue, all: Asked, today: string): Outcome {
  switch (type.type) {
    case 'text':
      if (typeof value !== 'string') return { problem: 'wrong-type' }
      return outcome(value.trim(), [...value].length > type.most ? 'too-long' : null)
    case 'identifier': {
      if (typeof value !== 'string') return { problem: 'wrong-type' }
      if (type.scheme === 'id-number' && !isCitizenDocument(all.document)) {
        const plain = value.normalize('NFKC').replace(/\s/g, '').toUpperCase()
        return outcome(plain, freeNumber.test(plain) ? null : 'bad-identifier')
      }
      const found = checks[type.scheme](value, today)
      const { ok } = found
      return ok
        ? { value: found.value }
        : { problem: 'bad-identifier', fault: { fault: found.fault, params: found.params } }
    }
    case 'code':
      if (typeof value !== 'string') return { problem: 'wrong-type' }
      return outcome(value, Object.hasOwn(codeLists[type.list]?.words ?? {}, value) ? null : 'not-in-list')
    case 'day':
      return outcome(value, typeof value === 'string' && isDay(value) ? null : 'no-such-day')
    case 'whole':
    case 'decimal':
      if (typeof value !== 'number' || !Number.isFinite(value)) return { problem: 'wrong-type' }
      if (type.type === 'whole' && !Number.isInteger(value)) return { problem: 'wrong-type' }
      return outcome(value, value >= type.least && value <= type.most ? null : 'out-of-range')
    case 'place':
      return outcome(value, typeof value === 'string' && value.length <= 60 ? null : 'wrong-type')
    case 'yes-no':
      return outcome(value, typeof value === 'boolean' ? null : 'wrong-type')
  }
}

export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < daysFrom || text > daysUntil) return false
  const parsed = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text)
}

export type Problems = Readonly<Record<string, FieldProblem>>

interface CheckedBy {
  readonly isNew: boolean
  /** The day against which birthdays are held. */
  readonly today: string
  /** What stands already: of which document a number is, when only the number is said. */
  readonly standing?: Readonly<Record<string, unknown>>
}

/**
 * The fields as they are kept, and what is wrong with them. With `isNew` nothing that is needed may be missing. An
 * identity number tells sex and birthday, so nobody has to say them, or may say them otherwise.
 */
export function checkedFields(
  kind: ThingKind,
  said: Asked,
  { isNew, today, standing = {} }: CheckedBy,
): { readonly fields: Record<string, FieldValue | null>; readonly problems: Problems } {
  const { fields: specs } = kinds[kind]
  const fields: Record<string, FieldValue | null> = {}
  const problems: Record<string, FieldProblem> = {}
  const document = said.document ?? (standing.document as FieldValue | undefined) ?? null
  for (const [key, value] of Object.entries(said)) {
    const spec = Object.hasOwn(specs, key) ? specs[key] : undefined
    if (!spec) problems[key] = { problem: 'unknown-field' }
    else if (value === null || value === '') {
      fields[key] = null
      if (spec.isRequired) problems[key] = { problem: 'missing' }
    } else {
      const found = checkedValue(spec, value, { ...said, document }, today)
      if ('problem' in found) problems[key] = found
      else fields[key] = found.value
    }
  }
  if (isNew)
    for (const [key, spec] of Object.entries(specs))
      if (spec.isRequired && !(key in said)) problems[key] = { problem: 'missing' }
  if (kind === 'person' && isCitizenDocument(document)) agreeWithNumber(fields, problems, today)
  return { fields, problems }
}

/** Sex 0 and 9, unknown and not stated, contradict nothing. */
const statedSex: ReadonlySet<unknown> = new Set(['1', '2'])

function agreeWithNumber(
  fields: Record<string, FieldValue | null>,
  problems: Record<string, FieldProblem>,
  today: string,
) {
  const told = typeof fields.idNumber === 'string' ? toldByNumber(fields.idNumber, today) : {}
  for (const [key, value] of Object.entries(told)) {
    const own = fields[key] ?? null
    if (own === null || (key === 'sex' && !statedSex.has(own))) fields[key] = value
    else if (own !== value) problems[key] = { problem: key === 'sex' ? 'number-says-sex' : 'number-says-birth' }
  }
}
