import { reword, type Wording } from './wording.ts'

export const locales = ['zh-CN', 'en'] as const
export type Locale = (typeof locales)[number]

/** All texts of one part of the program, both languages side by side so that neither is forgotten. */
export type Catalogue = Readonly<Record<Locale, Readonly<Record<string, string>>>>

/** Declares a catalogue. English must have exactly the keys that Chinese has: a missing text does not compile. */
export function defineMessages<const Zh extends Readonly<Record<string, string>>>(
  chinese: Zh,
  english: { readonly [K in keyof Zh]: string },
): { readonly 'zh-CN': { readonly [K in keyof Zh]: string }; readonly en: { readonly [K in keyof Zh]: string } } {
  return { 'zh-CN': chinese, en: english }
}

export type Params = Readonly<Record<string, string | number | readonly string[] | null | undefined>>

/** Fills `{name}` in a text. A name without a value stays visible, so a mistake shows. */
export function fill(text: string, params: Params = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name]
    return value === undefined || value === null ? whole : Array.isArray(value) ? value.join('、') : String(value)
  })
}

export type Translate<Key extends string = string> = (key: Key, params?: Params) => string

/** A translator over one or more catalogues; the first that knows the key answers, in Chinese in the place's own words. */
export function translator<Key extends string>(
  catalogues: readonly { readonly [L in Locale]: Readonly<Partial<Record<Key, string>>> }[],
  locale: Locale,
  wording: Wording = {},
): Translate<Key> {
  return (key, params) => {
    for (const catalogue of catalogues) {
      const text = catalogue[locale][key]
      if (text !== undefined) return fill(locale === 'zh-CN' ? reword(text, wording) : text, params)
    }
    return key
  }
}

/** The first of the reader's languages that we speak; Chinese when none. */
export function localeFrom(acceptLanguage: string | undefined): Locale {
  const wanted = (acceptLanguage ?? '').split(',').map(part => part.trim().split(';')[0]!.toLowerCase())
  for (const tag of wanted) {
    if (tag.startsWith('zh')) return 'zh-CN'
    if (tag.startsWith('en')) return 'en'
  }
  return 'zh-CN'
}
