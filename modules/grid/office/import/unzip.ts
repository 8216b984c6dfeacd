/**
 * The wanted files of a zip, each unpacked no further than the limit: a small file that unpacks to a huge one is stopped
 * while it unpacks, whatever its directory says about sizes. Null for something that is no zip; `too-large` beyond.
 */
export async function unzip(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
  mostUnpacked: number,
): Promise<ReadonlyMap<string, Uint8Array> | 'too-large' | null> {
  const entries = directoryOf(bytes)
  if (!entries) return null
  const files = new Map<string, Uint8Array>()
  let left = mostUnpacked
  for (const { name, method, from, size } of entries) {
    if (!isWanted(name)) continue
    const packed = bytes.subarray(from, from + size)
    const whole = method === 0 ? within(packed, left) : method === 8 ? await inflate(packed, left) : null
    if (whole === 'too-large') return whole
    if (whole === null) return null
    left -= whole.length
    files.set(name, whole)
  }
  return files
}

interface Entry {
  readonly name: string
  readonly method: number
  readonly from: number
  readonly size: number
}

const endMark = 0x06054b50
const entryMark = 0x02014b50
const mostEntries = 500

function directoryOf(bytes: Uint8Array): Entry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  while (end >= 0 && end > bytes.length - 22 - 65_535 && view.getUint32(end, true) !== endMark) end--
  if (end < 0 || view.getUint32(end, true) !== endMark) return null
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count > mostEntries) return null
  const entries: Entry[] = []
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== entryMark) return null
    const nameLength = view.getUint16(at + 28, true)
    const local = view.getUint32(at + 42, true)
    if (local + 30 > bytes.length) return null
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    const size = view.getUint32(at + 20, true)
    if (from + size > bytes.length) return null
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    entries.push({ name, method: view.getUint16(at + 10, true), from, size })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

const within = (packed: Uint8Array, most: number) => (packed.length > most ? ('too-large' as const) : packed)

async function inflate(packed: Uint8Array, most: number): Promise<Uint8Array | 'too-large' | null> {
  const stream = new Blob([packed as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'))
  const reader = stream.getReader()
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      length += next.value.length
      if (length > most) {
        await reader.cancel()
        return 'too-large'
      }
      chunks.push(next.value)
    }
  } catch {
    return null
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
