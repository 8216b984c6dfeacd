import { createHmac } from 'node:crypto'
import { type RingSource, ringOf } from './keys.ts'

/**
 * Finds equal secrets without keeping them: the same text gives the same bytes, and without the key nobody can try out
 * numbers. `about` keeps indexes of different fields apart.
 */
export interface BlindIndex {
  /** Which key `of` uses now; kept beside what it made. */
  readonly keyId: string
  /** To be kept. */
  of(about: string, text: string): Buffer
  /** To look up by: made with every key, so that rows are found before, while and after an index is made anew. */
  all(about: string, text: string): Buffer[]
}

export function createBlindIndex(source: RingSource): BlindIndex {
  const made = (key: Uint8Array, about: string, text: string) =>
    createHmac('sha256', key).update(`${about}\n${text}`).digest()
  return {
    get keyId() {
      return ringOf(source).current
    },
    of(about, text) {
      const { current, keys } = ringOf(source)
      return made(keys[current]!, about, text)
    },
    all: (about, text) => Object.values(ringOf(source).keys).map(key => made(key, about, text)),
  }
}
