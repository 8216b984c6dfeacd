import type { OfficeModule } from '#platform/ui/office/office-module.ts'
import { intakePages } from './intake/pages.ts'

/** The pages of this module in the office. */
export const registryOffice: OfficeModule = intakePages
