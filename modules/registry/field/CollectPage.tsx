import { type ComponentType, type FormEvent, type ReactNode, useState } from 'react'
import { useMe } from '#modules/identity/ui/index.ts'
import type { locate } from '#modules/grid/common/index.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { offlineMessages, type Performed, usePhone } from '#platform/offline/field/index.ts'
import {
  Button,
  Checkbox,
  Link,
  Notice,
  RadioGroup,
  Screen,
  Trouble,
  useAnswer,
  useClient,
  useText,
} from '#platform/ui/ui/index.ts'
import { checkedFields, type FieldProblem } from '../common/check-fields.ts'
import { mayConsent } from '../common/consent.ts'
import type { ShownThing } from '../common/contract/things.ts'
import { identifierMessages } from '../common/identifiers/index.ts'
import { fieldOf } from '../common/kinds.ts'
import { registryMessages } from '../common/messages.ts'
import { toldByNumber } from '../common/told-by-number.ts'
import { useToday, useWords } from '../ui/words.ts'
import { askedOf, type Collected, collected } from './collect.ts'
import { FieldControl } from './FieldControl.tsx'
import { fieldRegistryMessages } from './messages.ts'
import { valueOf } from './typed.ts'
import { useHousehold } from './use-household.ts'

interface FoundPoint {
  readonly lon: number
  readonly lat: number
  readonly accuracyMetres?: number
  readonly by: 'phone' | 'map' | 'photo'
}

export interface CollectPageProps {
  readonly kind: string | null
  /** The household at whose door somebody new is met. */
  readonly householdId: string | null
  /** The part with which a report says where it is; the app hands it over. */
  readonly PlaceField: ComponentType<{
    readonly point: FoundPoint | null
    readonly onPoint: (point: FoundPoint | null) => void
    readonly photoPlace: { readonly lon: number; readonly lat: number } | null
  }>
}

const isCollected = (kind: string | null): kind is Collected => collected.some(one => one === kind)

/** People, homes and shops that the library does not have yet, at their door. */
export function CollectPage({ kind, householdId, PlaceField }: CollectPageProps) {
  const t = useText(fieldRegistryMessages)
  const own = useText(offlineMessages)
  const [chosen, setChosen] = useState<Collected>(isCollected(kind) ? kind : 'person')
  const [turn, setTurn] = useState(0)
  const [done, setDone] = useState<Performed | null>(null)
  const back = householdId ? `/household/${householdId}` : '/visits'
  if (done) {
    return (
      <Screen title={t('collect.title')} back={back}>
        {done.kind === 'sent' ? <Notice tone="good">{t('collect.done')}</Notice> : null}
        {done.kind === 'kept' ? <Notice tone="warn">{own('kept.hint')}</Notice> : null}
        <div className="w-actions">
          <Button
            look="primary"
            isWide
            onPress={() => {
              setDone(null)
              setTurn(turn + 1)
            }}
          >
            {t('collect.more')}
          </Button>
        </div>
      </Screen>
    )
  }
  return (
    <Screen title={t('collect.title')} back={back}>
      {householdId ? null : (
        <RadioGroup
          label={t('collect.which')}
          choices={collected.map(value => ({ value, label: t(`collect.${value}`) }))}
          value={chosen}
          onChange={setChosen}
        />
      )}
      {householdId ? (
        <Member householdId={householdId}>
          {household => (
            <CollectForm key={turn} kind="person" household={household} PlaceField={PlaceField} onDone={setDone} />
          )}
        </Member>
      ) : (
        <CollectForm
          key={`${chosen} ${turn}`}
          kind={chosen}
          household={null}
          PlaceField={PlaceField}
          onDone={setDone}
        />
      )}
    </Screen>
  )
}

function Member(props: {
  readonly householdId: string
  readonly children: (household: ShownThing | null) => ReactNode
}) {
  const t = useText(fieldRegistryMessages)
  const asked = useHousehold(props.householdId)
  const household = asked.answer?.household?.things.find(one => one.thingId === props.householdId) ?? null
  if (asked.state === 'loading') return null
  return (
    <>
      {household ? <p>{`${t('collect.into')}：${household.title}`}</p> : <Notice>{t('household.gone')}</Notice>}
      {household ? props.children(household) : null}
    </>
  )
}

/** There is such a record: the same one, or another after all. */
const known: ReadonlySet<string> = new Set(['registry/number-known', 'registry/home-known'])

const consents = ['given', 'guardian', 'statutory', 'refused'] as const
type Consent = (typeof consents)[number]

interface CollectFormProps extends Pick<CollectPageProps, 'PlaceField'> {
  readonly kind: Collected
  readonly household: ShownThing | null
  readonly onDone: (performed: Performed) => void
}

