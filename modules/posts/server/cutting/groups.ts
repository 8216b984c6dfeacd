/** Numbered things taken together; each group is known by its first member. */
export class Groups {
  readonly #first: number[]

  constructor(count: number) {
    this.#first = Array.from({ length: count }, (_, i) => i)
  }

  of(one: number): number {
    let root = one
    while (this.#first[root] !== root) root = this.#first[root]!
    this.#first[one] = root
    return root
  }

  join(one: number, other: number): void {
    const [a, b] = [this.of(one), this.of(other)]
    this.#first[Math.max(a, b)] = Math.min(a, b)
  }
}
