/** Pages of this module in the field app, and how a phone gets its key. */
export { keyDoor } from './key-door.ts'
export { MinePage } from './MinePage.tsx'
export { useSwitchPost } from './use-switch-post.ts'
