export { checkByScheme, type CheckedScheme } from './by-scheme.ts'
export { bare, type Checked, identifierFaults, type IdentifierFault } from './checked.ts'
export {
  checkCitizenNumber,
  type CitizenKind,
  citizenCheck,
  type CitizenParts,
  type OldNumber,
  upgradeOldNumber,
} from './citizen-number.ts'
export { checkCreditCode, checkOrganisationCode, creditCheck, organisationCheck } from './credit-code.ts'
export { identifierMessages } from './messages.ts'
export { checkPhone } from './phone.ts'
export { checkCellCode, checkComponentCode, checkRealEstateUnit } from './place-codes.ts'
export { checkPlate, type PlateKind } from './plate.ts'
export { provinceNames } from './provinces.ts'
