import { lazy } from 'react'

/** Parts of the phone that pages of other modules use. Light: what is heavy is fetched when it is shown. */
export const AtDoor = lazy(() => import('./AtDoor.tsx').then(({ AtDoor: part }) => ({ default: part })))
export type { SaidAtDoor } from './AtDoor.tsx'
export { fieldRegistryMessages } from './messages.ts'
export { takeHouseholds } from './take-households.ts'
export { useHousehold } from './use-household.ts'
