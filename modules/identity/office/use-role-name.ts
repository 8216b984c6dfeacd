import { useLocale } from '#platform/ui/ui/use-text.ts'
import { identityMessages } from '../common/messages.ts'

/** A role in the reader's language: the usual ones are in the catalogue, own ones are called as they were named. */
export function useRoleName(): (role: { readonly code: string; readonly name: string }) => string {
  const { locale } = useLocale()
  const texts: Readonly<Record<string, string>> = identityMessages[locale]
  return ({ code, name }) => texts[`identity.role.${code}`] ?? name
}
