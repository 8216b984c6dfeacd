import { Unzip, type UnzipFile, UnzipInflate } from 'fflate'
import { NotASheet } from './not-a-sheet.ts'

/** More than this out of one file is no sheet that people made. */
export const mostUnpacked = 2 * 1024 ** 3

/** A piece of the file at a time, as often as it is asked for. */
export type Bytes = () => AsyncIterable<Uint8Array>

/** Whether to read a part of the archive, by its name. */
export type Wanted = (name: string) => boolean

/** The wanted parts of a zip archive, piece by piece, without unpacking anything else and without holding a part. */
export async function* partsOf(
  file: Bytes,
  wanted: Wanted,
  most: number,
): AsyncGenerator<{ readonly name: string; readonly piece: Uint8Array }> {
  const waiting: { name: string; piece: Uint8Array }[] = []
  let unpacked = 0
  const archive = new Unzip((part: UnzipFile) => {
    if (!wanted(part.name)) return
    part.ondata = (error, piece) => {
      if (error) throw error
      unpacked += piece.length
      if (unpacked > most) throw new NotASheet()
      waiting.push({ name: part.name, piece })
    }
    part.start()
  })
  archive.register(UnzipInflate)
  for await (const piece of file()) {
    // Small steps: what one step unpacks is in memory at once.
    for (let at = 0; at < piece.length; at += 65_536) {
      unpack(archive, piece.subarray(at, at + 65_536))
      yield* waiting.splice(0)
    }
  }
  unpack(archive, new Uint8Array(0), true)
  yield* waiting.splice(0)
}

/** Whatever the unpacker stumbles over: an archive that is broken, cut off or packed in a way that no spreadsheet uses. */
function unpack(archive: Unzip, bytes: Uint8Array, isLast = false): void {
  try {
    archive.push(bytes, isLast)
  } catch (cause) {
    throw cause instanceof NotASheet ? cause : new NotASheet({ cause })
  }
}

/** Names of sheets and styles of cells: more than this is not small. */
const mostText = 32 * 1024 * 1024

/** Whole small parts, as text. */
export async function textParts(file: Bytes, wanted: Wanted, most: number): Promise<ReadonlyMap<string, string>> {
  const pieces = new Map<string, Uint8Array[]>()
  for await (const { name, piece } of partsOf(file, wanted, Math.min(most, mostText))) {
    const before = pieces.get(name)
    if (before) before.push(piece)
    else pieces.set(name, [piece])
  }
  return new Map([...pieces].map(([name, all]) => [name, Buffer.concat(all).toString('utf8')]))
}
