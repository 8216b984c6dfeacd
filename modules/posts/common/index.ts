/** The door for other modules: kinds of bodies, and the numbers a place may set. */
export { type AssignmentKind, type BodyKind, bodyKinds, type BodyRole, type PostsSettings, usualPosts } from './body.ts'
export { postsMessages } from './messages.ts'
export { postsSettings } from './setting-parts.ts'
