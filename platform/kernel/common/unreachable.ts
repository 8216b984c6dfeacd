/** Ends a `switch` over a union: adding a variant becomes a compiler error at each place that must know it. */
export function unreachable(value: never): never {
  throw new Error(`unhandled variant: ${JSON.stringify(value)}`)
}
