import { usualBoundaryRules } from '../common/boundaries/finding.ts'
import { codeSettings } from '../common/code-settings.ts'
import type { Surroundings } from './surroundings.ts'

/** For tests of parts that draw nothing. */
export const alone: Surroundings = {
  rules: () => usualBoundaryRules,
  codes: () => codeSettings.usual,
  buildings: async () => [],
  people: async () => new Map(),
  approvers: async () => [],
  movePosts: async () => {},
  followers: [],
}
