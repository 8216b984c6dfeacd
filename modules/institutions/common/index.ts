/** The door for other modules: kinds of institutions, and the numbers a place may set. */
export {
  type InstitutionKind,
  institutionKinds,
  type InstitutionSettings,
  usualInstitutions,
} from './institution.ts'
export { institutionsMessages } from './messages.ts'
export { institutionSettings } from './setting-parts.ts'
