import type { Client } from '../../contract/common/client.ts'
import { instantOf } from '../../kernel/common/instant.ts'
import { isRefusal } from '../../kernel/common/refusal.ts'
import { newId } from '../../kernel/ui/new-id.ts'
import { signedOutNews } from '../../ui/ui/client.tsx'
import type { DayItem } from '../common/day.ts'
import { countOutbox, emptyOutbox, type Outbox } from '../common/outbox.ts'
import { offlineProtocol } from '../common/protocol.ts'
import type { Drafts } from './drafts.ts'
import { Forgetting } from './forgetting.ts'
import { fetchVault, type KeyDoor } from './key-door.ts'
import type { KnownPlace, OfflineModule, OnPhone, ReadKept } from './offline-module.ts'
import { type Opened, openVault, ruleOf } from './opened.ts'
import { outcomeOf, type Performed, type Performing, usualPatience } from './performing.ts'
import { phoneClient } from './phone-client.ts'
import { SealedStore } from './sealed-store.ts'
import { ServerLine } from './server-line.ts'
import type { Stock } from './stock.ts'
import { PhoneFull, type Vault } from './vault.ts'

/** `up`: the server answers. `down`: it was not reached. `over`: it asks to sign in again; what is here stays usable. */
export type LineState = 'up' | 'down' | 'over'

export interface PhoneState {
  readonly line: LineState
  /** When the server was heard last, by the phone's clock. */
  readonly heardAt: number | null
  /** False where the browser keeps nothing: what is not sent is lost with the page. */
  readonly isLasting: boolean
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
  readonly #line: ServerLine
  readonly #forgetting: Forgetting
  readonly #listeners = new Set<() => void>()
  readonly #changed = new Set<() => void>()
  #state: PhoneState
  /** What can be read here; null while nobody is. */
  #opened: Opened | null = null
  #me: OnPhone | null = null
  #opening: Promise<void> = Promise.resolve()

