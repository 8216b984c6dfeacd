/** The door for other modules and for pages: kinds with their fields, relations, the contract, texts. */
export { type CodeList, codeLists, codeWord } from './code-lists.ts'
export {
  addThing,
  findByNumber,
  type ListedThing,
  type listThings,
  openThing,
  type ShownField,
  type ShownRelation,
  type ShownThing,
  type thingHistory,
  unmaskField,
} from './contract/things.ts'
export type { beginExport } from './contract/exports.ts'
export type { findThings } from './contract/find.ts'
export type { figureRows, figures, listStale } from './contract/upkeep.ts'
export type { Household, takeAlong } from './contract/take-along.ts'
export { checkedFields, type FieldProblem, type Problems } from './check-fields.ts'
export { type StaleAfter, usualStaleAfter, type Way, ways } from './entries.ts'
export { type FieldSpec, type FieldValue, type IdentifierScheme, isSealed } from './field-spec.ts'
export { citizenCheck, creditCheck, organisationCheck } from './identifiers/index.ts'
export { fieldOf, kinds, type KindSpec, type ThingKind, thingKinds } from './kinds.ts'
export { registryMessages } from './messages.ts'
export { registrySettings, type RegistrySettings, staleAfterOf, usualRegistry } from './setting-parts.ts'
export { type Fate } from './record.ts'
export { mayJoin, type RelationKind, relationKinds, relations } from './relations.ts'
