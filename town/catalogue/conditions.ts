import { diffSheet, type FilingCondition, nationalClasses } from '#modules/catalogue/common/index.ts'
import { sampleRows } from '#modules/catalogue/server/index.ts'
import type { Limit } from '#platform/worktime/common/index.ts'

/** The sample that ships is the standard of the made-up town; ids tell class and place in the list. */
export function townConditions(from: string): readonly FilingCondition[] {
  const counts = new Map<string, number>()
  return diffSheet(sampleRows, [], nationalClasses.knows).fresh.map(({ wanted }) => {
    const key = `${wanted.classKind}-${wanted.classCode}`
    const serial = (counts.get(key) ?? 0) + 1
    counts.set(key, serial)
    return { ...wanted, id: `${key}-${serial}`, version: 1, from, isEnded: false }
  })
}

const workingDayHours = 8

/** Of the conditions of a class, the one whose limit is nearest to so many working hours. */
export function conditionFor(
  conditions: readonly FilingCondition[],
  classKind: string,
  classCode: string,
  hours: number,
): (FilingCondition & { readonly limit: Limit }) | null {
  const away = ({ clock, amount }: Limit) =>
    Math.abs((clock === 'work-day' || clock === 'natural-day' ? amount * workingDayHours : amount) - hours)
  return (
    conditions
      .filter(one => one.classKind === classKind && one.classCode === classCode)
      .flatMap(one => (one.limit === null ? [] : [{ ...one, limit: one.limit }]))
      .toSorted((a, b) => away(a.limit) - away(b.limit))[0] ?? null
  )
}
