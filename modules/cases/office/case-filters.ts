import { dayBegins } from '#platform/kernel/common/day-of.ts'
import type { ClassKind } from '#modules/catalogue/common/index.ts'
import type { InputOf } from '#platform/contract/common/endpoint.ts'
import type { UrlState } from '#platform/ui/office/url-state.ts'
import { caseSources, caseStatuses } from '../common/case-file.ts'
import type { listCases } from '../common/contract-queries.ts'

type ListInput = InputOf<typeof listCases>

/** The names of the filters in the address, in the order of the form. */
export const filterNames = [
  'text',
  'status',
  'source',
  'class',
  'grid',
  'from',
  'to',
  'mine',
  'me',
  'nogrid',
  'sort',
] as const

/** The address as the list's question; what cannot be read is left out. */
export function filtersIn(url: UrlState): ListInput {
  const status = caseStatuses.filter(one => url.status?.split(',').includes(one))
  const source = caseSources.filter(one => url.source?.split(',').includes(one))
  const chosen = classIn(url.class)
  return {
    ...(url.text ? { text: url.text } : {}),
    ...(status.length > 0 ? { status } : {}),
    ...(source.length > 0 ? { source } : {}),
    ...(chosen ? { classKind: chosen.kind, classCode: chosen.code } : {}),
    ...(url.grid ? { gridPath: url.grid } : {}),
    ...(isDay(url.from) ? { from: dayBegins(url.from) } : {}),
    ...(isDay(url.to) ? { to: dayBegins(url.to, 1) } : {}),
    ...(url.mine ? { mine: true } : {}),
    ...(url.me ? { waitsForMe: true } : {}),
    ...(url.nogrid ? { noGrid: true } : {}),
    sort: url.sort === 'oldest' ? 'oldest' : 'newest',
  }
}

/** `component.15` or `event.21015`. */
function classIn(text: string | undefined): { kind: ClassKind; code: string } | null {
  const [, kind, code] = /^(component|event)\.(\d{2}|\d{5})$/.exec(text ?? '') ?? []
  return kind && code ? { kind: kind as ClassKind, code } : null
}

function isDay(text: string | undefined): text is string {
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))
}
