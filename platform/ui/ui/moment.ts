import type { Instant } from '../../kernel/common/instant.ts'
import type { Locale, Translate } from '../../i18n/common/translate.ts'
import { uiMessages } from '../messages.ts'
import { useLocale, useText } from './use-text.ts'

type Words = Translate<'when.today' | 'when.yesterday' | 'when.tomorrow'>

/** Matters happen in China wherever the reader's device is; there has been no daylight saving since 1991. */
const zone = 'Asia/Shanghai'
const dayMilliseconds = 86_400_000
const offsetMilliseconds = 8 * 3_600_000

function dayOf(milliseconds: number): number {
  return Math.floor((milliseconds + offsetMilliseconds) / dayMilliseconds)
}

/** A moment as people say it: "今天 16:20", "9月3日 09:05", with the year when it is another one. 24-hour clock. */
export function momentText(instant: Instant, now: Instant, locale: Locale, t: Words): string {
  return textOf(Date.parse(instant), null, now, locale, t)
}

/** The end of something: at midnight it belongs to the day that is over, "12月2日 24:00" and not "12月3日 00:00". */
export function deadlineText(instant: Instant, now: Instant, locale: Locale, t: Words): string {
  const at = Date.parse(instant)
  const isMidnight = (at + offsetMilliseconds) % dayMilliseconds === 0
  return isMidnight ? textOf(at - 1, '24:00', now, locale, t) : textOf(at, null, now, locale, t)
}

function textOf(at: number, said: string | null, now: Instant, locale: Locale, t: Words): string {
  const time =
    said ?? new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(at)
  const days = dayOf(at) - dayOf(Date.parse(now))
  if (days === 0) return t('when.today', { time })
  if (days === -1) return t('when.yesterday', { time })
  if (days === 1) return t('when.tomorrow', { time })
  const isSameYear = new Date(at + offsetMilliseconds).getUTCFullYear() === new Date(now).getUTCFullYear()
  const date = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    timeZone: zone,
    month: locale === 'en' ? 'short' : 'long',
    day: 'numeric',
    ...(isSameYear ? {} : { year: 'numeric' }),
  }).format(at)
  return `${date} ${time}`
}

export function useMoment(): (instant: Instant) => string {
  const { locale } = useLocale()
  const t = useText(uiMessages)
  return instant => momentText(instant, new Date().toISOString(), locale, t)
}

export function useDeadline(): (instant: Instant) => string {
  const { locale } = useLocale()
  const t = useText(uiMessages)
  return instant => deadlineText(instant, new Date().toISOString(), locale, t)
}
