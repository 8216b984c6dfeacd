/** The door for the apps: parts that show a case, without a kit. */
export { CaseStatusBadge, stateOf } from './CaseStatusBadge.tsx'
export { CaseTimeline } from './CaseTimeline.tsx'
export { LightMark } from './LightMark.tsx'
export { PhotoPair, photoAddress } from './PhotoPair.tsx'
