import { fieldKeys, rowOf } from '../../commands/common/field-names.ts'
import { type Catalogue, fill, type Locale } from '../../i18n/common/translate.ts'
import type { Refusal } from '../../kernel/common/refusal.ts'

/** What a refusal looks like on the wire: the same value, with its sentence in the reader's language. */
export interface RefusalAnswer extends Refusal {
  readonly message: string
}

/** Finds sentences by code in everything the modules brought. */
export class Sentences {
  readonly #texts: Record<Locale, Map<string, string>>

  constructor(catalogues: readonly Catalogue[]) {
    const gather = (locale: Locale) => new Map(catalogues.flatMap(catalogue => Object.entries(catalogue[locale])))
    this.#texts = { 'zh-CN': gather('zh-CN'), en: gather('en') }
  }

  has(key: string, locale: Locale): boolean {
    return this.#texts[locale].has(key)
  }

  text(key: string, locale: Locale, params: Parameters<typeof fill>[1] = {}): string {
    return fill(this.#texts[locale].get(key) ?? key, params)
  }

  answer(refusal: Refusal, locale: Locale): RefusalAnswer {
    const { field } = refusal.detail
    const named = typeof field === 'string' ? { field: this.#fieldName(field, locale) } : {}
    const params = { ...refusal.detail, ...named, problems: this.#problems(refusal, locale) }
    return { ...refusal, message: this.text(`refusal.${refusal.code}`, locale, params) }
  }

  #problems({ detail }: Refusal, locale: Locale): string {
    const fields = Array.isArray(detail.fields) ? detail.fields : []
    const reasons = Array.isArray(detail.reasons) ? detail.reasons : []
    return fields
      .map((field: string, i: number) => {
        return `${this.#fieldName(field, locale)} ${this.#reason(String(reasons[i] ?? ''), locale)}`
      })
      .join(locale === 'en' ? '; ' : '；')
  }

  /** What people call a field, and in which row it is; a name of the program is nothing to people. */
  #fieldName(field: string, locale: Locale): string {
    const key = fieldKeys(field).find(one => this.has(one, locale)) ?? 'field.-unnamed'
    const [name, n] = [this.text(key, locale), rowOf(field)]
    return n === null ? name : this.text('field.-nth', locale, { name, n })
  }

  #reason(reason: string, locale: Locale): string {
    const [code, limit] = reason.split(':')
    const key = [`invalid.${code}`, reason].find(candidate => this.has(candidate, locale)) ?? 'invalid.other'
    return this.text(key, locale, { limit })
  }
}
