export { blocksOf, type Pair, pairsIn } from './blocks.ts'
export {
  type Comparable,
  type Likeness,
  likenessOf,
  type LikenessReason,
  perhaps,
  plainName,
  surely,
  usualWeights,
} from './likeness.ts'
export { likenessMessages } from './messages.ts'
