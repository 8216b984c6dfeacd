/** A calendar is kept for a district (six digits), a street (nine) or a community (twelve) of the codes of places. */
export const calendarKey = /^[0-9]{6}([0-9]{3}){0,2}$/

const lengths = [6, 9, 12]

/** The calendars that may count for an area, the default one first, its own last. */
export function calendarsAround(area: string): string[] {
  if (area === 'default') return ['default']
  return ['default', ...lengths.filter(length => length <= area.length).map(length => area.slice(0, length))]
}
