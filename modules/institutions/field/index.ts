/** Pages of this module in the field app. */
export { InstitutionScreen } from './InstitutionScreen.tsx'
export { InstitutionsScreen } from './InstitutionsScreen.tsx'
export { institutionsFieldMessages } from './messages.ts'
