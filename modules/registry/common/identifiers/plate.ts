import { bare, type Checked, faulty } from './checked.ts'
import { plateSigns } from './provinces.ts'

export type PlateKind =
  | 'ordinary'
  | 'new-energy-small'
  | 'new-energy-large'
  | 'learner'
  | 'police'
  | 'trailer'
  | 'hong-kong'
  | 'macao'
  | 'consulate'
  | 'embassy'

export interface PlateParts {
  readonly kind: PlateKind
  /** New-energy plates only: battery alone, or also an engine. */
  readonly isBatteryOnly: boolean | null
}

const endings = {
  学: 'learner',
  警: 'police',
  挂: 'trailer',
  港: 'hong-kong',
  澳: 'macao',
  领: 'consulate',
  使: 'embassy',
} as const satisfies Readonly<Record<string, PlateKind>>

// GA 36: D, A, B, C, E run on batteries alone; F, G, H, J, K have an engine too.
const batteryOnly = 'DABCE'
const energyLetters = 'DABCEFGHJK'

/** GA 36: seven characters; new-energy plates have eight; some endings are words. */
export function checkPlate(text: string): Checked<PlateParts> {
  const plate = bare(text)
  if (plate === '') return faulty('empty')
  const characters = [...plate]
  const [sign = '', office = '', ...rest] = characters
  if (sign === '使') return checkEmbassy(plate, characters)
  if (!plateSigns.has(sign)) return faulty('plate-province', 1, { found: sign })
  if (!/^[A-HJ-Z]$/.test(office) && office !== 'O') return faulty('plate-office', 2, { found: office })
  const tail = rest.join('')
  const confused = rest.findIndex(character => character === 'I' || character === 'O')
  if (confused >= 0) return faulty('plate-i-o', confused + 3, { found: rest[confused] ?? '' })
  if (characters.length === 8) return checkNewEnergy(plate, tail)
  if (characters.length !== 7) return faulty('plate-length', null, { found: characters.length })
  const ending = endings[rest[4] as keyof typeof endings]
  const body = ending ? tail.slice(0, 4) : tail
  const strange = [...body].findIndex(character => !/^[0-9A-HJ-NP-Z]$/.test(character))
  if (strange >= 0) return faulty('character', strange + 3, { found: [...body][strange] ?? '' })
  if ((body.match(/[A-Z]/g) ?? []).length > 3) return faulty('plate-form', 3, { found: body })
  return { ok: true, value: plate, kind: ending ?? 'ordinary', isBatteryOnly: null }
}

function checkNewEnergy(plate: string, tail: string): Checked<PlateParts> {
  const small = new RegExp(`^([${energyLetters}])[0-9A-HJ-NP-Z]\\d{4}$`).exec(tail)
  const large = new RegExp(`^\\d{5}([${energyLetters}])$`).exec(tail)
  const letter = small?.[1] ?? large?.[1]
  if (letter === undefined) return faulty('plate-energy', 3, { found: tail })
  const kind = small ? 'new-energy-small' : 'new-energy-large'
  return { ok: true, value: plate, kind, isBatteryOnly: batteryOnly.includes(letter) }
}

function checkEmbassy(plate: string, characters: readonly string[]): Checked<PlateParts> {
  if (characters.length !== 7) return faulty('plate-length', null, { found: characters.length })
  const strange = characters.slice(1).findIndex(character => !/^\d$/.test(character))
  if (strange >= 0) return faulty('character', strange + 2, { found: characters[strange + 1] ?? '' })
  return { ok: true, value: plate, kind: 'embassy', isBatteryOnly: null }
}
