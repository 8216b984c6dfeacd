import { createContext, createElement, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { type Catalogue, type Locale, locales, type Translate, translator } from '../../i18n/common/translate.ts'
import { recall, remember } from './remember.ts'

interface Speech {
  readonly locale: Locale
  readonly setLocale: (locale: Locale) => void
}

const SpeechContext = createContext<Speech>({ locale: 'zh-CN', setLocale: () => {} })
const chosenLocale = 'wangge.locale'

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
  const speech = useMemo<Speech>(
    () => ({
      locale,
      setLocale(next) {
        remember(chosenLocale, next)
        setLocale(next)
      },
    }),
    [locale],
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
  const { locale } = useLocale()
  return useMemo(() => translator<string>(second ? [first, second] : [first], locale), [first, second, locale])
}
