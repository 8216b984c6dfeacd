export {
  type Comparable,
  type Likeness,
  likenessOf,
  type LikenessReason,
  mayBeAlike,
  perhaps,
  plainName,
  surely,
  usualWeights,
} from './likeness.ts'
export { likenessMessages } from './messages.ts'
export { beginningsOf, nearDays } from './meeting.ts'
