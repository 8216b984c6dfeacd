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
  readCode,
  unitGridScheme,
} from './code-scheme.ts'
export {
  Frame,
  frames,
  GridPath,
  gridTree,
  locate,
  PlaceInput,
  type PlaceNote,
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
} from './grid.ts'
export { gridMessages } from './messages.ts'
export { gridPermissions } from './permissions.ts'
