import { useText } from '../../ui/ui/use-text.ts'
import type { ActorKind } from '../common/contract.ts'
import { auditMessages } from './messages.ts'

interface Named {
  readonly id: string
  readonly kind: ActorKind
  readonly name: string | null
}

/** Who it was, in words; the id of somebody who is no more. */
export function useActorName(): (actor: Named) => string {
  const t = useText(auditMessages)
  return ({ id, kind, name }) => {
    if (kind === 'staff') return name ?? id
    if (kind === 'client') return t('audit.client', { name: name ?? id })
    return kind === 'unknown' ? id : t(`audit.${kind}`)
  }
}