  private constructor(options: PhoneOptions, store: SealedStore | null) {
    const { keyDoor, modules, whoIs } = options
    this.#options = options
    this.#store = store
    this.#state = { line: 'up', heardAt: null, isLasting: store !== null }
    this.#line = new ServerLine({
      locale: () => options.locale?.() ?? document.documentElement.lang,
      heard: reached => this.#heard(reached),
      signOut: keyDoor.signOut,
      onPaid: async () => store?.changeFacts(facts => ({ ...facts, owesSignOut: false })),
    })
    this.#forgetting = new Forgetting({
      ...{ store, keyDoor, client: () => this.#line.client },
      whoIsHere: () => (this.#opened?.vault.isLasting ? this.#opened.vault.personId : null),
      putAway: () => this.#lockAndLeave(),
    })
    const base = this.#line.client
    this.client = phoneClient({
      base: {
        ...base,
        command: ((name: string, input: never, how) =>
          name === keyDoor.signOutCommand
            ? this.signOut().then(() => ({}))
            : base.command(name, input, how)) as Client['command'],
      },
      modules,
      answers: () => this.#opened?.answers ?? null,
      waiting: () => this.outbox().items.filter(({ state }) => state === 'waiting' || state === 'sending'),
      whenOver: (query, code) => this.#whenOver(query, code),
      onRenewed: () => this.#tellChanged(),
      onAnswered: query => {
        if (query === whoIs) this.#patch({ line: 'up' })
      },
    })
  }

  /** Opens the phone as it was left: whoever was signed in is read without a network. */
  static async start(options: PhoneOptions): Promise<Phone> {
    const store = await SealedStore.open()
    const phone = new Phone(options, store)
    const facts = await store?.facts()
    if (facts?.owesSignOut) phone.#line.owesSignOut()
    const open = await store?.openKey()
    // Their session was ended by somebody, and the app was closed before it had put everything away: it does so now.
    if (open && facts?.toAskFor.includes(open.personId)) await phone.#lock(open.personId)
    else if (store && open) await phone.#become(store.vault(open))
    void phone.#forgetting.removeForgotten()
    void phone.#forgetting.ask()
    return phone
  }

  get state(): PhoneState {
    return this.#state
  }
  get drafts(): Drafts {
    return this.#here('drafts are').drafts
  }
  get vault(): Vault {
    return this.#here('the vault is').vault
  }
  get stock(): Stock {
    return this.#here('the stock is').stock
  }
  get modules(): readonly OfflineModule[] {
    return this.#options.modules
  }

  #here(what: string): Opened {
    if (!this.#opened) throw new Error(`${what} for pages behind the sign-in`)
    return this.#opened
  }

  /** An answer that lies on the phone, or undefined: for pages that show it while the server is out of reach. */
  readonly kept: ReadKept = async (query, input) => this.#opened?.answers.read(query, input)

  /** Where a thing is, as far as the phone knows. */
  async placeOf(kind: string, id: string): Promise<KnownPlace | null> {
    const find = this.modules.map(({ places }) => places?.[kind]).find(one => one !== undefined)
    return find && this.#opened ? find(id, this.kept).catch(() => null) : null
  }

  /** What modules have for me today besides what waits in the inbox. */
  async ownDay(): Promise<readonly DayItem[]> {
    const me = this.#me
    if (!this.#opened || !me) return []
    const days = await Promise.all(this.modules.map(async ({ day }) => (await day?.(this.kept, me)) ?? []))
    return days.flat()
  }

  /** Bytes of the stock, or null: nobody is here, or there are none. */
  async stockBytes(name: string): Promise<ArrayBuffer | null> {
    return (await this.#opened?.stock.keptBytes(name)) ?? null
  }

  readonly outbox = (): Outbox => this.#opened?.engine.snapshot() ?? emptyOutbox
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
    const { keyDoor, whoIs } = this.#options
    if (this.#forgetting.isOpen) await this.#forgetting.ask()
    const before = this.#opened?.vault
    if (before?.personId !== me.personId || !before.isLasting) {
      const wipe = (personId: string) => this.#forgetting.wipe(personId)
      const fetching = { store: this.#store, keyDoor, client: this.#line.client, wipe }
      await this.#become(await fetchVault(me.personId, fetching))
    }
    const { answers, engine, stock } = this.#here('being signed in is')
    if (this.#state.line === 'up') {
      await answers.keep(whoIs, {}, answer).catch(() => {})
      await engine.wake('sign-in')
    }
    this.#me = me
    stock.forWhom(me)
    await this.#store?.changeFacts(facts => ({ ...facts, seenAt: { ...facts.seenAt, [me.personId]: Date.now() } }))
    this.#tell()
  }

  async #become(vault: Vault): Promise<void> {
    await this.#opened?.engine.close()
    const { modules, whoIs } = this.#options
    this.#opened = await openVault(vault, {
      ...{ modules, whoIs, client: this.client, line: this.#line.sending },
      onAnswer: answer => {
        if (isRefusal(answer) && answer.kind === 'unauthenticated') void this.#whenOver('', answer.code)
      },
      onEvent: ({ type }) => {
        this.#tell()
        if (type === 'added' || type === 'done' || type === 'dropped' || type === 'refused') this.#tellChanged()
      },
      onStocked: () => this.#tellChanged(),
    })
    this.#patch({ isLasting: vault.isLasting })
    this.#opened.engine.run()
  }

  /** Does it here at once and sends it when it can be sent; waits a moment for the answer, for a page that can show it. */
  async perform({ command, input, title, ...more }: Performing): Promise<Performed> {
    const { photos = [], requestId = newId(), patience = usualPatience } = more
    const { engine, vault } = this.#here('commands are')
    const rule = ruleOf(this.modules, command)
    if (!rule) throw new Error(`${command} is in no module's field/offline.ts: it cannot wait`)
    const no = (await rule.decide?.(input as never, this.kept, instantOf(Date.now()))) ?? null
    if (no) return { kind: 'refused', refusal: no }
    const item = {
      ...{ id: requestId, personId: vault.personId, command, input, title },
      ...{ subject: rule.subject(input as never), madeAt: instantOf(Date.now()), release: offlineProtocol.now },
    }
    try {
      await engine.add(item, photos)
    } catch (trouble) {
      if (trouble instanceof PhoneFull) return { kind: 'full' }
      throw trouble
    }
    return patience > 0 ? outcomeOf(engine, requestId, patience) : { kind: 'kept' }
  }

  async tryAgain(id: string): Promise<void> {
    await this.#opened?.engine.write({ type: 'tried-again', id })
    this.#opened?.engine.run()
  }

  /** The same done to what the thing is now, where that makes sense. */
  renewedInput(id: string): object | null {
    const item = this.outbox().items.find(one => one.id === id)
    if (!item?.refusal) return null
    return ruleOf(this.modules, item.command)?.renewed?.(item.input as never, item.refusal) ?? null
  }

  async renew(id: string): Promise<void> {
    const input = this.renewedInput(id)
    if (!input) return
    await this.#opened?.engine.write({ type: 'renewed', id, as: newId(), input })
    this.#opened?.engine.run()
  }

  async drop(id: string): Promise<void> {
    await this.#opened?.engine.write({ type: 'dropped', id })
  }

  /** Looked at again, or the browser says that the network is back: both may be wrong, and trying costs little. */
  look(): void {
    if (this.#forgetting.isOpen) void this.#forgetting.ask()
    void this.#opened?.engine.wake('look')
    void this.#opened?.stock.freshen()
  }

  waitingCount() {
    return countOutbox({ ...emptyOutbox, items: this.outbox().items.filter(({ command }) => !this.isQuiet(command)) })
  }

  pathOf(id: string): string | null {
    const item = this.outbox().items.find(one => one.id === id)
    return item ? (ruleOf(this.modules, item.command)?.path?.(item.input as never) ?? null) : null
  }

  isQuiet(command: string): boolean {
    return ruleOf(this.modules, command)?.isQuiet === true
  }

  /** Signing out, with or without a network: what is here cannot be read until the same person comes back. */
  async signOut(): Promise<void> {
    const isLeft = await this.#options.keyDoor.signOut(this.#line.client).then(
      () => true,
      () => false,
    )
    await this.#lock()
    if (isLeft) return
    this.#line.owesSignOut()
    await this.#store?.changeFacts(facts => ({ ...facts, owesSignOut: true }))
  }

  #heard(reached: boolean): void {
    if (reached && this.#state.line === 'down') this.#opened?.engine.run()
    const line = reached ? (this.#state.line === 'over' ? 'over' : 'up') : 'down'
    this.#patch({ line, heardAt: reached ? Date.now() : this.#state.heardAt })
  }

  /** Ran out: the phone goes on with what it has and asks to sign in. Ended by somebody: nothing here can be read. */
  async #whenOver(query: string, code: string): Promise<unknown> {
    const { codes } = this.#options.keyDoor
    if (codes.ended.includes(code)) {
      await this.#endedByOthers()
      return undefined
    }
    if (!codes.expired.includes(code)) return undefined
    if (!this.#opened?.vault.isLasting) {
      document.dispatchEvent(new CustomEvent(signedOutNews))
      return undefined
    }
    const isNews = this.#state.line !== 'over'
    this.#patch({ line: 'over' })
    if (isNews) this.#forgetting.askForWhoeverIsHere()
    return query === '' ? undefined : this.kept(query, {})
  }

  async #endedByOthers(): Promise<void> {
    const personId = this.#opened?.vault.personId
    if (personId) await this.#forgetting.note(personId)
    await this.#lock(personId)
    document.dispatchEvent(new CustomEvent(signedOutNews))
    await this.#forgetting.ask()
  }

  /** The pages hear of it, unless the same person has signed in again meanwhile and is to be given a new key. */
  async #lockAndLeave(): Promise<void> {
    const isOver = this.#state.line === 'over'
    await this.#lock()
    if (isOver) document.dispatchEvent(new CustomEvent(signedOutNews))
  }

  /** The key goes, and so does what was only here to be read. What was not sent yet waits, sealed, for its person. */
  async #lock(personId = this.#opened?.vault.personId): Promise<void> {
    const engine = this.#opened?.engine
    this.#opened = null
    await engine?.close()
    await this.#store?.forgetKeys()
    if (personId) await this.#store?.remove(personId, ['answer', 'stock'])
    this.#patch({ line: 'up' })
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