function CollectForm({ kind, household, PlaceField, onDone }: CollectFormProps) {
  const t = useText(fieldRegistryMessages, registryMessages)
  const say = useText(identifierMessages)
  const own = useText(offlineMessages)
  const words = useWords()
  const today = useToday()
  const phone = usePhone()
  const [ids] = useState(() => ({ thingId: newId(), relationId: newId(), consentId: newId() }))
  const [requestId, setRequestId] = useState(newId)
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const [point, setPoint] = useState<FoundPoint | null>(null)
  const [answer, setAnswer] = useState<Consent | null>(kind === 'person' ? null : 'statutory')
  const [isAnother, setAnother] = useState(false)
  const [isChecked, setChecked] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Performed | null>(null)
  const where = useGrid(household, point)
  const said = Object.fromEntries(
    askedOf[kind].flatMap(key => {
      const spec = fieldOf(kind, key)
      const value = spec ? valueOf(spec, typed[key] ?? '') : null
      return value === null ? [] : [[key, value] as const]
    }),
  )
  // Who may answer follows from the birthday; an answer of somebody else, chosen before it was typed, is asked for again.
  const isOwn = mayConsent('spoken', said.bornOn === undefined ? null : String(said.bornOn), today)
  const answers = consents.filter(one => one !== (isOwn ? 'guardian' : 'given'))
  const consent = answer !== null && answers.includes(answer) ? answer : null
  const { fields, problems } = checkedFields(kind, said, { isNew: true, today })
  const sayProblem = ({ problem, fault }: FieldProblem) =>
    fault ? say(`identifier.${fault.fault}`, fault.params) : t(`registry.problem.${problem}`)
  const isRefused = consent === 'refused'

  function write(key: string, text: string) {
    const told = kind === 'person' && key === 'idNumber' ? toldByNumber(text, today) : {}
    const filled = Object.fromEntries(Object.entries(told).map(([name, value]) => [name, String(value)]))
    setTyped({ ...typed, ...filled, [key]: text })
  }

  async function submit(event: FormEvent) {
    event.preventDefault()
    setChecked(true)
    if (Object.keys(problems).length > 0 || where === null || consent === null || isRefused) return
    setBusy(true)
    const title = String(said.name ?? said.address ?? '')
    const input = {
      ...{ thingId: ids.thingId, kind, gridPath: where.path, fields, trueOn: today, way: 'visit' as const, isAnother },
      ...(point ? { point: { lon: point.lon, lat: point.lat } } : {}),
    }
    const done = await phone.perform({ command: 'registry.add', input, title, requestId })
    if (done.kind === 'refused' || done.kind === 'full') {
      setBusy(false)
      setRequestId(newId())
      return setRefused(done)
    }
    if (consent === 'given' || consent === 'guardian') {
      const agreed = { consentId: ids.consentId, personId: ids.thingId, purpose: t('collect.purpose') }
      await phone.perform({
        ...{ command: 'registry.give-consent', title, patience: 0 },
        input: { ...agreed, way: consent === 'guardian' ? consent : ('spoken' as const), givenOn: today },
      })
    }
    if (household) {
      const relation = { relationId: ids.relationId, kind: 'member-of', fromId: ids.thingId, toId: household.thingId }
      await phone.perform({ command: 'registry.relate', title, patience: 0, input: { ...relation, from: today } })
    }
    setBusy(false)
    onDone(done)
  }

  return (
    <form onSubmit={event => void submit(event)} noValidate>
      {kind === 'person' ? (
        <RadioGroup
          label={t('collect.consent')}
          choices={answers.map(value => ({ value, label: t(`collect.consent-${value}`) }))}
          value={consent}
          onChange={setAnswer}
          error={isChecked && consent === null ? t('registry.problem.missing') : null}
        />
      ) : null}
      {isRefused ? (
        <Notice tone="warn">
          <p>{t('collect.refused')}</p>
          <Link to="/visits/write">{t('collect.to-visit')}</Link>
        </Notice>
      ) : (
        <>
          {askedOf[kind].map(key => {
            const spec = fieldOf(kind, key)!
            const problem = isChecked ? problems[key] : undefined
            return (
              <FieldControl
                key={key}
                spec={spec}
                label={words.field(kind, key)}
                isOptional={!spec.isRequired}
                text={typed[key] ?? ''}
                onText={text => write(key, text)}
                error={problem ? sayProblem(problem) : null}
              />
            )
          })}
          {kind === 'person' ? null : <PlaceField point={point} onPoint={setPoint} photoPlace={null} />}
          <p className="w-soft">
            {where === null ? t('collect.no-grid') : t('collect.grid', { grid: where.names.join(' › ') || where.path })}
          </p>
          {refused?.kind === 'refused' && known.has(refused.refusal.code) ? (
            <Checkbox
              label={t(kind === 'housing' ? 'collect.another-home' : 'collect.another')}
              isOn={isAnother}
              onChange={setAnother}
            />
          ) : null}
          {refused?.kind === 'refused' ? <Trouble trouble={refused.refusal} /> : null}
          {refused?.kind === 'full' ? <Notice tone="bad">{own('kept.full')}</Notice> : null}
          <div className="w-actions">
            <Button type="submit" look="primary" isWide isBusy={isBusy}>
              {t('collect.send')}
            </Button>
          </div>
        </>
      )}
    </form>
  )
}

interface Ground {
  readonly path: string
  readonly names: readonly string[]
}

/** That of the household, else where the point lies, else one's own when one has a single grid. */
function useGrid(household: ShownThing | null, point: FoundPoint | null): Ground | null {
  const client = useClient()
  const me = useMe()
  const asked = useAnswer(point ? `grid ${point.lon} ${point.lat}` : 'grid none', async () =>
    point ? client.query<typeof locate>('grid.locate', { lon: point.lon, lat: point.lat }) : null,
  )
  if (household) return { path: household.gridPath, names: household.gridNames }
  const found = asked.answer
  if (found && !isRefusal(found) && found.path !== null) return { path: found.path, names: found.names }
  return me.post?.gridPath ? { path: me.post.gridPath, names: [me.post.title] } : null
}
