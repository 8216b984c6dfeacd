/** The door for other modules: balanced cutting, kinds of bodies, and the numbers a place may set. */
export { balancedParts, type LoadCell, type Part } from './balance.ts'
export { type AssignmentKind, type BodyKind, bodyKinds, type BodyRole, type PostsSettings, usualPosts } from './body.ts'
export { postsMessages } from './messages.ts'
export { postsSettings } from './setting-parts.ts'
