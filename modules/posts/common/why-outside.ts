/**
 * Why a proposed grid lies outside of the norm: a building has too many homes by itself; there are too few homes in all;
 * their number lies between two counts of grids; the buildings come in sizes that do not add up; or it is a whole
 * community, village or school, which nobody cuts by homes alone.
 */
export const whyOutside = ['one-building', 'too-few', 'between', 'lumps', 'own-community'] as const
export type WhyOutside = (typeof whyOutside)[number]
