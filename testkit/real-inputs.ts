import { z } from 'zod'
import type { Endpoint } from '#platform/contract/common/endpoint.ts'

/** Of each field by its name: things that there are. A field that only tells how much or which part needs none. */
export type RealValues = Readonly<Record<string, readonly unknown[]>>

interface Field {
  readonly type?: string
  readonly format?: string
  readonly enum?: readonly unknown[]
  readonly default?: unknown
  readonly minimum?: number
  readonly maximum?: number
  readonly items?: Field
}

/**
 * Inputs for an endpoint out of what there is: one with what must be said, and one for each value of each field. Whoever
 * adds a field that must be filled is told to say what there is to put into it.
 */
export function realInputs({ name, input }: Endpoint, values: RealValues): object[] {
  const { properties = {}, required = [] } = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as {
    properties?: Record<string, Field>
    required?: string[]
  }
  const choices = Object.entries(properties).map(([key, field]) => [key, choicesFor(key, field, values)] as const)
  const least = Object.fromEntries(
    required.map(key => {
      const [first] = choices.find(([other]) => other === key)?.[1] ?? []
      if (first === undefined) throw new Error(`${name}: say what there is for its field ${key}`)
      return [key, first]
    }),
  )
  const variants = choices.flatMap(([key, some]) => some.map(value => ({ ...least, [key]: value })))
  return [least, ...variants]
}

function choicesFor(key: string, field: Field, values: RealValues): readonly unknown[] {
  const known = values[`${key} ${field.format ?? ''}`.trim()] ?? values[key]
  if (known) return known
  if (field.enum) return field.enum
  if (field.type === 'boolean') return [true]
  if (field.type === 'integer') return [field.default ?? field.minimum ?? 1]
  if (field.type === 'array' && field.items?.enum) return [[...field.items.enum]]
  return []
}
