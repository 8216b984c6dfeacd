import type { BothNames } from '#modules/catalogue/common/index.ts'
import { type Locale, translator } from '#platform/i18n/common/translate.ts'
import { routingMessages } from './messages.ts'
import { type RuleTerms, timeOf } from './rule.ts'

export interface RuleNames {
  readonly gridName: string | null
  /** Of the class or major; null for all of a kind, or all. */
  readonly className: BothNames | null
}

/** What a rule speaks of, in one line: 第一社区 · 暴露垃圾 · 周六、周日 08:00至18:00. */
export function ruleWords(terms: RuleTerms, { gridName, className }: RuleNames, locale: Locale): string {
  const t = translator([routingMessages], locale)
  const every = terms.classKind === null ? 'routing.every-class' : (`routing.every-${terms.classKind}` as const)
  return t('routing.reason', {
    place: gridName ?? t('routing.everywhere'),
    what: className === null ? t(every) : className[locale],
    when: timeWords(terms, locale),
  })
}

export function timeWords({ weekdays, hours }: Pick<RuleTerms, 'weekdays' | 'hours'>, locale: Locale): string {
  const t = translator([routingMessages], locale)
  const days = [...weekdays]
    .sort((a, b) => a - b)
    .map(day => t(`routing.day.${day as 1}`))
    .join(locale === 'en' ? ', ' : '、')
  const from = hours && timeOf(hours.from)
  const until = hours && timeOf(hours.until)
  const span = hours && t(hours.until > hours.from ? 'routing.hours' : 'routing.hours-overnight', { from, until })
  return [days, span].filter(Boolean).join(' ') || t('routing.always')
}

export function bothWords(say: (locale: Locale) => string): BothNames {
  return { 'zh-CN': say('zh-CN'), en: say('en') }
}
