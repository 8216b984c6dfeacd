import { type Client, createClient } from '../../contract/common/client.ts'
import { instantOf } from '../../kernel/common/instant.ts'
import { isRefusal, type Refusal } from '../../kernel/common/refusal.ts'
import { newId } from '../../kernel/ui/new-id.ts'
import { signedOutNews } from '../../ui/ui/client.tsx'
import type { DayItem } from '../common/day.ts'
import { countOutbox, emptyOutbox, type Outbox } from '../common/outbox.ts'
import { offlineProtocol } from '../common/protocol.ts'
import { Drafts } from './drafts.ts'
import { KeptAnswers } from './kept-answers.ts'
import type { KnownPlace, OfflineModule, OnPhone } from './offline-module.ts'
import { OutboxEngine } from './outbox-engine.ts'
import { phoneClient } from './phone-client.ts'
import { keyFrom } from './sealing.ts'
import { type PhoneFacts, SealedStore } from './sealed-store.ts'
import { sendCommand, sendPiece } from './sending.ts'
import { Stock } from './stock.ts'
import { memoryVault, PhoneFull, type Vault } from './vault.ts'

/** `up`: the server answers. `down`: it was not reached. `over`: it asks to sign in again; what is here stays usable. */
export type LineState = 'up' | 'down' | 'over'

export interface PhoneState {
  readonly line: LineState
  /** When the server was heard last, by the phone's clock. */
  readonly heardAt: number | null
  /** False where the browser keeps nothing: what is not sent is lost with the page. */
  readonly isLasting: boolean
}

export type Performed =
  | { readonly kind: 'sent'; readonly answer: unknown }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** On this phone, and sent by itself when there is a network. */
  | { readonly kind: 'kept' }
  /** Neither sent nor kept: there is no room, and only the page has it. */
  | { readonly kind: 'full' }

export interface Performing {
  readonly command: string
  readonly input: object
  /** What the outbox says it is. */
  readonly title: string
  /** Photos that lie on the phone under these ids. */
  readonly photos?: readonly { readonly id: string; readonly bytes: number; readonly takenAt: string }[]
  readonly requestId?: string
  /** How long the page waits for the answer before it says "kept". */
  readonly patience?: number
}

const usualPatience = 6_000
/** Locked things of somebody who did not come back are removed after so long. */
const lockedDays = 30

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

export interface PhoneOptions {
  readonly modules: readonly OfflineModule[]
  readonly keyDoor: KeyDoor
  /** Asked for by the query with this name: who is signed in. */
  readonly whoIs: string
  readonly locale?: () => string
}

/** This phone: what it keeps, what waits on it, and how it speaks with the server. */
export class Phone {
  readonly client: Client
  readonly #options: PhoneOptions
  readonly #store: SealedStore | null
  readonly #listeners = new Set<() => void>()
  readonly #changed = new Set<() => void>()
  #state: PhoneState
  #vault: Vault | null = null
  #answers: KeptAnswers | null = null
  #engine: OutboxEngine | null = null
  #drafts: Drafts | null = null
  #stock: Stock | null = null
  #me: OnPhone | null = null
  #opening: Promise<void> = Promise.resolve()
  /** Somebody signed out with no line: their session is ended before anything else is asked. */
  #owed: Promise<boolean> | null = null
  /** Here without a session, and not yet heard whether that means to forget everything. */
  #isOrderOpen = false
  #asking: Promise<void> = Promise.resolve()

  private constructor(options: PhoneOptions, store: SealedStore | null) {
    this.#options = options
    this.#store = store
    this.#state = { line: 'up', heardAt: null, isLasting: store !== null }
    const base = this.#plainClient()
    this.client = phoneClient({
      base: {
        ...base,
        command: ((name: string, input: never, how) =>
          name === options.keyDoor.signOutCommand
            ? this.signOut().then(() => ({}))
            : base.command(name, input, how)) as Client['command'],
      },
      modules: options.modules,
      answers: () => this.#answers,
      waiting: () => this.outbox().items.filter(({ state }) => state === 'waiting' || state === 'sending'),
      whenOver: (query, code) => this.#whenOver(query, code),
      onRenewed: () => this.#tellChanged(),
      onAnswered: query => {
        if (query === options.whoIs) this.#patch({ line: 'up' })
      },
    })
  }

