import { createContext, createElement, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { type Catalogue, type Locale, locales, type Translate, translator } from '../../i18n/common/translate.ts'
import type { Wording } from '../../i18n/common/wording.ts'
import { recall, recallJson, remember } from './remember.ts'

interface Speech {
  readonly locale: Locale
  readonly setLocale: (locale: Locale) => void
  /** The place's own words for words of the trade. */
  readonly wording: Wording
}

const SpeechContext = createContext<Speech>({ locale: 'zh-CN', setLocale: () => {}, wording: {} })
const chosenLocale = 'wangge.locale'
const lastWording = 'wangge.wording'

const isWording = (value: unknown): value is Wording =>
  typeof value === 'object' && value !== null && Object.values(value).every(word => typeof word === 'string')

/** The words as last heard, then as the server says them; without a line the last ones stay. */
function useWording(): Wording {
  const [wording, setWording] = useState<Wording>(() => recallJson(lastWording, isWording) ?? {})
  useEffect(() => {
    fetch('/api/settings.wording', { credentials: 'same-origin' })
      .then(answer => (answer.ok ? answer.json() : null))
      .then((told: { readonly words?: unknown } | null) => {
        if (!isWording(told?.words)) return
        remember(lastWording, JSON.stringify(told.words))
        setWording(told.words)
      })
      .catch(() => {})
  }, [])
  return wording
}

function firstLocale(): Locale {
  const chosen = recall(chosenLocale)
  const known = locales.find(locale => locale === chosen)
  if (known) return known
  // Chinese first: an English page only for a browser that asks for English and no Chinese.
  const wanted = navigator.languages ?? [navigator.language]
  return wanted.some(tag => tag.startsWith('zh')) || !wanted[0]?.startsWith('en') ? 'zh-CN' : 'en'
}

/** The language of the page: remembered on this device, told to screen readers by `<html lang>`. */
export function TextProvider({ children }: { readonly children: ReactNode }) {
  const [locale, setLocale] = useState(firstLocale)
  useEffect(() => {
    document.documentElement.lang = locale
  }, [locale])
  const wording = useWording()
  const speech = useMemo<Speech>(
    () => ({
      locale,
      wording,
      setLocale(next) {
        remember(chosenLocale, next)
        setLocale(next)
      },
    }),
    [locale, wording],
  )
  return createElement(SpeechContext.Provider, { value: speech }, children)
}

export function useLocale(): Speech {
  return useContext(SpeechContext)
}

type KeyOf<C extends Catalogue> = C extends Catalogue ? keyof C['zh-CN'] & string : never

/** A translator whose keys the compiler knows: `const t = useText(caseMessages)`, then `t('report.title')`. */
export function useText<First extends Catalogue, Second extends Catalogue = First>(
  first: First,
  second?: Second,
): Translate<KeyOf<First> | KeyOf<Second>> {
  const { locale, wording } = useLocale()
  return useMemo(
    () => translator<string>(second ? [first, second] : [first], locale, wording),
    [first, second, locale, wording],
  )
}
