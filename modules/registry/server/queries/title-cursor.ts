interface Place {
  readonly title: string
  readonly id: string
}

/** Where a page in the order of titles ended. */
export function titleCursor(last: Place | undefined): string | null {
  return last ? JSON.stringify([last.title, last.id]) : null
}

/** Anything that is no cursor of ours begins at the beginning. */
export function readTitleCursor(text: string | undefined): Place | undefined {
  if (text === undefined) return undefined
  try {
    const [title, id]: unknown[] = JSON.parse(text)
    return typeof title === 'string' && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id) ? { title, id } : undefined
  } catch {
    return undefined
  }
}
