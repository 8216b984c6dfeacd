import { Unzip, type UnzipFile, UnzipInflate } from 'fflate'

/** More than this out of one file is no sheet that people made. */
const mostUnpacked = 2 * 1024 ** 3

/** A piece of the file at a time, as often as it is asked for. */
export type Bytes = () => AsyncIterable<Uint8Array>

/** Whether to read a part of the archive, by its name. */
export type Wanted = (name: string) => boolean

/** The wanted parts of a zip archive, piece by piece, without unpacking anything else and without holding a part. */
export async function* partsOf(
  file: Bytes,
  wanted: Wanted,
): AsyncGenerator<{ readonly name: string; readonly piece: Uint8Array }> {
  const waiting: { name: string; piece: Uint8Array }[] = []
  let unpacked = 0
  const archive = new Unzip((part: UnzipFile) => {
    if (!wanted(part.name)) return
    part.ondata = (error, piece) => {
      if (error) throw error
      unpacked += piece.length
      if (unpacked > mostUnpacked) throw new Error('the archive unpacks to more than a sheet holds')
      waiting.push({ name: part.name, piece })
    }
    part.start()
  })
  archive.register(UnzipInflate)
  for await (const piece of file()) {
    // Small steps: what one step unpacks is in memory at once.
    for (let at = 0; at < piece.length; at += 65_536) {
      archive.push(piece.subarray(at, at + 65_536))
      yield* waiting.splice(0)
    }
  }
  archive.push(new Uint8Array(0), true)
  yield* waiting.splice(0)
}

/** Names of sheets and styles of cells: more than this is not small. */
const mostText = 32 * 1024 * 1024

/** Whole small parts, as text. */
export async function textParts(file: Bytes, wanted: Wanted): Promise<ReadonlyMap<string, string>> {
  const pieces = new Map<string, Uint8Array[]>()
  let bytes = 0
  for await (const { name, piece } of partsOf(file, wanted)) {
    bytes += piece.length
    if (bytes > mostText) throw new Error('the archive unpacks to more than a sheet holds')
    const before = pieces.get(name)
    if (before) before.push(piece)
    else pieces.set(name, [piece])
  }
  return new Map([...pieces].map(([name, all]) => [name, Buffer.concat(all).toString('utf8')]))
}
