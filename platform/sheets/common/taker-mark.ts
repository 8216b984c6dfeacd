import { type Instant, instantOf, millisecondsOf } from '#platform/kernel/common/instant.ts'
import type { Locale } from '#platform/i18n/common/translate.ts'

/** Who took a list with personal data out of the program, when and what for. */
export interface Taking {
  readonly name: string
  readonly at: Instant
  readonly reason?: string
  /** By which the audit finds it. */
  readonly number?: string
}

/**
 * The line that stands in every list with personal data that leaves the program: whoever meets the file later knows whom
 * to ask (PIPL article 51; local practice).
 */
export function takerMark({ name, at, reason, number }: Taking, locale: Locale = 'zh-CN'): string {
  const moment = instantOf(millisecondsOf(at) + 8 * 3_600_000)
    .slice(0, 16)
    .replace('T', ' ')
  const { taker, time, why, as, rest } = words[locale]
  return [
    `${taker}${name}`,
    `${time}${moment}`,
    ...(reason === undefined ? [] : [`${why}${reason}`]),
    ...(number === undefined ? [] : [`${as}${number}`]),
    rest,
  ].join('　')
}

const words: Readonly<Record<Locale, Record<'taker' | 'time' | 'why' | 'as' | 'rest', string>>> = {
  'zh-CN': {
    ...{ taker: '导出人：', time: '时间：', why: '事由：', as: '编号：' },
    rest: '含个人信息，仅限本事由使用，用后删除',
  },
  en: {
    ...{ taker: 'Taken by: ', time: 'at: ', why: 'for: ', as: 'number: ' },
    rest: 'Personal data: for this purpose only, delete after use',
  },
}
