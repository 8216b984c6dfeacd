/** Sealed with AES-GCM: a fresh nonce each time, and bound to its key in the store, so that rows cannot be swapped. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>
  readonly body: ArrayBuffer
  readonly form: 'json' | 'bytes'
}

const nonceBytes = 12
const bytesOf = (text: string) => new TextEncoder().encode(text)

/**
 * The key to what a person keeps on a phone, made of the secret that the server gives when they sign in. No script can
 * read it again: it can only be used, by this browser, until it is thrown away.
 */
export async function keyFrom(secret: string, deviceId: string, personId: string): Promise<CryptoKey> {
  const raw = Uint8Array.from(atob(secret), character => character.charCodeAt(0))
  const root = await crypto.subtle.importKey('raw', raw, 'HKDF', false, ['deriveKey'])
  raw.fill(0)
  const salt = bytesOf(`${deviceId} ${personId}`)
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt, info: bytesOf('wangge field data') },
    root,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
}

export async function seal(key: CryptoKey, about: string, value: object | ArrayBuffer): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(nonceBytes))
  const isBytes = value instanceof ArrayBuffer
  const plain = isBytes ? value : bytesOf(JSON.stringify(value))
  const body = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: bytesOf(about) }, key, plain)
  return { iv, body, form: isBytes ? 'bytes' : 'json' }
}

export async function unseal(key: CryptoKey, about: string, { iv, body, form }: Sealed): Promise<unknown> {
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: bytesOf(about) }, key, body)
  return form === 'bytes' ? plain : JSON.parse(new TextDecoder().decode(plain))
}
