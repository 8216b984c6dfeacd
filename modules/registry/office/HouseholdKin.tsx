import { Select } from 'antd'
import { Item } from '#platform/ui/office/OfficeForm.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { ShownThing } from '../common/contract/things.ts'
import { head, kinUnder } from '../common/kin.ts'
import { useWords } from '../ui/words.ts'
import { registryOfficeMessages } from './messages.ts'

interface Member {
  readonly id: string
  readonly name: string
  /** What they are to the head now; null when nobody said. */
  readonly role: string | null
}

export const membersOf = ({ relations }: ShownThing): readonly Member[] =>
  relations.flatMap(({ kind, until, role, other }) =>
    kind === 'member-of' && until === null && other ? [{ id: other.thingId, name: other.title, role }] : [],
  )

/** What is typed about a split or a change of head, as far as it says who is under whom. */
export interface Heads {
  readonly persons?: readonly string[]
  readonly head?: string
  readonly stayHead?: string
  readonly kin?: Readonly<Record<string, string | undefined>>
}

interface Group {
  readonly head: Member | undefined
  readonly others: readonly Member[]
}

/** Those who stay need another head when theirs leaves; then they are asked about, too. */
export function stayingWithoutHead(members: readonly Member[], persons: readonly string[] = []): readonly Member[] {
  const isHeadLeaving = members.some(({ id, role }) => role === head && persons.includes(id))
  return isHeadLeaving ? members.filter(({ id }) => !persons.includes(id)) : []
}

/** Who is under which new head; a group whose head is not chosen yet is left out. */
function groupsOf(members: readonly Member[], { persons, head: headId, stayHead }: Heads, isSplit: boolean): Group[] {
  const leaving = isSplit ? members.filter(({ id }) => persons?.includes(id)) : members
  const staying = isSplit ? stayingWithoutHead(members, persons) : []
  return [
    { all: leaving, id: headId },
    { all: staying, id: stayHead },
  ].flatMap(({ all, id }) => {
    const chosen = all.find(one => one.id === id)
    return chosen ? [{ head: chosen, others: all.filter(one => one !== chosen) }] : []
  })
}

/**
 * What follows from who was chosen: relations that are certain are proposed, the others are left for the officer; what was
 * chosen about somebody whose head is still the same stays.
 */
export function kinFilled(members: readonly Member[], before: Heads, typed: Heads, isSplit: boolean): Heads {
  const known = groupsOf(members, before, isSplit)
  const kin = groupsOf(members, typed, isSplit).flatMap(group =>
    group.others.map(one => {
      const isSame = known.some(({ head: was, others }) => was?.id === group.head?.id && others.includes(one))
      return [one.id, isSame ? typed.kin?.[one.id] : (kinUnder(group.head!.role, one.role) ?? undefined)]
    }),
  )
  return { kin: Object.fromEntries(kin) as Record<string, string | undefined> }
}

interface KinFieldsProps {
  readonly members: readonly Member[]
  readonly heads: Heads
  readonly isSplit: boolean
}

/** One choice for each member: what they are to their new head. */
export function KinFields({ members, heads, isSplit }: KinFieldsProps) {
  const t = useText(registryOfficeMessages)
  const words = useWords()
  const options = words.codes('kin').filter(({ value }) => value !== head)
  return groupsOf(members, heads, isSplit).flatMap(group =>
    group.others.map(one => (
      <Item
        key={one.id}
        name={['kin', one.id]}
        label={t('event.kin-of', { who: one.name, head: group.head?.name ?? '' })}
        isRequired
      >
        <Select options={options} />
      </Item>
    )),
  )
}

interface MemberPickerProps {
  readonly members: readonly Member[]
  readonly isMany?: boolean
  readonly id?: string
  readonly value?: string | readonly string[]
  readonly onChange?: (value: string | readonly string[]) => void
}

/** One or several of these members of the household. */
export function MemberPicker({ members, isMany, value, onChange, ...rest }: MemberPickerProps) {
  const options = members.map(({ id, name }) => ({ value: id, label: name }))
  return isMany ? (
    <Select
      {...rest}
      mode="multiple"
      value={Array.isArray(value) ? [...(value as readonly string[])] : []}
      options={options}
      onChange={(ids: string[]) => onChange?.(ids)}
    />
  ) : (
    <Select
      {...rest}
      value={typeof value === 'string' ? value : null}
      options={options}
      onChange={(id: string) => onChange?.(id)}
    />
  )
}
