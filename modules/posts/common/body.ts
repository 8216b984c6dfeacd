/** 队伍: the bodies that the sources name (mission C1). */
export const bodyKinds = [
  'leading-group',
  'mediation-committee',
  'patrol',
  'stability-team',
  'emergency-team',
  'committee',
  'other',
] as const
export type BodyKind = (typeof bodyKinds)[number]

export const bodyRoles = ['head', 'deputy', 'secretary', 'member'] as const
export type BodyRole = (typeof bodyRoles)[number]

/** 包片、包组、包户. */
export const assignmentKinds = ['area', 'group', 'household'] as const
export type AssignmentKind = (typeof assignmentKinds)[number]

export type TermState = 'sits' | 'over' | 'left'

/** Whether somebody sits in a body on a day; a term that ran out without a new one is said to be over. */
export function termStateOn(
  term: { readonly from: string; readonly until: string | null; readonly leftOn: string | null },
  day: string,
): TermState {
  if (term.leftOn !== null && term.leftOn <= day) return 'left'
  return term.until !== null && term.until < day ? 'over' : 'sits'
}

export interface Norm {
  readonly least: number
  readonly most: number
}

export const fits = ['below', 'within', 'above', 'none'] as const
export type Fit = (typeof fits)[number]

/** How many homes a grid has beside the norm; a grid without homes (a school, a market) has no norm. */
export function fitOf(households: number, { least, most }: Norm): Fit {
  if (households === 0) return 'none'
  if (households < least) return 'below'
  return households > most ? 'above' : 'within'
}

export interface PostsSettings extends Norm {
  /** Days after which a vacancy is told to whoever answers for the grid meanwhile. */
  readonly warnAfterDays: number
}

/** 300 to 500 homes a grid in a city: what most places write (common practice; GB/T 34300 was not at hand). */
export const usualPosts: PostsSettings = { least: 300, most: 500, warnAfterDays: 3 }
