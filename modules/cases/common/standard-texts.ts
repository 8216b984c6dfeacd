/** Steps at which somebody writes words that are written again and again. */
export const textSteps = [
  'refuse',
  'return',
  'rework',
  'dispute',
  'ask-extension',
  'ask-suspension',
  'appeal',
  'raise',
  'assign-down',
  'void',
  'force-close',
  'close',
  'handle',
  'urge',
  'instruct',
] as const
export type TextStep = (typeof textSteps)[number]
