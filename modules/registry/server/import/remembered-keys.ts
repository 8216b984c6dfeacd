import type { BlindIndex } from '#platform/crypto/server/index.ts'
import type { SheetPerson } from '../../common/sheets/index.ts'
import { rowKey } from '../../common/sheets/index.ts'

/** What imports remember by a keyed hash; what was hashed lies sealed beside it, so that a change of key can hash it anew. */
export const aboutRow = 'registry import row'
export const aboutHeading = 'registry sheet heading'
export const aboutMark = (id: string) => `registry.import mark ${id}`
export const aboutMapping = (id: string) => `registry.import mapping ${id}`

/** What is hashed, with the hash to be kept and those to look up by: made with every key there is. */
export interface Hashed {
  readonly plain: string
  readonly key: Buffer
  readonly keys: readonly Buffer[]
}

export const hashed = (index: BlindIndex, about: string, plain: string): Hashed => ({
  ...{ plain, key: index.of(about, plain), keys: index.all(about, plain) },
})

export const hashedRow = (index: BlindIndex, person: SheetPerson) => hashed(index, aboutRow, rowKey(person))
