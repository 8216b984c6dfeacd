/** A "no" that a person can understand and act on. The program itself is fine. */
export interface Refusal<Code extends string = string> {
  readonly refused: true
  readonly code: Code
  readonly kind: RefusalKind
  readonly detail: RefusalDetail
}

/** Facts for the sentence that explains the refusal: the present state, a limit, a name. Never personal data. */
export type RefusalDetail = Readonly<Record<string, string | number | readonly string[]>>

export const refusalKinds = [
  'invalid',
  'unauthenticated',
  'not-allowed',
  'not-found',
  'wrong-method',
  'conflict',
  'too-late',
  'too-large',
  'too-many',
] as const
export type RefusalKind = (typeof refusalKinds)[number]

/** Declares a module's refusals once; the keys become codes such as `cases/already-claimed`. */
export function defineRefusals<M extends string, K extends Record<string, RefusalKind>>(module: M, kinds: K) {
  return Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => [
      name,
      (detail: RefusalDetail = {}): Refusal => ({ refused: true, code: `${module}/${name}`, kind, detail }),
    ]),
  ) as { [N in keyof K & string]: (detail?: RefusalDetail) => Refusal<`${M}/${N}`> }
}

export function isRefusal<Code extends string>(value: unknown): value is Refusal<Code> {
  return typeof value === 'object' && value !== null && 'refused' in value && value.refused === true
}
