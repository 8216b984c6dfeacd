import { deskStaff } from '#modules/identity/server/index.ts'

/** Who may knock at the endpoints of this module, by the demo town's logins. Held against every endpoint and persona. */
const editors = ['street-centre', 'district-hub']

export const placesAccess = {
  'places.overlays': deskStaff,
  'places.lines': deskStaff,
  'places.at': deskStaff,
  'places.buildings': deskStaff,
  'places.building': deskStaff,
  'places.grid-map': deskStaff,
  'places.grid-map-picture': deskStaff,
  'places.set-phone': editors,
  'places.add-overlay': editors,
  'places.end-overlay': editors,
  'places.set-posts': editors,
  'places.check-intake': editors,
  'places.take-intake': editors,
  'places.end-thing': editors,
  'places.set-entrance': editors,
} as const
