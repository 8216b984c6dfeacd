import { useEffect, useState } from 'react'
import { uiMessages } from '../messages.ts'
import { recall, remember } from './remember.ts'
import { useLocale, useText } from './use-text.ts'

/** Ways to see better. The choice stands on <html>, where the tokens look for it, and is kept on the device. */
function useMark(name: 'contrast' | 'size' | 'touch', value: string) {
  const key = `wangge.${name}`
  const [isOn, setOn] = useState(() => recall(key) === value)
  useEffect(() => {
    if (isOn) document.documentElement.dataset[name] = value
    else delete document.documentElement.dataset[name]
  }, [isOn, name, value])
  return [
    isOn,
    (next: boolean) => {
      remember(key, next ? value : null)
      setOn(next)
    },
  ] as const
}

export const useHighContrast = () => useMark('contrast', 'high')
/** With gloves on: everything that is tapped is larger and further apart. */
export const useGloves = () => useMark('touch', 'gloves')
export const useLargeText = () => useMark('size', 'large')

/** Two buttons, each in its own language, so that it is found by who cannot read the page. */
export function LanguageSwitch() {
  const { locale, setLocale } = useLocale()
  const t = useText(uiMessages)
  return (
    <fieldset className="w-languages" aria-label={t('language.name')}>
      <button type="button" lang="zh-CN" aria-pressed={locale === 'zh-CN'} onClick={() => setLocale('zh-CN')}>
        {t('language.zh')}
      </button>
      <button type="button" lang="en" aria-pressed={locale === 'en'} onClick={() => setLocale('en')}>
        {t('language.en')}
      </button>
    </fieldset>
  )
}
