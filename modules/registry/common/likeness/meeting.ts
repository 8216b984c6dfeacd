import { isDay } from '../check-fields.ts'
import { plainName, variants } from './likeness.ts'

/**
 * Two records are compared only when they meet: by a number or a telephone, by one name on the same day of birth or one a
 * slip away, or by the same day and the same first character. A true duplicate with one slip in one field still meets.
 */
export function nearDays(day: string): readonly string[] {
  const [year = '', month = '', date = ''] = day.split('-')
  const digits = [...'0123456789']
  const slips = [...day].flatMap((was, at) => {
    if (was === '-') return []
    const next = day[at + 1] ?? ''
    const swapped = /\d/.test(next) ? [day.slice(0, at) + next + was + day.slice(at + 2)] : []
    return [...digits.map(digit => day.slice(0, at) + digit + day.slice(at + 1)), ...swapped]
  })
  return [...new Set([day, `${year}-${date}-${month}`, ...slips])].filter(isDay)
}

/** The first characters that a name may be written with: 萧 is 蕭 and 肖 elsewhere. */
export function beginningsOf(name: string): readonly string[] {
  const [written = ''] = name
  const [plain = ''] = plainName(name)
  const others = [...variants].flatMap(([from, to]) => (to === plain ? [from] : []))
  return [...new Set([written, plain, ...others])].filter(character => character !== '')
}