  /** Opens the phone as it was left: whoever was signed in is read without a network. */
  static async start(options: PhoneOptions): Promise<Phone> {
    const store = await SealedStore.open()
    const phone = new Phone(options, store)
    const facts = await store?.facts()
    if (facts?.owesSignOut) phone.#owed = Promise.resolve(false)
    const open = await store?.openKey()
    // Their session was ended by somebody, and the app was closed before it had put everything away: it does so now.
    if (open && facts?.toAskFor.includes(open.personId)) await phone.#lock(open.personId)
    else if (store && open) await phone.#become(store.vault(open))
    void phone.#removeForgotten()
    void phone.#askOrders()
    return phone
  }

  get state(): PhoneState {
    return this.#state
  }
  get drafts(): Drafts {
    if (!this.#drafts) throw new Error('drafts are for pages behind the sign-in')
    return this.#drafts
  }
  get vault(): Vault {
    if (!this.#vault) throw new Error('the vault is for pages behind the sign-in')
    return this.#vault
  }
  get stock(): Stock {
    if (!this.#stock) throw new Error('the stock is for pages behind the sign-in')
    return this.#stock
  }

  /** Where a thing is, as far as the phone knows. */
  async placeOf(kind: string, id: string): Promise<KnownPlace | null> {
    const find = this.#options.modules.map(({ places }) => places?.[kind]).find(one => one !== undefined)
    const kept = this.#answers
    return find && kept ? find(id, kept.read).catch(() => null) : null
  }

  /** What modules have for me today besides what waits in the inbox. */
  async ownDay(): Promise<readonly DayItem[]> {
    const [kept, me] = [this.#answers, this.#me]
    if (!kept || !me) return []
    const days = await Promise.all(this.#options.modules.map(async ({ day }) => (await day?.(kept.read, me)) ?? []))
    return days.flat()
  }

  /** Bytes of the stock, or null: nobody is here, or there are none. */
  async stockBytes(name: string): Promise<ArrayBuffer | null> {
    return (await this.#stock?.keptBytes(name)) ?? null
  }

  readonly outbox = (): Outbox => this.#engine?.snapshot() ?? emptyOutbox
  readonly stateNow = (): PhoneState => this.#state

  /** Told when the outbox or the state changed. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Told when what pages show may have changed: something was done here, arrived, or came late. */
  onChanged(listener: () => void): () => void {
    this.#changed.add(listener)
    return () => void this.#changed.delete(listener)
  }

  /** Whoever is signed in now. Their key is fetched once; without a network it is the one from before. */
  signedIn(me: OnPhone, answer: object): Promise<void> {
    const opened = this.#opening.then(() => this.#signedIn(me, answer))
    this.#opening = opened.catch(() => {})
    return opened
  }

  async #signedIn(me: OnPhone, answer: object): Promise<void> {
    if (this.#isOrderOpen) await this.#askOrders()
    if (this.#vault?.personId !== me.personId || !this.#vault.isLasting)
      await this.#become(await this.#vaultFor(me.personId))
    if (this.#state.line === 'up') {
      await this.#answers!.keep(this.#options.whoIs, {}, answer).catch(() => {})
      await this.#engine!.wake('sign-in')
    }
    this.#me = me
    this.#stock!.forWhom(me)
    await this.#store?.changeFacts(facts => ({ ...facts, seenAt: { ...facts.seenAt, [me.personId]: Date.now() } }))
    this.#tell()
  }

  async #vaultFor(personId: string): Promise<Vault> {
    const store = this.#store
    if (!store) return memoryVault(personId)
    const { deviceId } = await store.facts()
    try {
      let opened = await this.#options.keyDoor.open(this.#plainClient(), deviceId, deviceLabel())
      if (isRefusal(opened) && opened.code === this.#options.keyDoor.codes.wipeFirst) {
        await this.#wipe(personId)
        opened = await this.#options.keyDoor.open(this.#plainClient(), deviceId, deviceLabel())
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

  async #become(vault: Vault): Promise<void> {
    await this.#engine?.close()
    const { modules } = this.#options
    this.#vault = vault
    this.#answers = new KeptAnswers(vault, [
      { query: this.#options.whoIs, version: 1, hours: 24 * 14 },
      ...modules.flatMap(({ answers }) => answers),
    ])
    await this.#answers.sweep().catch(() => {})
    this.#drafts = await Drafts.open(vault)
    const line = this.#line()
    this.#engine = await OutboxEngine.open({
      vault,
      commands: modules.flatMap(({ commands }) => commands),
      command: async item => {
        const input = this.#rule(item.command).atSending?.(item.input as never, instantOf(Date.now())) ?? item.input
        const answered = await sendCommand(line, { ...item, input })
        this.#heardOver(answered.answer)
        return answered
      },
      photo: async photo => {
        const arrived = await sendPiece(line, vault, photo)
        this.#heardOver(arrived)
        return arrived
      },
      chance: Math.random,
      onEvent: event => {
        this.#tell()
        if (event.type === 'added' || event.type === 'done' || event.type === 'dropped' || event.type === 'refused') {
          this.#tellChanged()
        }
      },
    })
    this.#stock = new Stock({ vault, answers: this.#answers, client: this.client, modules, fetch: line.fetch })
    this.#stock.subscribe(() => this.#tellChanged())
    this.#patch({ isLasting: vault.isLasting })
    await this.#removeOrphans(vault)
    this.#engine.run()
  }

  /** Does it here at once and sends it when it can be sent; waits a moment for the answer, for a page that can show it. */
  async perform({
    command,
    input,
    title,
    photos = [],
    requestId = newId(),
    patience = usualPatience,
  }: Performing): Promise<Performed> {
    const engine = this.#engine
    if (!engine) throw new Error('commands are for pages behind the sign-in')
    const rule = this.#rule(command)
    const no = (await rule.decide?.(input as never, this.#answers!.read, instantOf(Date.now()))) ?? null
    if (no) return { kind: 'refused', refusal: no }
    const item = {
      ...{ id: requestId, personId: this.vault.personId, command, input, title },
      ...{ subject: rule.subject(input as never), madeAt: instantOf(Date.now()), release: offlineProtocol.now },
    }
    try {
      await engine.add(item, photos)
    } catch (trouble) {
      if (trouble instanceof PhoneFull) return { kind: 'full' }
      throw trouble
    }
    return patience > 0 ? this.#outcome(engine, requestId, patience) : { kind: 'kept' }
  }

  #outcome(engine: OutboxEngine, id: string, patience: number): Promise<Performed> {
    return new Promise(resolve => {
      const timer = setTimeout(() => finish({ kind: 'kept' }), patience)
      const stop = engine.subscribe(() => look())
      function finish(performed: Performed) {
        clearTimeout(timer)
        stop()
        resolve(performed)
      }
      function look() {
        const outbox = engine.snapshot()
        const item = outbox.items.find(one => one.id === id)
        if (item?.state === 'done') return finish({ kind: 'sent', answer: item.answer })
        if (item?.state === 'refused' && item.refusal) {
          const { refusal } = item
          // The page shows it beside what was written, and the person corrects it there.
          void engine.write({ type: 'dropped', id, keepsBytes: true }).then(() => finish({ kind: 'refused', refusal }))
          stop()
          return
        }
        if (item?.state === 'needs-you' || outbox.linePause !== null || item?.pause) finish({ kind: 'kept' })
      }
      look()
    })
  }

  async tryAgain(id: string): Promise<void> {
    await this.#engine?.write({ type: 'tried-again', id })
    this.#engine?.run()
  }

  /** The same done to what the thing is now, where that makes sense. */
  renewedInput(id: string): object | null {
    const item = this.outbox().items.find(one => one.id === id)
    return item?.refusal ? (this.#rule(item.command).renewed?.(item.input as never, item.refusal) ?? null) : null
  }

  async renew(id: string): Promise<void> {
    const input = this.renewedInput(id)
    if (!input) return
    await this.#engine?.write({ type: 'renewed', id, as: newId(), input })
    this.#engine?.run()
  }

  async drop(id: string): Promise<void> {
    await this.#engine?.write({ type: 'dropped', id })
  }

  /** Looked at again, or the browser says that the network is back: both may be wrong, and trying costs little. */
  look(): void {
    if (this.#isOrderOpen) void this.#askOrders()
    void this.#engine?.wake('look')
    void this.#stock?.freshen()
  }

  waitingCount() {
    const shown = this.outbox().items.filter(({ command }) => !this.#rule(command).isQuiet)
    return countOutbox({ ...emptyOutbox, items: shown })
  }

  pathOf(id: string): string | null {
    const item = this.outbox().items.find(one => one.id === id)
    return item ? (this.#rule(item.command).path?.(item.input as never) ?? null) : null
  }

  isQuiet(command: string): boolean {
    return this.#rule(command).isQuiet === true
  }

  get modules(): readonly OfflineModule[] {
    return this.#options.modules
  }

  /** Signing out, with or without a network: what is here cannot be read until the same person comes back. */
  async signOut(): Promise<void> {
    const isLeft = await this.#options.keyDoor.signOut(this.#plainClient()).then(
      () => true,
      () => false,
    )
    await this.#lock()
    if (isLeft) return
    this.#owed = Promise.resolve(false)
    await this.#store?.changeFacts(facts => ({ ...facts, owesSignOut: true }))
  }

  #rule(command: string) {
    const rule = this.#options.modules.flatMap(({ commands }) => commands).find(one => one.command === command)
    if (!rule) throw new Error(`${command} is in no module's field/offline.ts: it cannot wait`)
    return rule
  }

  #line() {
    return {
      fetch: (path: string, init: RequestInit) => fetch(path, init),
      locale: () => this.#options.locale?.() ?? document.documentElement.lang,
      heard: (reached: boolean) => this.#heard(reached),
    }
  }

  /** Asks the server and nobody else, once nothing is owed any more. */
  #plainClient(): Client {
    return this.#serverClient(async () => {
      if (this.#owed) await this.#payOwed()
    })
  }

  #serverClient(first?: () => Promise<void>): Client {
    return createClient({
      fetch: async (path, { signal, ...init }) => {
        await first?.()
        try {
          const isSignal = signal instanceof AbortSignal
          const response = await fetch(path, { ...init, credentials: 'same-origin', ...(isSignal ? { signal } : {}) })
          this.#heard(true)
          return response
        } catch (trouble) {
          this.#heard(false)
          throw trouble
        }
      },
      newId,
      locale: () => this.#options.locale?.() ?? document.documentElement.lang,
    })
  }

  #heard(reached: boolean): void {
    if (reached && this.#state.line === 'down') this.#engine?.run()
    const line = reached ? (this.#state.line === 'over' ? 'over' : 'up') : 'down'
    this.#patch({ line, heardAt: reached ? Date.now() : this.#state.heardAt })
  }

  #heardOver(answer: unknown): void {
    if (isRefusal(answer) && answer.kind === 'unauthenticated') void this.#whenOver('', answer.code)
  }

  /** Ends the session that was left without a line; true once nothing is owed. One try at a time. */
  #payOwed(): Promise<boolean> {
    const before = this.#owed ?? Promise.resolve(true)
    this.#owed = before.then(async isPaid => {
      if (isPaid) return true
      const isLeft = await this.#options.keyDoor.signOut(this.#serverClient()).then(
        () => true,
        () => false,
      )
      if (isLeft) await this.#store?.changeFacts(facts => ({ ...facts, owesSignOut: false }))
      return isLeft
    })
    return this.#owed
  }

