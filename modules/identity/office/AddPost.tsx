import { Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { byName } from '#platform/ui/office/by-name.ts'
import { useAsk, useDo } from '#platform/ui/office/ask.ts'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { useSay } from '#platform/ui/office/Say.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { createPost, listRoles } from '../common/contract.ts'
import { identityOfficeMessages } from './messages.ts'
import { useRoleName } from './use-role-name.ts'
import { type UnitRow, unitTree } from './use-units.ts'

interface Typed {
  readonly title: string
  readonly unitId: string
  readonly roleCode: string
  readonly gridPath?: string
}

export function AddPost({ units, onClose }: { readonly units: readonly UnitRow[]; readonly onClose: () => void }) {
  const t = useText(identityOfficeMessages)
  const say = useSay()
  const roleName = useRoleName()
  const [postId] = useState(newId)
  const roles = useAsk<typeof listRoles>('identity.list-roles', {})
  const { send, isSending, trouble } = useDo<typeof createPost>('identity.create-post', {
    renews: ['identity.list-posts', 'identity.list-units'],
    onDone(_, { title }) {
      say(t('posts.added', { title }))
      onClose()
    },
  })
  return (
    <Modal open title={t('posts.add')} footer={null} onCancel={onClose}>
      <OfficeForm<Typed>
        name="add-post"
        submit={t('posts.add')}
        isSending={isSending}
        trouble={trouble}
        onCancel={onClose}
        onSend={({ title, unitId, roleCode, gridPath }) =>
          send({ postId, title, unitId, roleCode, gridPath: gridPath || null })
        }
      >
        <Item name="title" label={t('posts.add-name')} isRequired>
          <Input maxLength={60} autoFocus />
        </Item>
        <Item name="unitId" label={t('posts.unit')} isRequired>
          <Select showSearch={byName} options={unitTree(units).map(({ id, name }) => ({ value: id, label: name }))} />
        </Item>
        <Item name="roleCode" label={t('posts.role')} isRequired>
          <Select options={(roles.data?.roles ?? []).map(role => ({ value: role.code, label: roleName(role) }))} />
        </Item>
        <Item name="gridPath" label={t('posts.add-grid')} hint={t('posts.add-grid-hint')} isOptional>
          <Input maxLength={41} />
        </Item>
      </OfficeForm>
    </Modal>
  )
}
