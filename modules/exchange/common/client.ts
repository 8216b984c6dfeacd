/** What a client is: a device, a camera platform, the platform above, or somebody who watches the media. */
export const clientKinds = ['sensor', 'video', 'superior', 'media'] as const
export type ClientKind = (typeof clientKinds)[number]

/** Clients whose matters also come and go as sheets. */
export const sheetKinds: readonly ClientKind[] = ['superior', 'media']

export interface ExchangeSettings {
  /** A device that says the same again within so many minutes is counted onto the open case. */
  readonly repeatMinutes: number
}

export const usualExchange: ExchangeSettings = { repeatMinutes: 60 }

/** The longest window that may be set: a week. */
export const mostRepeatMinutes = 7 * 24 * 60

/** Whether a count is told in the case's history: 2, 4, 8 … so that a device that rings all night fills no page. */
export function isTold(count: number): boolean {
  return count > 1 && Number.isInteger(Math.log2(count))
}
