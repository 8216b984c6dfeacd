import { Select } from 'antd'
import { byName } from '#platform/ui/office/by-name.ts'
import { useAsk } from '#platform/ui/office/ask.ts'
import { Item } from '#platform/ui/office/OfficeForm.tsx'
import type { choices } from '../common/contract-queries.ts'

/** A field for the post that answers for something: those whose role leads campaigns and tasks. */
export function OwnerSelect({ label, hint }: { readonly label: string; readonly hint?: string }) {
  const asked = useAsk<typeof choices>('campaigns.choices', {})
  const owners = asked.data?.owners ?? []
  return (
    <Item name="ownerPostId" label={label} hint={hint} isRequired>
      <Select showSearch={byName} options={owners.map(({ postId, title }) => ({ value: postId, label: title }))} />
    </Item>
  )
}
