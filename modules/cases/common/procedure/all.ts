import { type LeavingOutEvent, leavingOutParts } from './leaving-out.ts'
import { type MainEvent, mainParts } from './main-path.ts'
import { type OversightEvent, oversightParts } from './oversight.ts'
import { type ReliefEvent, reliefParts } from './relief.ts'
import { type SideEvent, sideParts } from './side-steps.ts'
import type { EventPart } from './event-part.ts'

/** Everything that can happen to a case. A new topic is a line in each of these two. */
export type CaseEvent = MainEvent | SideEvent | ReliefEvent | OversightEvent | LeavingOutEvent
export const eventParts = { ...mainParts, ...sideParts, ...reliefParts, ...oversightParts, ...leavingOutParts }

/** What is known about this kind of event. */
export function partOf<E extends CaseEvent>(event: E): EventPart<E> {
  // Looked up by the event's own type, so it is the part for it; the compiler cannot follow a union that far.
  return eventParts[event.type] as unknown as EventPart<E>
}
