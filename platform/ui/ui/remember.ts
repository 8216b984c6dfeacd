/**
 * Small things kept on this device. Private windows and full disks may forbid it; then nothing is remembered and
 * nothing breaks.
 */
export function remember(key: string, value: string | null): boolean {
  try {
    if (value === null) localStorage.removeItem(key)
    else localStorage.setItem(key, value)
    return true
  } catch {
    return false
  }
}

export function recall(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/** Something kept as JSON; what cannot be read, or is not what `isRight` expects, is as good as absent. */
export function recallJson<T>(key: string, isRight: (value: unknown) => value is T): T | null {
  try {
    const value: unknown = JSON.parse(recall(key) ?? 'null')
    return isRight(value) ? value : null
  } catch {
    return null
  }
}
