/** What lies in a vault, by what it is. Everything of one kind has an id of its own. */
export type Kind = 'answer' | 'stock' | 'item' | 'photo' | 'bytes' | 'draft'

/** A value to be kept (JSON, or bytes), or null to be removed. */
export interface VaultChange {
  readonly kind: Kind
  readonly id: string
  readonly value: object | ArrayBuffer | null
}

/** What one person keeps on this phone. Changes handed over together are written together or not at all. */
export interface Vault {
  readonly personId: string
  /** False where the browser keeps nothing (a private window, no TLS): then it lives as long as its page. */
  readonly isLasting: boolean
  read(kind: Kind, id: string): Promise<unknown>
  readAll(kind: Kind): Promise<ReadonlyMap<string, unknown>>
  ids(kind: Kind): Promise<readonly string[]>
  write(changes: readonly VaultChange[]): Promise<void>
}

/** The phone has no room left. Nothing that was there is lost, and what was to be written is not. */
export class PhoneFull extends Error {
  constructor(cause?: unknown) {
    super('the phone has no room left', { cause })
  }
}

/** Keeps nothing beyond the page. */
export function memoryVault(personId: string): Vault {
  const things = new Map<string, unknown>()
  const keyOf = (kind: Kind, id: string) => `${kind}/${id}`
  const idsOf = (kind: Kind) =>
    [...things.keys()].filter(key => key.startsWith(`${kind}/`)).map(key => key.slice(kind.length + 1))
  return {
    personId,
    isLasting: false,
    read: async (kind, id) => things.get(keyOf(kind, id)),
    readAll: async kind => new Map(idsOf(kind).map(id => [id, things.get(keyOf(kind, id))])),
    ids: async kind => idsOf(kind),
    async write(changes) {
      for (const { kind, id, value } of changes) {
        if (value === null) things.delete(keyOf(kind, id))
        else things.set(keyOf(kind, id), value)
      }
    },
  }
}
