import { z } from 'zod'
import { cleanText } from '#platform/kernel/common/clean-text.ts'

/** Units in which materials are counted: 个、袋、桶、米、平方米、立方米、公斤、吨、升、车. */
export const materialUnits = ['piece', 'bag', 'bucket', 'm', 'm2', 'm3', 'kg', 't', 'l', 'load'] as const
export type MaterialUnit = (typeof materialUnits)[number]

export const mostMaterials = 10

/** So much of something that was used up in handling a case, with at most two decimals. */
export const Material = z.object({
  kind: z.string().max(40).transform(cleanText).pipe(z.string().min(1)),
  amount: z.number().positive().max(100_000).multipleOf(0.01),
  unit: z.enum(materialUnits),
})
export type Material = z.infer<typeof Material>

/** A line as it is typed: text until it is a number. */
export interface TypedMaterial {
  readonly kind: string
  readonly amount: string
  readonly unit: MaterialUnit
}

/** Lines that say something, as they are sent; null when one of them says only half. */
export function readMaterials(lines: readonly TypedMaterial[]): readonly Material[] | null {
  const said = lines.filter(({ kind, amount }) => kind.trim() !== '' || amount.trim() !== '')
  const read = said.map(({ kind, amount, unit }) =>
    Material.safeParse({ kind, amount: amount.trim() === '' ? Number.NaN : Number(amount), unit }),
  )
  return read.every(one => one.success) ? read.map(one => one.data) : null
}

/** `沥青 2 袋、井盖 1 个`, with units as the reader's language calls them. */
export function materialsText(materials: readonly Material[], nameOf: (unit: MaterialUnit) => string): string {
  return materials.map(({ kind, amount, unit }) => `${kind} ${amount} ${nameOf(unit)}`).join('、')
}
