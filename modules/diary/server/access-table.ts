/** Who may knock at the endpoints of this module, by the demo town's logins. Held against every endpoint and persona. */
const writers = ['grid-worker', 'grid-worker-next', 'grid-lead', 'committee']
const answers = ['grid-worker', 'grid-worker-next', 'grid-lead', 'committee', 'street-centre']
const readers = [...answers, 'district-hub', 'supervisor']
export const diaryAccess = {
  'diary.write': writers,
  'diary.give-feedback': answers,
  'diary.open-case': answers,
  'diary.transfer': answers,
  'diary.see-person': answers,
  'diary.list': readers,
  'diary.show': readers,
  'diary.of-case': readers,
  'diary.day': readers,
  'diary.print-transfer': readers,
} as const