  /**
   * Ran out: the phone goes on with what it has and asks to sign in. Ended by somebody: nothing here can be read.
   * The server says "ended" once, to whichever request comes first, and takes the cookie back with it; that answer may
   * be lost, or belong to something else than this page. So a phone without a session asks with its own token.
   */
  async #whenOver(query: string, code: string): Promise<unknown> {
    const { codes } = this.#options.keyDoor
    if (codes.ended.includes(code)) {
      await this.#endedByOthers()
      return undefined
    }
    if (!codes.expired.includes(code)) return undefined
    if (!this.#vault?.isLasting) {
      document.dispatchEvent(new CustomEvent(signedOutNews))
      return undefined
    }
    const isNews = this.#state.line !== 'over'
    this.#patch({ line: 'over' })
    this.#isOrderOpen ||= isNews
    if (isNews) void this.#askOrders()
    return query === '' ? undefined : this.#answers?.read(query, {})
  }

  /** Noted before anything else: the app may be closed in the middle, and the next start goes on from here. */
  async #endedByOthers(): Promise<void> {
    const personId = this.#vault?.personId
    if (personId) await this.#noteToAskFor(personId)
    await this.#lock(personId)
    document.dispatchEvent(new CustomEvent(signedOutNews))
    await this.#askOrders()
  }

  /** Whether to forget: asked for whoever's session was ended, and for whoever is here without one. */
  #askOrders(): Promise<void> {
    const asked = this.#asking.then(() => this.#askEach())
    this.#asking = asked.catch(() => {})
    return asked
  }

  async #askEach(): Promise<void> {
    const facts = await this.#store?.facts()
    if (!facts) return
    const here = this.#isOrderOpen && this.#vault?.isLasting ? this.#vault.personId : null
    for (const personId of new Set([...facts.toAskFor, ...(here ? [here] : [])])) {
      const order = await this.#orderFor(facts, personId)
      if (order === 'unheard') continue
      if (personId === here) this.#isOrderOpen = false
      if (order === 'wipe') {
        await this.#noteToAskFor(personId)
        if (personId === this.#vault?.personId) await this.#lockAndLeave()
        if (!(await this.#wipe(personId))) continue
      }
      await this.#store?.changeFacts(known => ({
        ...known,
        toAskFor: known.toAskFor.filter(one => one !== personId),
      }))
    }
  }

  async #noteToAskFor(personId: string): Promise<void> {
    await this.#store?.changeFacts(facts => ({ ...facts, toAskFor: [...new Set([...facts.toAskFor, personId])] }))
  }

  /** The pages hear of it, unless the same person has signed in again meanwhile and is to be given a new key. */
  async #lockAndLeave(): Promise<void> {
    const isOver = this.#state.line === 'over'
    await this.#lock()
    if (isOver) document.dispatchEvent(new CustomEvent(signedOutNews))
  }

  async #orderFor({ deviceId, tokens }: PhoneFacts, personId: string): Promise<'keep' | 'wipe' | 'unheard'> {
    const token = tokens[personId]
    if (!token) return 'keep'
    try {
      const who = { deviceId, personId, token, wiped: false }
      const told = await this.#options.keyDoor.contact(this.#plainClient(), who)
      return isRefusal(told) ? 'keep' : told.order
    } catch {
      return 'unheard'
    }
  }

  /** Everything of this person goes; true once the server has heard that it did. */
  async #wipe(personId: string): Promise<boolean> {
    const facts = await this.#store?.facts()
    await this.#store?.remove(personId)
    const token = facts?.tokens[personId]
    if (!facts || !token) return true
    return this.#options.keyDoor
      .contact(this.#plainClient(), { deviceId: facts.deviceId, personId, token, wiped: true })
      .then(
        () => true,
        () => false,
      )
  }

  /** The key goes, and so does what was only here to be read. What was not sent yet waits, sealed, for its person. */
  async #lock(personId = this.#vault?.personId): Promise<void> {
    const engine = this.#engine
    this.#vault = null
    this.#answers = null
    this.#engine = null
    this.#drafts = null
    this.#stock = null
    await engine?.close()
    await this.#store?.forgetKeys()
    if (personId) await this.#store?.remove(personId, ['answer', 'stock'])
    this.#patch({ line: 'up' })
  }

  async #removeForgotten(): Promise<void> {
    const facts = await this.#store?.facts()
    for (const [personId, seenAt] of Object.entries(facts?.seenAt ?? {})) {
      if (Date.now() - seenAt > lockedDays * 86_400_000) await this.#store?.remove(personId)
    }
  }

  /** Photos of forms that were never sent and of drafts that are gone. */
  async #removeOrphans(vault: Vault): Promise<void> {
    const used = new Set([...this.outbox().photos.map(({ id }) => id), ...this.drafts.photoIds()])
    const orphans = (await vault.ids('bytes')).filter(id => !used.has(id))
    await vault.write(orphans.map(id => ({ kind: 'bytes', id, value: null }))).catch(() => {})
  }

  #patch(part: Partial<PhoneState>): void {
    const next = { ...this.#state, ...part }
    const isSame = next.line === this.#state.line && next.isLasting === this.#state.isLasting
    this.#state = next
    if (!isSame) this.#tell()
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener()
  }

  #tellChanged(): void {
    for (const listener of [...this.#changed]) listener()
  }
}

/** What the administrator reads of a phone: its browser and system, as short as it says it itself. */
function deviceLabel(): string {
  const system = /\(([^)]*)\)/.exec(navigator.userAgent)?.[1] ?? ''
  return (system || 'phone').replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, '').slice(0, 100)
}
