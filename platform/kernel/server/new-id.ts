import { randomBytes } from 'node:crypto'
import { uuidV7 } from '../common/uuid.ts'

/** A fresh id, made by whoever makes the thing. */
export function newId(): string {
  return uuidV7(Date.now(), randomBytes(10))
}
