import { uuidV7 } from '../common/uuid.ts'

/** A fresh id made on the phone or in the browser, so that a command sent twice is one command. */
export function newId(): string {
  return uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)))
}
