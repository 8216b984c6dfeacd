const writers = ['grid-worker', 'grid-worker-next', 'grid-lead', 'window-clerk', 'committee']
const settlers = ['grid-lead', 'committee']
const exporters = ['committee']
const readers = [...writers, 'many-posts', 'road-chief', 'street-centre', 'district-hub']

/** Who may knock at finding, imports, exports, duplicates and street names. */
export const intakeAccess = {
  'registry.find': 'signed-in',
  'registry.begin-import': writers,
  'registry.send-import-piece': writers,
  'registry.map-import': writers,
  'registry.take-import': writers,
  'registry.stop-import': writers,
  'registry.imports': writers,
  'registry.import': writers,
  'registry.import-rows': writers,
  'registry.import-faults': writers,
  'registry.import-template': writers,
  'registry.read-address': readers,
  'registry.street-aliases': readers,
  'registry.put-street-alias': settlers,
  'registry.remove-street-alias': settlers,
  'registry.alike': settlers,
  'registry.open-alike': settlers,
  'registry.merge': settlers,
  'registry.keep-apart': settlers,
  'registry.merges': settlers,
  'registry.undo-merge': settlers,
  'registry.find-alike': settlers,
  'registry.begin-export': exporters,
  'registry.exports': exporters,
} as const
