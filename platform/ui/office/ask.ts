import {
  type InfiniteData,
  keepPreviousData,
  MutationCache,
  QueryCache,
  QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useRef } from 'react'
import type { Answer, Client } from '../../contract/common/client.ts'
import type { Endpoint, InputOf, OutputOf } from '../../contract/common/endpoint.ts'
import { isRefusal, type Refusal } from '../../kernel/common/refusal.ts'
import { newId } from '../../kernel/ui/new-id.ts'
import { useClient } from '../ui/client.tsx'

type Query = Endpoint<string, 'query'>
type Command = Endpoint<string, 'command'>

/** Not every 401: a wrong password typed while signing in ends nothing. */
const sessionOver = ['commands/sign-in-first', 'identity/session-expired', 'identity/session-ended']

/** What the pages know of the server. A "no" is final; a broken line is tried twice more. */
export function createQueries(onSessionEnded: () => void): QueryClient {
  const onError = (trouble: unknown) => {
    if (!isRefusal(trouble)) return
    if (sessionOver.includes(trouble.code)) onSessionEnded()
    // Public operations go on without a session and then may do less: ask whether there still is one.
    else if (trouble.kind === 'not-allowed') void queries.invalidateQueries({ queryKey: ['identity.me'] })
  }
  const queries = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, trouble) => !isRefusal(trouble) && failures < 2,
      },
    },
  })
  return queries
}

/** Queries of one endpoint share the first part of their key, so that news about a thing can ask them again. */
const keyOf = (name: string, input: unknown) => [name, input] as const

async function answerOf<E extends Query>(client: Client, name: E['name'], input: InputOf<E>, signal: AbortSignal) {
  const answer: Answer<E> = await client.query<E>(name, input, { signal })
  return isRefusal(answer) ? Promise.reject(answer) : (answer as OutputOf<E>)
}

interface AskOptions {
  /** False: wait with asking until something is chosen. */
  readonly enabled?: boolean
  /** Keep showing the last answer while the next one comes: for filters and paging, not for another thing. */
  readonly keep?: boolean
}

/** Asks an endpoint: `useAsk<typeof me>('identity.me', {})`. `error` is a refusal or a broken line. */
export function useAsk<E extends Query>(name: E['name'], input: InputOf<E>, options: AskOptions = {}) {
  const client = useClient()
  return useQuery<OutputOf<E>, unknown>({
    queryKey: keyOf(name, input),
    queryFn: ({ signal }) => answerOf<E>(client, name, input, signal),
    enabled: options.enabled ?? true,
    ...(options.keep ? { placeholderData: keepPreviousData as never } : {}),
  })
}

/**
 * Asks a command whose answer is shown: a look that leaves a trace, such as opening somebody's record. Safe to ask again;
 * what it records about repeated looks is the command's to decide.
 */
export function useAskByCommand<E extends Command>(name: E['name'], input: InputOf<E>) {
  const client = useClient()
  return useQuery<OutputOf<E>, unknown>({
    queryKey: keyOf(name, input),
    queryFn: async () => {
      const answer: Answer<E> = await client.command<E>(name, input, { requestId: newId() })
      return isRefusal(answer) ? Promise.reject(answer) : (answer as OutputOf<E>)
    },
  })
}

interface Page {
  readonly rows: readonly unknown[]
  readonly next: string | null
}
export type RowOf<E extends Query> = OutputOf<E> extends { readonly rows: readonly (infer R)[] } ? R : never

/** A list page by page; `rows` are all that came so far. */
export function useAskList<E extends Query>(name: E['name'], input: InputOf<E>, options: AskOptions = {}) {
  const client = useClient()
  const asked = useInfiniteQuery<Page, unknown, InfiniteData<Page>, readonly unknown[], string | undefined>({
    queryKey: keyOf(name, input),
    queryFn: ({ signal, pageParam }) => {
      const page = pageParam === undefined ? input : { ...(input as object), cursor: pageParam }
      return answerOf<E>(client, name, page as InputOf<E>, signal) as Promise<Page>
    },
    initialPageParam: undefined,
    getNextPageParam: page => page.next ?? undefined,
    enabled: options.enabled ?? true,
    placeholderData: keepPreviousData,
  })
  const rows = (asked.data?.pages.flatMap(page => page.rows) ?? []) as RowOf<E>[]
  const first = asked.data?.pages[0] as OutputOf<E> | undefined
  return { ...asked, rows, first }
}
export type AskedList<Row> = {
  readonly rows: readonly Row[]
  readonly isPending: boolean
  readonly isError: boolean
  readonly error: unknown
  readonly hasNextPage: boolean
  readonly isFetchingNextPage: boolean
  readonly fetchNextPage: () => unknown
  readonly refetch: () => unknown
}

interface DoOptions<E extends Command> {
  readonly onDone?: (answer: OutputOf<E>, input: InputOf<E>) => void
  /** Whose answers are old now: beginnings of endpoint names, such as `cases.`. */
  readonly renews?: readonly string[]
}

/**
 * Sends a command. Repeating after a broken line keeps the request id, so that nothing happens twice;
 * `trouble` is the refusal or the broken line, for a sentence beside the button.
 */
export function useDo<E extends Command>(name: E['name'], options: DoOptions<E> = {}) {
  const client = useClient()
  const renew = useRenew()
  const open = useRef<{ readonly text: string; readonly requestId: string } | null>(null)
  const mutation = useMutation<OutputOf<E>, unknown, InputOf<E>>({
    mutationFn: async input => {
      const text = JSON.stringify(input)
      if (open.current?.text !== text) open.current = { text, requestId: newId() }
      const answer: Answer<E> = await client.command<E>(name, input, { requestId: open.current.requestId })
      open.current = null
      return isRefusal(answer) ? Promise.reject(answer) : (answer as OutputOf<E>)
    },
    onSuccess: (answer, input) => {
      renew(options.renews ?? [])
      options.onDone?.(answer, input)
    },
  })
  return {
    send: mutation.mutate,
    isSending: mutation.isPending,
    trouble: mutation.error ?? null,
    answer: mutation.data,
    forget: mutation.reset,
  }
}

/** Asks again whatever begins with one of these names and is on the screen. */
export function useRenew() {
  const queries = useQueryClient()
  return (beginnings: readonly string[]) => {
    if (beginnings.length === 0) return
    void queries.invalidateQueries({
      predicate: query => beginnings.some(start => String(query.queryKey[0]).startsWith(start)),
    })
  }
}

export function refusalIn(trouble: unknown, code: string): Refusal | null {
  return isRefusal(trouble) && trouble.code === code ? trouble : null
}
