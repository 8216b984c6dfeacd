/** The door of the catalogue for everybody: classes, filing conditions, how a city's sheet is read, how to ask. */
export { BothNames } from './both-names.ts'
export { type ClassKind, classKinds } from './class-kind.ts'
export { type ClassBook, classesOn, nationalClasses } from './class-book.ts'
export { type CatalogueClass, catalogueStandard, type Major } from './classes.ts'
export { endCondition, importSheet, listConditions, putCondition, showCondition } from './contract.ts'
export type { FilingCondition } from './filing-condition.ts'
export { type LocalClass } from './local-class.ts'
export { parseLimitText, type ReadLimit, writeLimitText } from './limit-text.ts'
export {
  diffSheet,
  type Fresh,
  longestCell,
  type RowFault,
  type SheetColumn,
  sheetColumns,
  type SheetDiff,
  type SheetRow,
} from './sheet-diff.ts'
