import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { type RingSource, ringOf } from './keys.ts'

/** Seals small secrets before they go into the database, with a key that never does. */
export interface SecretBox {
  /** `about` says what the secret belongs to; opened for anything else it fails, so rows cannot be swapped. */
  seal(secret: string, about: string): Buffer
  open(sealed: Uint8Array, about: string): string
}

const version = 1
const nonceBytes = 12
const tagBytes = 16

/**
 * AES-256-GCM. The envelope is `version, length of the key's id, id, nonce, tag, ciphertext`: a key can be replaced
 * while what the old one sealed stays readable.
 */
export function createSecretBox(source: RingSource): SecretBox {
  const keyOf = (id: string) => {
    const key = ringOf(source).keys[id]
    if (!key) throw new Error(`sealed with key ${id}, which is not in the key file: bring that key back`)
    return key
  }
  keyOf(ringOf(source).current)
  return {
    seal(secret, about) {
      const { current } = ringOf(source)
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', keyOf(current), nonce)
      cipher.setAAD(Buffer.from(about))
      const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
      const id = Buffer.from(current)
      return Buffer.concat([Buffer.from([version, id.length]), id, nonce, cipher.getAuthTag(), sealed])
    },
    open(sealed, about) {
      const bytes = Buffer.from(sealed)
      const idLength = bytes[1] ?? 0
      const nonceAt = 2 + idLength
      const tagAt = nonceAt + nonceBytes
      const textAt = tagAt + tagBytes
      if (bytes[0] !== version || bytes.length < textAt) throw new Error('not a sealed secret of ours')
      const key = keyOf(bytes.subarray(2, nonceAt).toString())
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(nonceAt, tagAt))
      decipher.setAAD(Buffer.from(about))
      decipher.setAuthTag(bytes.subarray(tagAt, textAt))
      return Buffer.concat([decipher.update(bytes.subarray(textAt)), decipher.final()]).toString('utf8')
    },
  }
}
