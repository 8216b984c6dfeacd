/** Sheets of any length, a row at a time. */
export { NotASheet } from './not-a-sheet.ts'
export { readLargeSheet } from './read-large-sheet.ts'
export { readSmallSheet } from './read-small-sheet.ts'
export { type LargeSheet, writeLargeCsv, writeLargeXlsx } from './write-large-sheet.ts'
export type { Bytes } from './zip-parts.ts'
