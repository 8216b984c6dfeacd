import type { Client } from '../../contract/common/client.ts'
import { isRefusal, type Refusal } from '../../kernel/common/refusal.ts'
import { keyFrom } from './sealing.ts'
import type { SealedStore } from './sealed-store.ts'
import { memoryVault, type Vault } from './vault.ts'

/** How the phone asks the server for its key and tells what became of it: the endpoints of `modules/identity`. */
export interface KeyDoor {
  readonly open: (
    client: Client,
    deviceId: string,
    label: string,
  ) => Promise<{ secret: string; token: string } | Refusal>
  readonly contact: (
    client: Client,
    who: { deviceId: string; personId: string; token: string; wiped: boolean },
  ) => Promise<{ order: 'keep' | 'wipe' } | Refusal>
  readonly signOut: (client: Client) => Promise<unknown>
  /** The command by which pages sign out; the phone does it with or without a network. */
  readonly signOutCommand: string
  /** Codes of refusals: the session ran out; it was ended by somebody; the phone has to forget first. */
  readonly codes: { readonly expired: readonly string[]; readonly ended: readonly string[]; readonly wipeFirst: string }
}

interface Fetching {
  readonly store: SealedStore | null
  readonly keyDoor: KeyDoor
  readonly client: Client
  /** What of this person lies here from a key that was thrown away has to go before a new one is given. */
  readonly wipe: (personId: string) => Promise<unknown>
}

/** The vault of whoever has just signed in: by their key from the server, or for as long as the page where there is none. */
export async function fetchVault(personId: string, { store, keyDoor, client, wipe }: Fetching): Promise<Vault> {
  if (!store) return memoryVault(personId)
  const { deviceId } = await store.facts()
  try {
    let opened = await keyDoor.open(client, deviceId, deviceLabel())
    if (isRefusal(opened) && opened.code === keyDoor.codes.wipeFirst) {
      await wipe(personId)
      opened = await keyDoor.open(client, deviceId, deviceLabel())
    }
    if (isRefusal(opened)) return memoryVault(personId)
    const { secret, token } = opened
    const open = { personId, key: await keyFrom(secret, deviceId, personId) }
    await store.useKey(open)
    await store.changeFacts(facts => ({
      ...facts,
      tokens: { ...facts.tokens, [personId]: token },
      toAskFor: facts.toAskFor.filter(one => one !== personId),
    }))
    void navigator.storage?.persist?.().catch(() => false)
    return store.vault(open)
  } catch {
    // Signed in a moment ago and out of reach now: kept as long as the page, and asked again at the next sign-in.
    return memoryVault(personId)
  }
}

/** What the administrator reads of a phone: its browser and system, as short as it says it itself. */
function deviceLabel(): string {
  const system = /\(([^)]*)\)/.exec(navigator.userAgent)?.[1] ?? ''
  return (system || 'phone').replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, '').slice(0, 100)
}
