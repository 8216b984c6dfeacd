import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { newId } from '../../kernel/ui/new-id.ts'
import { type Sealed, seal, unseal } from './sealing.ts'
import { type Kind, PhoneFull, type Vault, type VaultChange } from './vault.ts'

/** Whose data can be read on this phone now. The key itself can be used and not read. */
export interface OpenKey {
  readonly personId: string
  readonly key: CryptoKey
}

/** What the phone knows of itself without any key: nothing about anybody but ids. */
export interface PhoneFacts {
  readonly deviceId: string
  /** By person: what this phone shows when it has no session any more. */
  readonly tokens: Readonly<Record<string, string>>
  /** By person: when their key was last in use here. */
  readonly seenAt: Readonly<Record<string, number>>
  /** Somebody signed out with no line; the session is ended at the next contact. */
  readonly owesSignOut: boolean
  /** Whose session was ended by somebody: whether to forget everything is still to be asked. */
  readonly toAskFor: readonly string[]
}

interface Store extends DBSchema {
  sealed: { key: string; value: Sealed & { readonly key: string } }
  keys: { key: string; value: OpenKey }
  facts: { key: string; value: PhoneFacts }
}

/** Grows when the stores themselves change; what lies in them has versions of its own (`common/stored.ts`). */
const storeVersion = 2
const factsKey = 'phone'

const freshFacts = (): PhoneFacts => ({ deviceId: newId(), tokens: {}, seenAt: {}, owesSignOut: false, toAskFor: [] })
const prefixOf = (personId: string, kind?: Kind) => `${personId}/${kind === undefined ? '' : `${kind}/`}`
const range = (prefix: string) => IDBKeyRange.bound(prefix, `${prefix}\uffff`)

/** The phone's own database. Whatever concerns a person lies in it sealed. */
export class SealedStore {
  readonly #db: IDBPDatabase<Store>
  /** Grows when keys are put away: what was opened before is then closed. */
  #times = 0

  private constructor(db: IDBPDatabase<Store>) {
    this.#db = db
  }

  /** Null where the browser keeps nothing or cannot encrypt: then nothing is kept, rather than kept in the open. */
  static async open(name = 'wangge-field'): Promise<SealedStore | null> {
    if (typeof indexedDB === 'undefined' || globalThis.crypto?.subtle === undefined) return null
    try {
      const db = await openDB<Store>(name, storeVersion, {
        upgrade(database, before) {
          if (before >= storeVersion) return
          for (const old of [...database.objectStoreNames]) database.deleteObjectStore(old)
          database.createObjectStore('sealed', { keyPath: 'key' })
          database.createObjectStore('keys', { keyPath: 'personId' })
          database.createObjectStore('facts')
        },
        blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
      })
      return new SealedStore(db)
    } catch {
      return null
    }
  }

  close(): void {
    this.#db.close()
  }

  async facts(): Promise<PhoneFacts> {
    return (await this.#db.get('facts', factsKey)) ?? this.changeFacts(facts => facts)
  }

  /** Read and written in one go: two changes at a time do not lose one another. */
  async changeFacts(change: (facts: PhoneFacts) => PhoneFacts): Promise<PhoneFacts> {
    const transaction = this.#db.transaction('facts', 'readwrite')
    const next = change((await transaction.store.get(factsKey)) ?? freshFacts())
    await transaction.store.put(next, factsKey)
    await transaction.done
    return next
  }

  /** Whose key is in use here, if anybody's. */
  async openKey(): Promise<OpenKey | undefined> {
    return (await this.#db.getAll('keys'))[0]
  }

  /** One person at a time: whoever was here before can no longer be read. */
  async useKey(open: OpenKey): Promise<void> {
    this.#times += 1
    const transaction = this.#db.transaction('keys', 'readwrite')
    await transaction.store.clear()
    await transaction.store.put(open)
    await transaction.done
  }

  async forgetKeys(): Promise<void> {
    this.#times += 1
    await this.#db.clear('keys')
  }

  /** Removes what a person keeps here: some kinds of it, or everything. */
  async remove(personId: string, kinds?: readonly Kind[]): Promise<void> {
    const prefixes = kinds ? kinds.map(kind => prefixOf(personId, kind)) : [prefixOf(personId)]
    const transaction = this.#db.transaction('sealed', 'readwrite')
    for (const prefix of prefixes) await transaction.store.delete(range(prefix))
    await transaction.done
  }

  vault({ personId, key }: OpenKey): Vault {
    const db = this.#db
    const times = this.#times
    const keyOf = (kind: Kind, id: string) => prefixOf(personId, kind) + id
    const idsOf = async (kind: Kind) => {
      const prefix = prefixOf(personId, kind)
      return (await db.getAllKeys('sealed', range(prefix))).map(one => one.slice(prefix.length))
    }
    // What cannot be opened was damaged or put there by somebody else: as good as absent.
    const opened = (about: string, sealed: Sealed) => unseal(key, about, sealed).catch(() => undefined)
    return {
      personId,
      isLasting: true,
      async read(kind, id) {
        const about = keyOf(kind, id)
        const sealed = await db.get('sealed', about)
        return sealed === undefined ? undefined : opened(about, sealed)
      },
      async readAll(kind) {
        const prefix = prefixOf(personId, kind)
        const rows = await db.getAll('sealed', range(prefix))
        const values = await Promise.all(
          rows.map(async row => [row.key.slice(prefix.length), await opened(row.key, row)] as const),
        )
        return new Map(values.filter(([, value]) => value !== undefined))
      },
      ids: idsOf,
      write: changes => writeAll(db, key, keyOf, changes, () => this.#times === times),
    }
  }
}

/** Only here to be read, and fetched again at the next sign-in. */
const isToRead = (kind: Kind) => kind === 'answer' || kind === 'stock'

/**
 * Sealed first, then written in one go: a transaction does not wait for the cipher. What was put away while the cipher
 * worked takes in nothing to read any more, or it would lie there after everything was removed.
 */
async function writeAll(
  db: IDBPDatabase<Store>,
  key: CryptoKey,
  keyOf: (kind: Kind, id: string) => string,
  changes: readonly VaultChange[],
  isOpen: () => boolean,
): Promise<void> {
  const rows = await Promise.all(
    changes.map(async ({ kind, id, value }) => {
      const about = keyOf(kind, id)
      return { kind, about, row: value === null ? null : { key: about, ...(await seal(key, about, value)) } }
    }),
  )
  try {
    const transaction = db.transaction('sealed', 'readwrite', { durability: 'strict' })
    const done = transaction.done
    await Promise.all([
      ...rows
        .filter(({ kind }) => isOpen() || !isToRead(kind))
        .map(({ about, row }) => (row === null ? transaction.store.delete(about) : transaction.store.put(row))),
      done,
    ])
  } catch (trouble) {
    if (isFull(trouble)) throw new PhoneFull(trouble)
    throw trouble
  }
}

function isFull(trouble: unknown): boolean {
  return trouble instanceof DOMException && (trouble.name === 'QuotaExceededError' || trouble.name === 'AbortError')
}
