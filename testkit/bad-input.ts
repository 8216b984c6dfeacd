import type { KnownValues } from './known-values.ts'

/** A JSON schema as `z.toJSONSchema` writes it: as much of one as our contracts use. */
export interface Schema {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly pattern?: string
  readonly minLength?: number
  readonly minimum?: number
  readonly exclusiveMinimum?: number
  readonly minItems?: number
  readonly items?: Schema
  readonly prefixItems?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: Schema | boolean
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
}

/** A field at any depth: what it takes, and the input around a value for it. */
export interface Field {
  readonly path: string
  readonly schema: Schema
  readonly around: (value: unknown) => unknown
}

const plainTexts = [
  ...['2026-09-01', '2026-09-01T01:00:00.000Z', '2026-09', '09:00', '1.1', '410102', '06010', '123456', 'abc', '1'],
  ...['0195f000-0000-7000-8000-000000000001', 'a'.repeat(43), 'YWJj', '垃圾', ''],
]

/** Something that the schema takes: what is required and nothing else, with the town's own ids and codes where they fit. */
export function sample(schema: Schema, known: KnownValues, field = ''): unknown {
  if ('const' in schema) return schema.const
  if (schema.enum) return schema.enum[0]
  const options = schema.anyOf ?? schema.oneOf
  if (options) return sample(options[0]!, known, field)
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map(name => [name, sample(schema.properties?.[name] ?? {}, known, name)]),
      )
    case 'array':
      return (schema.prefixItems ?? Array.from({ length: schema.minItems ?? 0 }, () => schema.items ?? {})).map(item =>
        sample(item, known, field),
      )
    case 'string':
      return known.fitting(field, value => takesText(schema, value)) ?? plainTexts.find(text => takesText(schema, text))
    case 'number':
    case 'integer':
      return Math.max(schema.minimum ?? 1, (schema.exclusiveMinimum ?? 0) + 1)
    case 'boolean':
      return false
    default:
      return null
  }
}

function takesText({ pattern = '', minLength = 0 }: Schema, value: unknown): boolean {
  return typeof value === 'string' && value.length >= minLength && new RegExp(pattern, 'u').test(value)
}

/** Every field at any depth, what is chosen between once for each choice. */
export function* fieldsOf(
  schema: Schema,
  known: KnownValues,
  path: readonly string[] = [],
  around: Field['around'] = value => value,
): Generator<Field> {
  const options = schema.anyOf ?? schema.oneOf
  if (options) {
    for (const option of options) yield* fieldsOf(option, known, path, around)
    return
  }
  yield { path: path.join('.'), schema, around }
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    const rest = sample(schema, known) as object
    yield* fieldsOf(field, known, [...path, name], value => around({ ...rest, [name]: value }))
  }
  const items = schema.prefixItems ?? (schema.items ? [schema.items] : [])
  for (const [at, item] of items.entries()) {
    const rest = items.map(other => sample(other, known, path.at(-1)))
    yield* fieldsOf(item, known, [...path, String(at)], value => around(rest.with(at, value)))
  }
  if (typeof schema.additionalProperties === 'object') {
    yield* fieldsOf(schema.additionalProperties, known, [...path, '*'], value => around({ name: value }))
  }
}

function deep(levels: number): unknown {
  return levels === 0 ? 1 : [deep(levels - 1)]
}

const ofAnyType = [null, { toString: 'x' }]
/** What no column takes, what the database or a pattern reads as something else, keys of objects, days at the ends of time. */
const texts = ['', 'a\u0000b', `%_\\('; --`, '__proto__', '长'.repeat(10_000), '9999-12-31', '0000-01-01T00:00:00.000Z']
/** Ends of pages that no page of ours had. */
const cursors = ['["a"]', '["a","b"]', '["a","b","c"]', '[1e308,"a"]']
const ids = ['00000000-0000-0000-0000-000000000000', 'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF']
const numbers = [-1, 2 ** 31, Number.MAX_SAFE_INTEGER]

/** What nobody should send for a field, and somebody will. */
export function badValuesFor({ path, schema: { type, pattern } }: Pick<Field, 'path' | 'schema'>): readonly unknown[] {
  if (path.endsWith('cursor')) return [...texts, ...cursors]
  if (type === 'string') return [...ofAnyType, ...(pattern?.includes('0-9a-fA-F') ? ids : texts)]
  return [...ofAnyType, ...(type === 'number' || type === 'integer' ? numbers : [deep(3000)])]
}
