/** Sheets of any length, a row at a time. */
export { NotASheet, readLargeSheet } from './read-large-sheet.ts'
export { type LargeSheet, writeLargeCsv, writeLargeXlsx } from './write-large-sheet.ts'
export type { Bytes } from './zip-parts.ts'
