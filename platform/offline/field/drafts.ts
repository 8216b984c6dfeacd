import { PhoneFull, type Vault } from './vault.ts'

/** Something begun, with the photos that lie on the phone for it. */
export interface Draft {
  readonly value: unknown
  readonly photos: readonly DraftPhoto[]
  readonly at: number
}

export interface DraftPhoto {
  readonly id: string
  readonly bytes: number
  readonly takenAt: string
}

/** What was begun and not sent, by form: on the phone at every touch, and read at once when the form opens. */
export class Drafts {
  readonly #vault: Vault
  readonly #all: Map<string, Draft>
  #writing: Promise<unknown> = Promise.resolve()

  private constructor(vault: Vault, all: Map<string, Draft>) {
    this.#vault = vault
    this.#all = all
  }

  static async open(vault: Vault): Promise<Drafts> {
    return new Drafts(vault, new Map(await vault.readAll('draft')) as Map<string, Draft>)
  }

  get(form: string): Draft | undefined {
    return this.#all.get(form)
  }

  /** False when the phone has no room: then only the page has it. */
  async put(form: string, value: unknown, photos: readonly DraftPhoto[] = []): Promise<boolean> {
    const draft: Draft = { value, photos, at: Date.now() }
    this.#all.set(form, draft)
    const written = this.#writing.then(() => this.#vault.write([{ kind: 'draft', id: form, value: draft }]))
    this.#writing = written.catch(() => {})
    return written.then(
      () => true,
      trouble => {
        if (trouble instanceof PhoneFull) return false
        throw trouble
      },
    )
  }

  /** Sent or given up. Photos that went into the outbox are its own from then on. */
  async forget(form: string, withPhotos = false): Promise<void> {
    const photos = withPhotos ? (this.#all.get(form)?.photos ?? []) : []
    this.#all.delete(form)
    const gone = photos.map(({ id }) => ({ kind: 'bytes', id, value: null }) as const)
    const written = this.#writing.then(() => this.#vault.write([{ kind: 'draft', id: form, value: null }, ...gone]))
    this.#writing = written.catch(() => {})
    await written.catch(() => {})
  }

  photoIds(): string[] {
    return [...this.#all.values()].flatMap(({ photos }) => photos.map(({ id }) => id))
  }
}
