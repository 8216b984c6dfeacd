/** Pages of this module in the field app. */
export { MinePage } from './MinePage.tsx'
export { useSwitchPost } from './use-switch-post.ts'
