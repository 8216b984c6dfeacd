import { deskStaff } from '#modules/identity/server/index.ts'

/** Who may knock at the endpoints of this module, by the demo town's logins. Held against every endpoint and persona. */
const setUp = ['street-centre', 'district-hub']
const leads = ['handler', 'grid-lead', 'committee', 'street-centre', 'district-hub']
const handles = ['handler', 'grid-worker', 'grid-worker-next', 'grid-lead', 'committee']
export const campaignsAccess = {
  'campaigns.set-up': setUp,
  'campaigns.change': setUp,
  'campaigns.close': leads,
  'campaigns.survey-point': 'signed-in',
  'campaigns.amend-point': 'signed-in',
  'campaigns.fix-list': leads,
  'campaigns.issue-order': leads,
  'campaigns.report-point': handles,
  'campaigns.step-point': 'signed-in',
  'campaigns.link-case': leads,
  'campaigns.open-case': leads,
  'campaigns.list': deskStaff,
  'campaigns.show': deskStaff,
  'campaigns.points': deskStaff,
  'campaigns.my-points': deskStaff,
  'campaigns.show-point': deskStaff,
  'campaigns.accountability': deskStaff,
  'campaigns.choices': deskStaff,
  'campaigns.export-list': deskStaff,
  'campaigns.print-order': deskStaff,
  'campaigns.print-accountability': deskStaff,
  'campaigns.results': 'anyone',
  'campaigns.set-up-programme': setUp,
  'campaigns.add-project': setUp,
  'campaigns.add-task': setUp,
  'campaigns.step-task': 'signed-in',
  'campaigns.programmes': deskStaff,
  'campaigns.programme': deskStaff,
  'campaigns.task': deskStaff,
} as const
