import type { Client } from '../../contract/common/client.ts'
import type { Catalogue } from '../../i18n/common/translate.ts'
import type { Instant } from '../../kernel/common/instant.ts'
import type { Refusal } from '../../kernel/common/refusal.ts'
import type { DayItem } from '../common/day.ts'
import type { OutboxItem } from '../common/outbox.ts'
import type { Steps } from '../common/stored.ts'

/**
 * The door through which a module works without a network. A module's `field/offline.ts` makes one of these, and
 * `apps/field/offline-modules.ts` lists it. What is not named here needs the network and says so.
 */
export interface OfflineModule {
  readonly name: string
  /** Words for the outbox: `outbox.<command>` says what each command is. */
  readonly messages: Catalogue
  /** Which answers of the server may lie on the phone. */
  readonly answers: readonly KeptAnswer[]
  /** Which commands may wait until there is a network. */
  readonly commands: readonly WaitingCommand[]
  /** Fetches what the shift needs before it is needed. Called at each contact, not more than every few minutes. */
  readonly stock?: (world: StockWorld) => Promise<void>
  /** An answer as it will be once what waits has arrived: so that one sees at once what one did. */
  readonly overlay?: (asked: AskedAnswer, waiting: readonly OutboxItem[], kept: ReadKept) => Promise<unknown>
  /** Questions that the phone can answer by itself when the server is out of reach; undefined when it cannot. */
  readonly computes?: Readonly<Record<string, (input: never, kept: ReadKept) => Promise<unknown>>>
  /** Where its things are, by their kind, as far as the phone knows: for the list of the day and its map. */
  readonly places?: Readonly<Record<string, (id: string, kept: ReadKept) => Promise<KnownPlace | null>>>
  /** What this module has for me to do today, out of what the phone knows. */
  readonly day?: (kept: ReadKept, me: OnPhone) => Promise<readonly DayItem[]>
}

export interface KnownPlace {
  readonly point: { readonly lon: number; readonly lat: number } | null
  readonly address: string | null
}

export interface KeptAnswer {
  /** The query's name. */
  readonly query: string
  /** Grows when the answer changes its shape; `steps` brings up what older apps kept. */
  readonly version: number
  readonly steps?: Steps
  /** How long it may lie there. The least that the shift needs: it is fetched anew at each contact. */
  readonly hours: number
}

export interface WaitingCommand {
  readonly command: string
  /** What it is about: what is about the same thing is sent in the order in which it was done. */
  readonly subject: (input: never) => string
  /** The ids of its photos, which the phone made. */
  readonly photos?: (input: never) => readonly string[]
  /** Where the thing is opened. */
  readonly path?: (input: never) => string | null
  /** Nobody needs to see it wait, such as that notices were read. */
  readonly isQuiet?: true
  /** The rules of the server, on the phone: why it cannot be, as far as the phone knows. */
  readonly decide?: (input: never, kept: ReadKept, now: Instant) => Promise<Refusal | null>
  /** After a refusal: the same done to what the thing is now, or null when that makes no sense. */
  readonly renewed?: (input: never, refusal: Refusal) => object | null
  /** Added when it leaves, such as the phone's time at that moment; never part of what makes a repeat the same. */
  readonly atSending?: (input: never, now: Instant) => object
  /** By protocol: brings up the input of a command that an older app made. */
  readonly steps?: Steps
}

export interface AskedAnswer {
  readonly query: string
  readonly input: object
  readonly answer: unknown
}

/** The answer that lies on the phone, or undefined. */
export type ReadKept = (query: string, input: object) => Promise<unknown>

/** Who works at this phone, in which post. */
export interface OnPhone {
  readonly personId: string
  readonly personName: string
  readonly postId: string | null
  readonly gridPath: string | null
  readonly permissions: readonly string[]
}

export interface StockWorld {
  /** Asks the server; answers named in `answers` are kept by themselves. A command where the asking is on record. */
  readonly client: Pick<Client, 'query' | 'command'>
  readonly me: OnPhone
  readonly kept: ReadKept
  /** Keeps an answer that came as part of another. */
  readonly keep: (query: string, input: object, answer: object) => Promise<void>
  /** Removes kept answers of a query except these inputs: what the shift needs no more. */
  readonly keepOnly: (query: string, inputs: readonly object[]) => Promise<void>
  /** Fetches bytes, such as a cut of the map; null when the server does not give them. */
  readonly bytes: (path: string) => Promise<ArrayBuffer | null>
  readonly keepBytes: (name: string, bytes: ArrayBuffer | null) => Promise<void>
  readonly keptBytes: (name: string) => Promise<ArrayBuffer | null>
  /** Names of all bytes that are kept. */
  readonly keptNames: () => Promise<readonly string[]>
}
