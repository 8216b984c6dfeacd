import { usualBoundaryRules } from '../common/boundaries/finding.ts'
import type { Surroundings } from './surroundings.ts'

/** For tests of parts that draw nothing. */
export const alone: Surroundings = {
  rules: () => usualBoundaryRules,
  buildings: async () => [],
  people: async () => new Map(),
  approvers: async () => [],
  movePosts: async () => {},
  followers: [],
}
