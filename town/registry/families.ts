import { makeName } from '../people/names.ts'
import { between, pick, pickWeighted, type Random } from '../random.ts'

export interface Relative {
  readonly name: string
  readonly sex: '1' | '2'
  readonly age: number
  /** GB/T 4761: what they are to the head. */
  readonly kin: string
}

export type FamilyShape =
  | 'single'
  | 'old-alone'
  | 'old-couple'
  | 'couple'
  | 'with-children'
  | 'three-generations'
  | 'sharing'

/** How often each way of living occurs among homes that are lived in by their own people; local practice, made up. */
const shapes: readonly (readonly [FamilyShape, number])[] = [
  ['single', 12],
  ['old-alone', 9],
  ['old-couple', 16],
  ['couple', 18],
  ['with-children', 32],
  ['three-generations', 13],
]

/** The people of one home; the first is the head. */
export function makeFamily(random: Random, names: Set<string>, isTenant: boolean): readonly Relative[] {
  const shape = isTenant ? pickWeighted(random, tenantShapes) : pickWeighted(random, shapes)
  const someone = (
    age: number,
    kin: string,
    sex: '1' | '2' = random() < 0.5 ? '1' : '2',
    surname?: string,
  ): Relative => {
    const made = makeName(random, names)
    // Compound surnames are two characters; a child takes the whole of them.
    const name = surname ? surname + made.slice(surnameOf(made).length) : made
    return { name, sex, age, kin }
  }
  switch (shape) {
    case 'single':
      return [someone(between(random, 24, 58), '01')]
    case 'old-alone':
      return [someone(between(random, 66, 94), '01')]
    case 'old-couple': {
      const age = between(random, 62, 88)
      return [someone(age, '01', '1'), someone(age - between(random, -2, 5), '10', '2')]
    }
    case 'couple': {
      const age = between(random, 25, 58)
      return [someone(age, '01', '1'), someone(Math.max(22, age - between(random, -2, 5)), '10', '2')]
    }
    case 'with-children':
    case 'three-generations': {
      const age = between(random, 29, 50)
      const father = someone(age, '01', '1')
      const mother = someone(Math.max(25, age - between(random, -2, 4)), '10', '2')
      const oldest = Math.max(0, mother.age - between(random, 23, 32))
      const children = [oldest, oldest - between(random, 2, 6)].filter(
        (own, i) => own >= 0 && (i === 0 || random() < 0.35),
      )
      const kids = children.map(own => {
        const sex = random() < 0.51 ? '1' : '2'
        return someone(own, sex === '1' ? '20' : '30', sex, surnameOf(father.name))
      })
      const parents =
        shape === 'three-generations'
          ? [someone(age + between(random, 23, 30), '50', pick(random, ['1', '2'] as const))]
          : []
      return [father, mother, ...kids, ...parents]
    }
    case 'sharing':
      return Array.from({ length: between(random, 2, 4) }, (_, i) =>
        someone(between(random, 19, 40), i === 0 ? '01' : '99'),
      )
  }
}

const tenantShapes: readonly (readonly [FamilyShape, number])[] = [
  ['single', 34],
  ['couple', 30],
  ['with-children', 18],
  ['sharing', 18],
]

export const surnameOf = (name: string): string => (/^(欧阳|上官)/.test(name) ? name.slice(0, 2) : name.slice(0, 1))
