import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { type Client, createClient, OutOfReach } from '../../contract/common/client.ts'
import { isRefusal, type Refusal } from '../../kernel/common/refusal.ts'
import { reword } from '../../i18n/common/wording.ts'
import { newId } from '../../kernel/ui/new-id.ts'
import { uiMessages } from '../messages.ts'
import { useLocale, useText } from './use-text.ts'

const ClientContext = createContext<Client | null>(null)

/** Said on the document when the server no longer knows the session, so that the page can ask who is there. */
export const signedOutNews = 'wangge-signed-out'

async function ask(path: string, init: RequestInit): Promise<Response> {
  const response = await fetch(path, { ...init, credentials: 'same-origin' })
  if (response.status === 401) document.dispatchEvent(new CustomEvent(signedOutNews))
  return response
}

/** Gives the pages below a client that speaks the reader's language. */
export function ClientProvider({ children }: { readonly children: ReactNode }) {
  const { locale } = useLocale()
  const client = useMemo(
    () =>
      createClient({
        fetch: (path, { signal, ...init }) =>
          ask(path, { ...init, ...(signal instanceof AbortSignal ? { signal } : {}) }),
        newId,
        locale: () => locale,
      }),
    [locale],
  )
  return <ClientContext.Provider value={client}>{children}</ClientContext.Provider>
}

/** Gives the pages below a client that was made elsewhere, such as the phone's, which answers without a network. */
export function GivenClient({ client, children }: { readonly client: Client; readonly children: ReactNode }) {
  return <ClientContext.Provider value={client}>{children}</ClientContext.Provider>
}

export function useClient(): Client {
  const client = useContext(ClientContext)
  if (!client) throw new Error('useClient needs a ClientProvider above it')
  return client
}

/** The sentence for a refusal, written by the server in the reader's language. */
export function sentenceOf(refusal: Refusal): string {
  return 'message' in refusal && typeof refusal.message === 'string' ? refusal.message : refusal.code
}

/** Turns whatever stopped a request into a sentence: the server's own for a refusal, ours for a broken line. */
export function useExplain(): (trouble: unknown) => string {
  const t = useText(uiMessages)
  const { locale, wording } = useLocale()
  return trouble => {
    if (isRefusal(trouble)) return locale === 'zh-CN' ? reword(sentenceOf(trouble), wording) : sentenceOf(trouble)
    if (trouble instanceof OutOfReach) return t(trouble.status === 0 ? 'trouble.offline' : 'trouble.server')
    return t('trouble.fault')
  }
}
