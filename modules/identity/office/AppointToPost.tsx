import { Modal, Select } from 'antd'
import { useState } from 'react'
import { useAskList, useDo } from '#platform/ui/office/ask.ts'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { useSay } from '#platform/ui/office/Say.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { appoint, listPeople, Post } from '../common/contract.ts'
import { identityOfficeMessages } from './messages.ts'

/** Gives a vacant post to somebody, found by the beginning of the name. */
export function AppointToPost({ post, onClose }: { readonly post: Post; readonly onClose: () => void }) {
  const t = useText(identityOfficeMessages)
  const say = useSay()
  const [search, setSearch] = useState('')
  const people = useAskList<typeof listPeople>('identity.list-people', { limit: 20, ...(search ? { search } : {}) })
  const { send, isSending, trouble } = useDo<typeof appoint>('identity.appoint', {
    renews: ['identity.'],
    onDone() {
      say(t('posts.appointed'))
      onClose()
    },
  })
  return (
    <Modal open title={t('posts.appoint-to', { title: post.title })} footer={null} onCancel={onClose}>
      <OfficeForm<{ readonly personId: string }>
        name="appoint"
        submit={t('posts.appoint')}
        isSending={isSending}
        trouble={trouble}
        onCancel={onClose}
        onSend={({ personId }) => send({ postId: post.id, personId })}
      >
        <Item name="personId" label={t('posts.appoint-person')} hint={t('posts.appoint-hint')} isRequired>
          <Select
            showSearch={{ filterOption: false, onSearch: typed => setSearch(typed.trim().slice(0, 60)) }}
            autoFocus
            options={people.rows.map(({ id, name, login }) => ({
              value: id,
              label: login ? `${name} (${login})` : name,
            }))}
          />
        </Item>
      </OfficeForm>
    </Modal>
  )
}
