/** Components (部件) stand in the street; events (事件) happen in it. Each has a number space of its own. */
export const classKinds = ['component', 'event'] as const
export type ClassKind = (typeof classKinds)[number]
