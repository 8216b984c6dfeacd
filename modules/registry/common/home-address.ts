/**
 * `杏花东街22号1单元102室`: what the places of a home are called, put together as people say it. The entrance is left out
 * where a building has only one, the room where the house is one home.
 */
export function homeAddress(building: string, entrance: string | null, room: string | null): string {
  const named = room === null || room === '' ? '' : /^[\dA-Z-]+$/i.test(room) ? `${room}室` : room
  return `${building}${entrance ?? ''}${named}`
}

/** The floor in a room's number, `1203` → 12: floor first, then two digits (common practice); null for other numbers. */
export function floorOfRoom(room: string): number | null {
  const found = /^(\d{1,2})\d{2}$/.exec(room.trim())
  return found ? Number(found[1]) : null
}
