import type { SheetLine, Unreadable } from '../common/sheet.ts'
import { NotASheet } from './not-a-sheet.ts'
import { readLargeSheet } from './read-large-sheet.ts'

/** Some hundred lines with all their forms and drop-downs need a few; a file built to burst unpacks to gigabytes. */
const mostUnpacked = 64 * 1024 * 1024

/** A sheet that people filled in, at most `most` lines of it, all at once. */
export async function readSmallSheet(file: Uint8Array, most: number): Promise<readonly SheetLine[] | Unreadable> {
  const lines: SheetLine[] = []
  const whole = async function* () {
    yield file
  }
  try {
    for await (const line of readLargeSheet(whole, mostUnpacked)) if (lines.push(line) > most) return 'too-many-rows'
  } catch (error) {
    if (error instanceof NotASheet) return 'not-a-sheet'
    throw error
  }
  return lines.length === 0 ? 'empty' : lines
}
