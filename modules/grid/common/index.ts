/** The door for other modules: what a grid is, how to ask about it, and what it may say. */
export {
  type CodePart,
  type CodeScheme,
  codeLength,
  composeCode,
  inNumberingOrder,
  localCode,
  nextNumber,
  olderUnitGridScheme,
  professionalGridScheme,
  longUnitGridScheme,
  schemeNamed,
  readCode,
  unitGridScheme,
} from './code-scheme.ts'
export {
  Frame,
  frames,
  gridsOnDay,
  gridTree,
  locate,
  PlaceInput,
  type PlaceNote,
  placeRefusals,
  type PostOnGrid,
  type Responsible,
  showGrid,
  type TreeGrid,
} from './contract.ts'
export {
  type Bounds,
  duties,
  type Duty,
  type Grid,
  type GridKind,
  gridKinds,
  type NewGrid,
  parentOf,
  pathsDownTo,
  lowestWithAll,
} from './grid.ts'
export { GridPath } from './grid-path.ts'
export { gridMessages } from './messages.ts'
export { gridPermissions } from './permissions.ts'
export { areaOf, type BoundaryCell, partsOf, polygonOf } from './boundaries/cell.ts'
export { checkBoundaries } from './boundaries/check.ts'
export { labelPlaceOf } from './boundaries/label-place.ts'
export { hasNoGround, selfCrossings } from './boundaries/shape-faults.ts'
export { type BuildingOutline, cutBuildings } from './boundaries/cut-buildings.ts'
export {
  type BoundaryRules,
  type Finding,
  type FindingKind,
  findingKinds,
  usualBoundaryRules,
} from './boundaries/finding.ts'
export { boundarySettings } from './boundaries/setting-parts.ts'
export { codeSettings } from './code-settings.ts'
export { BoundaryEdit } from './boundaries/edit.ts'
export {
  beginDraft,
  boundaries,
  decideDraft,
  draftCells,
  draftMoves,
  type DraftRow,
  editDraft,
  listDrafts,
  showDraft,
  submitDraft,
  undoEdit,
  withdrawDraft,
} from './contract-drafts.ts'
export { followPaths, type PathChange } from './follow-paths.ts'
