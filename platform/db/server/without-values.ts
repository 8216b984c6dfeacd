/**
 * An error's own words. The database quotes in some of them the value that it could not take, which may be a person's:
 * that part is left out.
 */
export function wordsOf(error: { readonly message: string }): string {
  return 'severity' in error ? error.message.replace(/: ".*"/su, ': "…"') : error.message
}
