// GB/T 4761, relation to the head of the household. Its first digit is a class that counts those by marriage as well: 2 sons and
// sons-in-law, 3 daughters and daughters-in-law, 5 parents and parents-in-law, 7 brothers, sisters and their spouses.
export const head = '01'
const spouse = '10'
const [son, daughter] = ['20', '30']
const grandchild = '40'
const parent = '50'
const grandparent = '60'
const sibling = '70'
export const otherKin = '99'

/** What a newborn is to the head, from what its parents are; null where nobody has said what they are. */
export function kinOfChild(parents: readonly (string | null)[], sex: '1' | '2'): string | null {
  if (parents.includes(head) || parents.includes(spouse)) return sex === '1' ? son : daughter
  if (parents.includes(son) || parents.includes(daughter)) return grandchild
  return parents.every(role => role === null) ? null : otherKin
}

const elders = { [head]: grandparent, [spouse]: grandparent, [parent]: grandparent }
const parents = { [head]: parent, [spouse]: parent, [parent]: grandparent, [grandparent]: grandparent }

/**
 * What somebody is to a new head, by what both were to the head before: first the new head's relation, then theirs. Only what is
 * so in every family: children of one head may be married to each other when one is a child-in-law, a grandchild may be a
 * nephew, and whether a parent's child is a son or a daughter is not said by a code.
 */
const certain: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  [spouse]: { [head]: spouse, [son]: son, [daughter]: daughter, [grandchild]: grandchild, [parent]: parent },
  [son]: { ...parents, [son]: sibling },
  [daughter]: { ...parents, [daughter]: sibling },
  [grandchild]: elders,
  [parent]: { [son]: grandchild, [daughter]: grandchild, [grandchild]: grandchild },
  [grandparent]: { [head]: grandchild, [spouse]: grandchild, [son]: grandchild, [daughter]: grandchild },
  [sibling]: { [head]: sibling, [spouse]: sibling },
}

/** What somebody is to a new head; null where only a person can say. Both are what they were to the head before. */
export function kinUnder(newHead: string | null, member: string | null): string | null {
  if (newHead === null || member === null) return null
  return newHead === head ? member : (certain[newHead]?.[member] ?? null)
}
