import { fieldHelpMessages } from '#modules/help/field/index.ts'
import type { Me } from '#modules/identity/ui/index.ts'
import { Link, useText } from '#platform/ui/ui/index.ts'

/** On the first page, where the thumb finds it without looking. */
export function HelpWay({ me }: { readonly me: Me }) {
  const t = useText(fieldHelpMessages)
  if (!me.permissions.includes('help.call')) return null
  return (
    <Link to="/help" className="f-help">
      {t('help.way')}
    </Link>
  )
}
