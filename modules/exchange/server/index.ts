/** The door for other modules' server code, for `apps/server` and for the town. */
export { hashOfKey, hintOf } from './client-key.ts'
export { addClient, clientNames, clientsCalled } from './client-store.ts'
export { createMachineDoor } from './machine-door.ts'
export type { CaseDesk, CaseStanding, Places, Surroundings } from './surroundings.ts'
export type { ExchangeTables } from './tables.ts'
export { clientPaths } from './grid-paths-store.ts'
