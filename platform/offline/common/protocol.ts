/**
 * How phone and server speak about what was done offline: the inputs of the commands that may wait, and how photos
 * travel. `now` grows when an input changes its meaning, loses a field or demands a new one; a new optional field needs
 * nothing. A test pins a hash of it all (`tooling/offline-protocol.test.ts`), so that nothing changes by accident.
 *
 * History: 1, the first.
 */
export const offlineProtocol = {
  now: 1,
  /** An app of a release that spoke one of so many protocols before the present one still gets through. */
  olderAccepted: 3,
} as const

/** Sent with every command of an outbox. */
export const protocolHeader = 'x-wangge-protocol'
/** Whose outbox it comes from: done as that person or not at all, whoever is signed in by then. */
export const personHeader = 'x-wangge-person'
/** The phone's own time when the person acted; the server's clock stays the one that counts. */
export const deviceTimeHeader = 'x-device-at'

/** Whether an app that speaks this protocol may still send. One that is newer than the server waits for the server. */
export function isAccepted(protocol: number, { now, olderAccepted }: Protocol = offlineProtocol): boolean {
  return Number.isInteger(protocol) && protocol <= now && protocol >= Math.max(1, now - olderAccepted)
}

export interface Protocol {
  readonly now: number
  readonly olderAccepted: number
}
