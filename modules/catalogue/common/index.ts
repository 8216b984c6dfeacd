/** The door of the catalogue for everybody: classes, filing conditions, how a city's sheet is read. Pure. */
export { BothNames } from './both-names.ts'
export { type ClassKind, classKinds } from './class-kind.ts'
export {
  type CatalogueClass,
  catalogueStandard,
  classLabel,
  currentCodeFor,
  findClass,
  type Major,
  majors,
} from './classes.ts'
export type { FilingCondition } from './filing-condition.ts'
export { parseLimitText, type ReadLimit, writeLimitText } from './limit-text.ts'
export { diffSheet, longestCell, type RowFault, type SheetColumn, type SheetDiff, type SheetRow } from './sheet-diff.ts'
