import { newKey, rereadKeyFile, writeKeyFile } from './key-file.ts'
import { type KeyRing, type Keys, ringOf } from './keys.ts'

/** The keys while the program runs: they can be replaced without a restart. */
export interface KeyHouse {
  /** The ring that seals; asked for each time, since it may have grown. */
  readonly sealing: () => KeyRing
  readonly index: () => KeyRing
  readonly lasting: Uint8Array
  /** Adds a key and works with it from now on; what the others made stays readable. Answers with its name. */
  add(ring: 'sealing' | 'index'): Promise<string>
  /** Takes out every key of a ring but the current one: only after nothing made with them is left. */
  dropOthers(ring: 'sealing' | 'index'): Promise<readonly string[]>
  /** Reads what another process may have added. */
  refresh(): void
}

/** Keys in memory that are written to their file when they change. */
export class KeyKeeper implements KeyHouse {
  #keys: Keys
  readonly #write: (keys: Keys) => Promise<void>
  readonly #read: () => Keys

  private constructor(keys: Keys, write: (keys: Keys) => Promise<void>, read: () => Keys) {
    this.#keys = keys
    this.#write = write
    this.#read = read
  }

  static ofFile(path: string, keys: Keys): KeyKeeper {
    return new KeyKeeper(
      keys,
      changed => writeKeyFile(path, changed),
      () => rereadKeyFile(path),
    )
  }

  /** For tests and for the town's loader, which has no file: what is added is in memory only. */
  static inMemory(keys: Keys): KeyKeeper {
    let kept = keys
    return new KeyKeeper(
      keys,
      async changed => {
        kept = changed
      },
      () => kept,
    )
  }

  readonly sealing = (): KeyRing => this.#keys
  readonly index = (): KeyRing => this.#keys.index
  get lasting(): Uint8Array {
    return this.#keys.lasting
  }

  async add(ring: 'sealing' | 'index'): Promise<string> {
    const { id, key } = newKey(ring === 'sealing' ? 'k' : 'i')
    await this.#change(ring, old => ({ current: id, keys: { ...old.keys, [id]: key } }))
    return id
  }

  async dropOthers(ring: 'sealing' | 'index'): Promise<readonly string[]> {
    const { current, keys } = ringOf(ring === 'sealing' ? this.sealing : this.index)
    await this.#change(ring, old => ({ current: old.current, keys: { [old.current]: old.keys[old.current]! } }))
    return Object.keys(keys).filter(id => id !== current)
  }

  refresh(): void {
    this.#keys = this.#read()
  }

  async #change(ring: 'sealing' | 'index', make: (old: KeyRing) => KeyRing): Promise<void> {
    this.refresh()
    const { index, lasting, ...sealing } = this.#keys
    const keys = ring === 'sealing' ? { ...make(sealing), index, lasting } : { ...sealing, index: make(index), lasting }
    await this.#write(keys)
    this.#keys = keys
  }
}

/** Keys that nobody changes, for tests. */
export const fixedKeys = (keys: Keys): KeyHouse => KeyKeeper.inMemory(keys)
