const blockBytes = 1 << 20
const entriesInBlock = 1 << 16
/** Longer texts are kept as they are: a cell holds at most 32 767 characters, so there are few. */
const longest = 0xff_ff

/**
 * Many strings in few bytes. A sheet of people has a million different cells; as strings of their own they need half a
 * gigabyte, here a few dozen megabytes.
 */
export class StringArena {
  readonly #blocks: Buffer[] = []
  #used = blockBytes
  readonly #starts: Uint32Array[] = []
  readonly #sizes: Uint16Array[] = []
  readonly #long = new Map<number, string>()
  #length = 0

  get length(): number {
    return this.#length
  }

  add(text: string): void {
    const index = this.#length++
    const at = index % entriesInBlock
    if (at === 0) {
      this.#starts.push(new Uint32Array(entriesInBlock))
      this.#sizes.push(new Uint16Array(entriesInBlock))
    }
    const bytes = Buffer.byteLength(text)
    if (bytes > longest) {
      this.#long.set(index, text)
      return
    }
    if (this.#used + bytes > blockBytes) {
      this.#blocks.push(Buffer.allocUnsafeSlow(blockBytes))
      this.#used = 0
    }
    const block = this.#blocks.length - 1
    this.#blocks[block]?.write(text, this.#used)
    this.#starts.at(-1)![at] = block * blockBytes + this.#used
    this.#sizes.at(-1)![at] = bytes
    this.#used += bytes
  }

  at(index: number): string {
    if (index < 0 || index >= this.#length) return ''
    const long = this.#long.get(index)
    if (long !== undefined) return long
    const [part, at] = [Math.floor(index / entriesInBlock), index % entriesInBlock]
    const start = this.#starts[part]?.[at] ?? 0
    const from = start % blockBytes
    return (
      this.#blocks[Math.floor(start / blockBytes)]?.toString('utf8', from, from + (this.#sizes[part]?.[at] ?? 0)) ?? ''
    )
  }
}
