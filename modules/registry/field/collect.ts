import type { ThingKind } from '../common/kinds.ts'

/** What is collected at a door; everything else is the office's. */
export const collected = ['person', 'housing', 'organisation'] as const satisfies readonly ThingKind[]
export type Collected = (typeof collected)[number]

/** The fields asked for at the door, in the order of the talk: what is needed, and little more. */
export const askedOf: Readonly<Record<Collected, readonly string[]>> = {
  person: ['name', 'idNumber', 'sex', 'bornOn', 'population', 'phone', 'occupation'],
  housing: ['address', 'use', 'floor', 'room', 'right', 'area', 'danger'],
  organisation: ['name', 'uscc', 'kind', 'isShop', 'address', 'responsible', 'phone', 'staff', 'danger'],
}
