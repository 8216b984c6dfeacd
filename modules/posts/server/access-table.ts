import { deskStaff } from '#modules/identity/server/index.ts'

/** Who may knock at the endpoints of this module, by the demo town's logins. Held against every endpoint and persona. */
const editors = ['street-centre', 'district-hub', 'personnel']

export const postsAccess = {
  'posts.vacancies': deskStaff,
  'posts.workload': deskStaff,
  'posts.phones': deskStaff,
  'posts.balance': deskStaff,
  'posts.duties': deskStaff,
  'posts.bodies': deskStaff,
  'posts.assignments': deskStaff,
  'posts.add-body': editors,
  'posts.end-body': editors,
  'posts.add-member': editors,
  'posts.end-member': editors,
  'posts.assign': editors,
  'posts.end-assignment': editors,
} as const
