import { deskStaff } from '#modules/identity/server/index.ts'

/** Each sees some cases: of a place, of a department, or what they reported themselves. */
const seeCases = [
  'acceptor',
  'duty-chief',
  'dispatcher',
  'handler',
  'grid-worker',
  'grid-worker-next',
  'building-head',
  'cleaner',
  'resident',
  'many-posts',
  'grid-lead',
  'road-chief',
  'window-clerk',
  'committee',
  'street-centre',
  'district-hub',
  'supervisor',
  'assessor',
]

/** Whoever may report as staff may settle a simple case on the spot. */
const reporters = [
  'acceptor',
  'duty-chief',
  'dispatcher',
  'grid-worker',
  'grid-worker-next',
  'building-head',
  'cleaner',
  'many-posts',
  'grid-lead',
  'road-chief',
  'window-clerk',
  'committee',
  'street-centre',
  'district-hub',
]

/** Who hands a case up or down a level. */
const levels = ['duty-chief', 'grid-lead', 'committee', 'street-centre', 'district-hub']

/** The hub among them for what was raised to the district. */
const centre = ['acceptor', 'duty-chief', 'street-centre', 'district-hub']
const chiefs = ['duty-chief', 'street-centre', 'district-hub']
const dispatchers = ['dispatcher', 'street-centre', 'district-hub']

/** Who answers for what the rates count. */
const ratesKeepers = ['supervisor', 'district-hub']

/** Who may knock at the endpoints of this module, by the demo town's logins. Held against every endpoint and persona. */
export const casesAccess = {
  'cases.report': 'anyone',
  'cases.accept': centre,
  'cases.refuse': centre,
  'cases.join': centre,
  'cases.file': chiefs,
  'cases.dispatch': dispatchers,
  'cases.return': ['handler'],
  'cases.handle': ['handler'],
  'cases.verify': ['grid-worker', 'grid-worker-next'],
  'cases.close': chiefs,
  'cases.rework': chiefs,
  'cases.rate': 'anyone',
  'cases.claim': centre,
  'cases.release': centre,
  'cases.assign': chiefs,
  'cases.ask-check': centre,
  'cases.report-check': ['grid-worker', 'grid-worker-next'],
  'cases.ask-verifier': chiefs,
  'cases.handle-on-spot': reporters,
  'cases.assist-done': ['handler'],
  'cases.split': dispatchers,
  'cases.link': centre,
  'cases.unlink': centre,
  'cases.dispute': ['handler'],
  'cases.rule': dispatchers,
  'cases.ask-extension': ['handler'],
  'cases.answer-extension': ['handler'],
  'cases.confirm-extension': dispatchers,
  'cases.ask-suspension': ['handler'],
  'cases.answer-suspension': dispatchers,
  'cases.resume': ['handler'],
  'cases.appeal': ['handler'],
  'cases.review-appeal': chiefs,
  'cases.confirm-appeal': ['supervisor'],
  'cases.ask-leave-out': ratesKeepers,
  'cases.answer-leave-out': ratesKeepers,
  'cases.count-again': ratesKeepers,
  'cases.leave-out-reasons': ratesKeepers,
  'cases.reopen': 'anyone',
  'cases.urge': ['supervisor'],
  'cases.instruct': ['street-centre', 'district-hub'],
  'cases.void': ['supervisor'],
  'cases.force-close': ['supervisor'],
  'cases.raise': levels,
  'cases.assign-down': levels,
  'cases.see-reporter': ['acceptor', 'duty-chief'],
  'cases.list-texts': seeCases,
  'cases.put-text': ['duty-chief', 'street-centre'],
  'cases.save-view': 'signed-in',
  'cases.delete-view': 'signed-in',
  'cases.preview-priority': ['district-hub', 'supervisor', 'system-admin'],
  'cases.try-step': seeCases,
  'cases.takers': chiefs,
  'cases.list': seeCases,
  'cases.show': seeCases,
  'cases.phone-pack': seeCases,
  'cases.print': seeCases,
  'cases.nearby': seeCases,
  'cases.follow': 'anyone',
  'cases.follow-own': 'signed-in',
  'cases.my-reports': 'signed-in',
  'cases.counts': seeCases,
  'cases.classes': 'anyone',
  'cases.units': deskStaff,
  'cases.points': seeCases,
  'cases.suggest': seeCases,
  'cases.list-views': 'signed-in',
} as const
