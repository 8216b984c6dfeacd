import { type Comparable, plainName } from './likeness.ts'

/**
 * The keys under which a record meets others: only records that share one are compared. A true duplicate with one slip in
 * one field still shares another.
 */
export function blocksOf(person: Comparable): readonly string[] {
  const { name, sounds, number, bornOn, phones, addressKey } = person
  const surname = sounds.split(' ')[0] ?? ''
  return [
    ...(number === null ? [] : [`number ${number}`]),
    ...(bornOn === null || sounds === '' ? [] : [`sounds-born ${sounds} ${bornOn}`]),
    ...(bornOn === null ? [] : [`name-year ${plainName(name)} ${bornOn.slice(0, 4)}`, `day ${surname} ${bornOn}`]),
    ...phones.map(phone => `phone ${phone} ${surname}`),
    ...(addressKey === null || addressKey === '|||' ? [] : [`address ${addressKey} ${surname}`]),
  ]
}

export interface Pair<Id> {
  readonly a: Id
  readonly b: Id
}

/**
 * Pairs that share a block, each once. A block with more members than `most` tells nothing (a phone of an office, a
 * dormitory) and is left out.
 */
export function pairsIn<Id extends string>(
  people: readonly { readonly id: Id; readonly blocks: readonly string[] }[],
  most = 40,
): readonly Pair<Id>[] {
  const members = new Map<string, Id[]>()
  for (const { id, blocks } of people) {
    for (const block of new Set(blocks)) {
      const before = members.get(block)
      if (before) before.push(id)
      else members.set(block, [id])
    }
  }
  const pairs = new Map<string, Pair<Id>>()
  for (const ids of members.values()) {
    if (ids.length < 2 || ids.length > most) continue
    for (const [at, first] of ids.entries()) {
      for (const second of ids.slice(at + 1)) {
        const [a, b] = first < second ? [first, second] : [second, first]
        pairs.set(`${a} ${b}`, { a, b })
      }
    }
  }
  return [...pairs.values()]
}
