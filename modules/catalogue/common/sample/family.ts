import type { ClassKind } from '../class-kind.ts'
import type { SheetRow } from '../sheet-diff.ts'

/** When it is filed, how long handling may take, when it counts as done. */
export type Condition = readonly [condition: string, limitText: string, closing: string]

/** Classes that break in the same ways: one list of conditions for all of them. */
export interface Family {
  readonly kind: ClassKind
  readonly codes: string
  readonly handling: string
  readonly supervising: string
  readonly conditions: readonly Condition[]
}

const collected: Readonly<Record<ClassKind, string>> = { component: '照片、位置、部件编码', event: '照片、位置' }

/** The families as the rows of a sheet, in the order of their classes; row 1 is the heading. */
export function rowsOf(families: readonly Family[]): readonly SheetRow[] {
  const rows = families.flatMap(({ kind, codes, handling, supervising, conditions }) =>
    codes.split(' ').flatMap(classCode =>
      conditions.map(([condition, limitText, closing]) => ({
        ...{ classKind: kind, classCode, condition, limitText, closing },
        ...{ handlingBody: handling, supervisingBody: supervising, collect: collected[kind] },
      })),
    ),
  )
  const order = (row: (typeof rows)[number]) => `${row.classKind} ${row.classCode}`
  return rows
    .toSorted((a, b) => (order(a) < order(b) ? -1 : Number(order(a) > order(b))))
    .map((row, at) => ({ row: at + 2, ...row }))
}
