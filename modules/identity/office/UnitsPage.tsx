import { Button, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { byName } from '#platform/ui/office/by-name.ts'
import { useDo } from '#platform/ui/office/ask.ts'
import { Blank, Failed, Loading } from '#platform/ui/office/Blank.tsx'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useSay } from '#platform/ui/office/Say.tsx'
import { useMay } from '#platform/ui/office/session.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { createUnit, Unit } from '../common/contract.ts'
import { identityMessages } from '../common/messages.ts'
import { identityOfficeMessages } from './messages.ts'
import { type UnitRow, unitTree, useUnits } from './use-units.ts'

/** The tree of units with their posts and vacancies. */
export function Page() {
  const t = useText(identityOfficeMessages)
  const may = useMay()
  const [isAdding, setAdding] = useState(false)
  const asked = useUnits()
  return (
    <OfficePage
      title={t('place.units')}
      about={t('units.about')}
      actions={
        may('identity.manage-accounts') ? (
          <Button type="primary" onClick={() => setAdding(true)}>
            {t('units.add')}
          </Button>
        ) : null
      }
    >
      {asked.isPending ? <Loading /> : asked.isError ? <Failed trouble={asked.error} onAgain={asked.refetch} /> : null}
      {asked.isSuccess && asked.rows.length === 0 ? (
        <Blank title={t('units.empty')}>{t('units.empty-why')}</Blank>
      ) : null}
      {asked.rows.length > 0 ? <UnitTable rows={asked.rows} /> : null}
      {isAdding ? <AddUnit rows={asked.rows} onClose={() => setAdding(false)} /> : null}
    </OfficePage>
  )
}

function UnitTable({ rows }: { readonly rows: readonly UnitRow[] }) {
  const t = useText(identityOfficeMessages, identityMessages)
  return (
    <div className="o-scroll">
      <table className="o-plain" aria-label={t('place.units')}>
        <thead>
          <tr>
            <th scope="col">{t('units.name')}</th>
            <th scope="col">{t('units.kind')}</th>
            <th scope="col" className="o-number">
              {t('units.posts')}
            </th>
            <th scope="col" className="o-number">
              {t('units.vacant')}
            </th>
          </tr>
        </thead>
        <tbody>
          {unitTree(rows).map(unit => (
            <tr key={unit.id}>
              <td style={{ paddingInlineStart: `${12 + unit.depth * 24}px` }}>
                <Link to="/posts" search={{ unit: unit.id } as never}>
                  {unit.name}
                </Link>
              </td>
              <td>{t(`identity.unit.${unit.kind}`)}</td>
              <td className="o-number">{unit.posts}</td>
              <td className="o-number">{unit.vacant > 0 ? <b className="o-vacant">{unit.vacant}</b> : unit.vacant}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const kinds = ['street', 'community', 'centre', 'department', 'company'] as const satisfies readonly Unit['kind'][]

interface Typed {
  readonly name: string
  readonly kind: Unit['kind']
  readonly parentId?: string
}

function AddUnit({ rows, onClose }: { readonly rows: readonly UnitRow[]; readonly onClose: () => void }) {
  const t = useText(identityOfficeMessages, identityMessages)
  const say = useSay()
  const [unitId] = useState(newId)
  const { send, isSending, trouble } = useDo<typeof createUnit>('identity.create-unit', {
    renews: ['identity.list-units'],
    onDone(_, { name }) {
      say(t('units.added', { name }))
      onClose()
    },
  })
  return (
    <Modal open title={t('units.add')} footer={null} onCancel={onClose}>
      <OfficeForm<Typed>
        name="add-unit"
        submit={t('units.add')}
        isSending={isSending}
        trouble={trouble}
        onCancel={onClose}
        start={{ kind: 'department' }}
        onSend={({ name, kind, parentId }) => send({ unitId, name, kind, parentId: parentId ?? null })}
      >
        <Item name="name" label={t('units.name')} isRequired>
          <Input maxLength={60} autoFocus />
        </Item>
        <Item name="kind" label={t('units.kind')} isRequired>
          <Select options={kinds.map(value => ({ value, label: t(`identity.unit.${value}`) }))} />
        </Item>
        <Item name="parentId" label={t('units.parent')} isOptional>
          <Select
            allowClear
            showSearch={byName}
            placeholder={t('units.top')}
            options={rows.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Item>
      </OfficeForm>
    </Modal>
  )
}
