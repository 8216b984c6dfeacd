import { useNavigate, useParams } from '@tanstack/react-router'
import { Checkbox } from 'antd'
import { useState } from 'react'
import type { Point } from '#platform/kernel/common/geometry.ts'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { refusalIn, useDo } from '#platform/ui/office/ask.ts'
import { NoPermission } from '#platform/ui/office/Blank.tsx'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useMay, useSession } from '#platform/ui/office/session.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { addThing } from '../common/contract/things.ts'
import { kinds } from '../common/kinds.ts'
import { CellCode, CodeNames } from './CodeNames.tsx'
import { FieldInput } from './FieldInput.tsx'
import { GridSelect } from './GridSelect.tsx'
import { HomePlace, saysWhere } from './HomePlace.tsx'
import { registryOfficeMessages } from './messages.ts'
import { isThingKind, useWords } from '../ui/words.ts'
import { hasPlace, PickWhere } from './WhereOnMap.tsx'
import { type Typed, useFieldChecks } from './use-field-checks.ts'

/** A new record. Health and income are not asked here: whoever needs them for a purpose adds them there. */
export function Page() {
  const t = useText(registryOfficeMessages)
  const words = useWords()
  const may = useMay()
  const { post } = useSession()
  const navigate = useNavigate()
  const { kind: named } = useParams({ strict: false }) as { kind: string }
  const kind = isThingKind(named) ? named : 'person'
  const { checkOf, fill } = useFieldChecks(kind)
  const [thingId] = useState(newId)
  const [isAnother, setAnother] = useState(false)
  const [point, setPoint] = useState<Point | null>(null)
  const add = useDo<typeof addThing>('registry.add', {
    renews: ['registry.'],
    onDone: () => void navigate({ to: '/registry/$thingId', params: { thingId } }),
  })
  if (!may('registry.write')) return <NoPermission />
  // What one may not see again one may still write down from a paper: the number, not health or income.
  const asked = Object.entries(kinds[kind].fields)
    .filter(([, spec]) => spec.see === null || may(spec.see) || spec.see === 'registry.see-identity')
    .toSorted(([a], [b]) => Number(saysWhere.includes(b)) - Number(saysWhere.includes(a)))
  const grid = (
    <Item name="grid-path" label={t('add.grid')} isRequired>
      <GridSelect />
    </Item>
  )
  const send = ({ 'grid-path': gridPath, ...typed }: Typed) => {
    const fields = Object.entries(typed).filter(([, value]) => value !== undefined && value !== null && value !== '')
    add.send({
      thingId,
      kind,
      gridPath: String(gridPath ?? ''),
      fields: Object.fromEntries(fields) as never,
      isAnother,
      ...(point ? { point } : {}),
    })
  }
  return (
    <OfficePage title={t('add.title', { kind: words.kind(kind) })} about={t('add.about')}>
      <OfficeForm<Typed>
        key={kind}
        name={`add-${kind}`}
        start={post?.gridPath ? { 'grid-path': post.gridPath } : {}}
        submit={t('add.submit')}
        isSending={add.isSending}
        trouble={add.trouble}
        more={
          refusalIn(add.trouble, 'registry/number-known') || refusalIn(add.trouble, 'registry/home-known') ? (
            <Checkbox checked={isAnother} onChange={event => setAnother(event.target.checked)}>
              {t(kind === 'housing' ? 'add.another-home' : 'add.another')}
            </Checkbox>
          ) : null
        }
        fill={fill}
        onSend={send}
      >
        {kind === 'facility' ? <CodeNames /> : null}
        {kind === 'facility' ? <CellCode /> : null}
        {hasPlace(kind) ? <PickWhere point={point} onPoint={setPoint} /> : null}
        {kind === 'housing' ? <HomePlace /> : grid}
        {asked.map(([key, spec]) => (
          <Item key={key} name={key} label={words.field(kind, key)} isRequired={spec.isRequired} check={checkOf(key)}>
            <FieldInput spec={spec} />
          </Item>
        ))}
        {kind === 'housing' ? grid : null}
      </OfficeForm>
    </OfficePage>
  )
}
