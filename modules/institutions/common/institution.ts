/** Sorts of institutions, as the sources name them (mission A9, C3, E1). */
export const institutionKinds = ['safety', 'conduct', 'covenant', 'standard', 'meeting', 'procedure', 'notice'] as const
export type InstitutionKind = (typeof institutionKinds)[number]

export const standings = ['in-force', 'coming', 'ended', 'repealed'] as const
export type Standing = (typeof standings)[number]

export interface VersionDates {
  readonly version: number
  readonly inForceFrom: string
  /** The last day; notices have one, rules mostly have none. */
  readonly inForceUntil: string | null
  /** False for a correction that needs no reading again. */
  readonly asksAgain: boolean
}

/** The wording that counts on a day: the last one whose day has come, or the first one that is to come. */
export function versionOn<V extends VersionDates>(versions: readonly V[], day: string): V | undefined {
  const inOrder = versions.toSorted((a, b) => a.version - b.version)
  return inOrder.findLast(({ inForceFrom }) => inForceFrom <= day) ?? inOrder[0]
}

export function standingOn(versions: readonly VersionDates[], repealedFrom: string | null, day: string): Standing {
  if (repealedFrom !== null && repealedFrom <= day) return 'repealed'
  const current = versionOn(versions, day)
  if (!current || current.inForceFrom > day) return 'coming'
  return current.inForceUntil !== null && current.inForceUntil < day ? 'ended' : 'in-force'
}

/** Which wording one must have read to know what counts: corrections that ask nobody leave it at an earlier one. */
export function versionToRead<V extends VersionDates>(versions: readonly V[], day: string): V | undefined {
  const current = versionOn(versions, day)
  if (!current) return undefined
  const upTo = versions.filter(({ version }) => version <= current.version).toSorted((a, b) => a.version - b.version)
  return upTo.findLast(({ asksAgain }) => asksAgain) ?? upTo[0]
}

/** Whether what somebody read last is still good. */
export function hasRead(versions: readonly VersionDates[], day: string, readVersions: readonly number[]): boolean {
  const needed = versionToRead(versions, day)
  return needed === undefined || readVersions.some(version => version >= needed.version)
}

export interface Readers {
  readonly roles: readonly string[]
  /** Only posts in this grid and below it; null: wherever they stand. */
  readonly gridPath: string | null
}

export function mustRead(
  { roles, gridPath }: Readers,
  post: { readonly roleCode: string; readonly gridPath: string | null },
): boolean {
  if (!roles.includes(post.roleCode)) return false
  if (gridPath === null) return true
  return post.gridPath !== null && (post.gridPath === gridPath || post.gridPath.startsWith(`${gridPath}.`))
}

export interface InstitutionSettings {
  /** Days in which a new wording is to be read. */
  readonly readDays: number
}

export const usualInstitutions: InstitutionSettings = { readDays: 7 }
