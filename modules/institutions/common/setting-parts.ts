import { both, type SettingGroup, wholePart } from '#platform/settings/common/index.ts'
import { type InstitutionSettings, usualInstitutions } from './institution.ts'

/** The numbers of the institutions library that a place may set. */
export const institutionSettings: SettingGroup<InstitutionSettings> = {
  name: 'institutions',
  label: both('制度库', 'Institutions'),
  usual: usualInstitutions,
  parts: [
    wholePart(
      'readDays',
      { least: 1, most: 60 },
      both('新制度几天内读完', 'Days in which a new wording is to be read'),
    ),
  ],
}
