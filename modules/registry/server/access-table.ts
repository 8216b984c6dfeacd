import { intakeAccess } from './intake-access.ts'

/** Who may knock at the endpoints of this module, by the demo town's logins. Held against every endpoint and persona. */
const writers = ['grid-worker', 'grid-worker-next', 'grid-lead', 'window-clerk', 'committee']
const readers = [...writers, 'street-centre']
const settlers = ['grid-lead', 'committee']
export const registryAccess = {
  ...intakeAccess,
  'registry.list': 'signed-in',
  'registry.open': 'signed-in',
  'registry.unmask': 'signed-in',
  'registry.history': 'signed-in',
  'registry.add': writers,
  'registry.record': writers,
  'registry.relate': writers,
  'registry.end-relation': writers,
  'registry.find-by-number': readers,
  'registry.conflicts': settlers,
  'registry.settle': settlers,
  'registry.stale': writers,
  'registry.confirm': writers,
  'registry.preview-event': writers,
  'registry.happen': writers,
  'registry.events': readers,
  'registry.figures': ['grid-lead', 'committee', 'street-centre', 'district-hub'],
  'registry.figure-rows': readers,
  'registry.looks': ['window-clerk', 'committee'],
  'registry.print-looks': ['window-clerk', 'committee'],
  'registry.latest-looks': ['audit-admin'],
  'registry.ask-correction': writers,
  'registry.decide-correction': settlers,
  'registry.corrections': settlers,
  'registry.give-consent': writers,
  'registry.withdraw-consent': writers,
  'registry.consents': readers,
  'registry.care-policies': 'signed-in',
  'registry.put-care-policy': ['security-admin'],
  'registry.enlist': 'signed-in',
  'registry.delist': 'signed-in',
  'registry.note-visit': 'signed-in',
  'registry.care': 'signed-in',
  'registry.retention': ['security-admin'],
  'registry.clean-up': ['security-admin'],
} as const
