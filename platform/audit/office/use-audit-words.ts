import type { Catalogue } from '../../i18n/common/translate.ts'
import { useAsk } from '../../ui/office/ask.ts'
import { useText } from '../../ui/ui/use-text.ts'
import type { auditWords } from '../common/contract.ts'

const none: Catalogue = { 'zh-CN': {}, en: {} }
const ofCommand = 'command.'

export interface AuditWords {
  readonly isPending: boolean
  /** Every command that has a name, by the word in its address. */
  readonly commands: readonly string[]
  readonly command: (name: string) => string
  readonly thing: (kind: string) => string
  /** What the user was told. The names and numbers in it are not kept, and each is shown as left out. */
  readonly refusal: (code: string) => string
}

/** What the modules call their commands, things and refusals: asked here, so that no other page has to carry it. */
export function useAuditWords(): AuditWords {
  const asked = useAsk<typeof auditWords>('audit.words', {})
  const texts: Catalogue = asked.data ?? none
  const say = useText(texts)
  const named = (key: string, otherwise: string) => (texts.en[key] === undefined ? otherwise : say(key))
  return {
    isPending: asked.isPending,
    commands: Object.keys(texts.en).flatMap(key => (key.startsWith(ofCommand) ? key.slice(ofCommand.length) : [])),
    command: name => named(`${ofCommand}${name}`, name),
    thing: kind => named(`thing.${kind}`, kind),
    refusal: code => named(`refusal.${code}`, code).replaceAll(/\{\w+\}/g, '…'),
  }
}
