import { join } from 'node:path'
import type { PaperMedia } from '../../common/papers.ts'
import { mostCharacters, type Read } from './read.ts'
import { type ApartBounds, runApart } from './run-apart.ts'

/**
 * The largest papers that are taken, of fifteen megabytes, are read with a third of the memory. The reader leaves off by
 * itself earlier than the clock does, by what it has used of the processor.
 */
const usual = { memoryBytes: 512 * 1024 * 1024, milliseconds: 90_000, answerBytes: mostCharacters * 6 }

/** Reads a paper in a process of its own. Throws when no reader could be started: that says nothing of the paper. */
export async function readApart(bytes: Buffer, media: PaperMedia, bounds: ApartBounds = usual): Promise<Read> {
  const answer = await runApart(join(import.meta.dirname, 'reader.ts'), { words: [media], input: bytes }, bounds)
  return answer === null ? { text: 'too-much', words: '' } : (JSON.parse(answer) as Read)
}
