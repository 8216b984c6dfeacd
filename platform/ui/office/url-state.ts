import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'

/** The part of the address after `?`, all text. What a page is filtered by lives there, so it can be sent to others. */
export type UrlState = Readonly<Record<string, string>>

export function parseSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search))
}

export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const pairs = Object.entries(search).filter(([, value]) => value !== undefined && value !== '')
  const text = new URLSearchParams(pairs.map(([key, value]) => [key, String(value)])).toString()
  return text ? `?${text}` : ''
}

export function useUrlState(): readonly [UrlState, (change: Readonly<Record<string, string | undefined>>) => void] {
  const search = useSearch({ strict: false }) as UrlState
  const navigate = useNavigate()
  const change = useCallback(
    (part: Readonly<Record<string, string | undefined>>) => {
      const merged = (before: Record<string, unknown>) =>
        Object.fromEntries(Object.entries({ ...before, ...part }).filter(([, value]) => value !== undefined))
      void navigate({ to: '.', search: merged as never, replace: true })
    },
    [navigate],
  )
  return [search, change]
}
