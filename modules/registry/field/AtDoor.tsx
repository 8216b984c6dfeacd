import { useState } from 'react'
import { Spinner, TextField, useText } from '#platform/ui/ui/index.ts'
import type { FieldProblem } from '../common/check-fields.ts'
import type { ShownThing } from '../common/contract/things.ts'
import { identifierMessages } from '../common/identifiers/index.ts'
import { registryMessages } from '../common/messages.ts'
import { useToday } from '../ui/words.ts'
import { AskFields, type Written } from './AskFields.tsx'
import { fieldRegistryMessages } from './messages.ts'
import { type SaidOf, saidOf } from './said.ts'
import { useHousehold } from './use-household.ts'

/** What was said about fields of the library. */
export interface SaidAtDoor {
  readonly updates: readonly (Omit<SaidOf, 'seen'> & Partial<Pick<SaidOf, 'seen'>>)[]
  /** Something that cannot stand so is marked beside its field. */
  readonly isSound: boolean
}

interface AtDoorProps {
  readonly thingId: string
  readonly isChecked: boolean
  readonly onSaid: (said: SaidAtDoor) => void
}

/** What the library knows of whoever was visited, to be brought up to date at the door, with or without a signal. */
export function AtDoor({ thingId, isChecked, onSaid }: AtDoorProps) {
  const t = useText(fieldRegistryMessages)
  const say = useText(registryMessages, identifierMessages)
  const today = useToday()
  const asked = useHousehold(thingId)
  const [written, setWritten] = useState<Readonly<Record<string, Written>>>({})
  const [newPhone, setNewPhone] = useState('')
  const household = asked.answer?.household
  if (asked.state === 'loading') return <Spinner />
  if (!household) {
    // Not on this phone and out of reach: what matters most can be said all the same.
    const change = (phone: string) => {
      setNewPhone(phone)
      const plain = phone.trim()
      onSaid({ updates: plain === '' ? [] : [{ thingId, fields: { phone: plain } }], isSound: true })
    }
    return (
      <TextField
        label={t('ask.phone')}
        hint={t('ask.phone-hint')}
        isOptional
        maxLength={20}
        value={newPhone}
        onChange={change}
      />
    )
  }
  const things = askedAbout(household.things, thingId)
  const saidNow = (next: typeof written) => things.map(thing => saidOf(thing, next[thing.thingId] ?? {}, today))
  const sayProblem = ({ problem, fault }: FieldProblem) =>
    fault ? say(`identifier.${fault.fault}`, fault.params) : say(`registry.problem.${problem}`)
  const change = (id: string, one: Written) => {
    const next = { ...written, [id]: one }
    setWritten(next)
    const all = saidNow(next)
    onSaid({
      updates: all.flatMap(({ said }) => said ?? []),
      isSound: all.every(({ problems }) => Object.keys(problems).length === 0),
    })
  }
  const now = saidNow(written)
  return (
    <>
      {things.map((thing, n) => (
        <AskFields
          key={thing.thingId}
          thing={thing}
          written={written[thing.thingId] ?? {}}
          onWritten={one => change(thing.thingId, one)}
          problems={
            isChecked
              ? Object.fromEntries(Object.entries(now[n]!.problems).map(([key, problem]) => [key, sayProblem(problem)]))
              : {}
          }
        />
      ))}
    </>
  )
}

/** Whoever was visited, and their household: of the others one asks them. */
function askedAbout(things: readonly ShownThing[], thingId: string): readonly ShownThing[] {
  return things.filter(({ thingId: id, kind, mayWrite }) => mayWrite && (id === thingId || kind === 'household'))
}
