import type { IdentityNews } from './identity-news.ts'

/** How long an answer holds when nothing is heard: what a connection that died unnoticed can cost. */
const longestMilliseconds = 5000
const mostAnswers = 10_000

/**
 * Answers of the database about sessions or staff, kept for seconds. All are forgotten when it tells of a change, and
 * while it is not heard nothing is kept.
 */
export class ShortMemory<Value> {
  readonly #news: IdentityNews
  readonly #answers = new Map<string, { readonly value: Value; readonly at: number }>()
  #changes = 0

  /** What is about staff alone stays when a session ends. */
  constructor(news: IdentityNews, about: 'sessions' | 'staff') {
    this.#news = news
    news.listen(change => {
      if (about === 'sessions' || change === 'staff') this.#forget()
    })
  }

  get(key: string, at: number): Value | undefined {
    const known = this.#answers.get(key)
    return known && at >= known.at && at - known.at < longestMilliseconds ? known.value : undefined
  }

  /** To be called before the database is asked; keeps the answer unless something changed meanwhile. */
  keeper(at: number): (key: string, value: Value) => void {
    const changes = this.#changes
    return (key, value) => {
      // What changed while we asked may not be in the answer.
      if (!this.#news.hears || changes !== this.#changes) return
      if (this.#answers.size >= mostAnswers) this.#answers.clear()
      this.#answers.set(key, { value, at })
    }
  }

  #forget(): void {
    this.#changes++
    this.#answers.clear()
  }
}
