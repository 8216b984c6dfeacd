// GB/T 4761, relation to the head of the household.
export const head = '01'
const spouse = '10'
const [son, daughter] = ['20', '30']
const grandchild = '40'
export const otherKin = '99'

/** What a newborn is to the head, from what its parents are; null where nobody has said what they are. */
export function kinOfChild(parents: readonly (string | null)[], sex: '1' | '2'): string | null {
  if (parents.includes(head) || parents.includes(spouse)) return sex === '1' ? son : daughter
  if (parents.includes(son) || parents.includes(daughter)) return grandchild
  return parents.every(role => role === null) ? null : otherKin
}
