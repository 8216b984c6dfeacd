const blockBytes = 1 << 20

/**
 * Many strings in few bytes. A sheet of people has a million different cells; as strings of their own they need half a
 * gigabyte, here a few dozen megabytes.
 */
export class StringArena {
  readonly #blocks: Buffer[] = []
  #used = blockBytes
  #places = new Float64Array(1024)
  #length = 0

  get length(): number {
    return this.#length
  }

  add(text: string): void {
    const bytes = Buffer.byteLength(text)
    const isLarge = bytes > blockBytes / 2
    if (isLarge || this.#used + bytes > blockBytes) {
      this.#blocks.push(Buffer.allocUnsafeSlow(isLarge ? bytes : blockBytes))
      this.#used = 0
    }
    const block = this.#blocks.length - 1
    this.#blocks[block]?.write(text, this.#used)
    if (2 * this.#length + 2 > this.#places.length) {
      const wider = new Float64Array(this.#places.length * 2)
      wider.set(this.#places)
      this.#places = wider
    }
    this.#places[2 * this.#length] = block * 2 ** 32 + this.#used
    this.#places[2 * this.#length + 1] = bytes
    this.#length++
    this.#used = isLarge ? blockBytes : this.#used + bytes
  }

  at(index: number): string {
    if (index < 0 || index >= this.#length) return ''
    const place = this.#places[2 * index] ?? 0
    const bytes = this.#places[2 * index + 1] ?? 0
    const start = place % 2 ** 32
    return this.#blocks[Math.floor(place / 2 ** 32)]?.toString('utf8', start, start + bytes) ?? ''
  }
}
