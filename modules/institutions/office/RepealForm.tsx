import { Input, Select } from 'antd'
import { useEffect, useState } from 'react'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { byName } from '#platform/ui/office/by-name.ts'
import { useAskList, useDo } from '#platform/ui/office/ask.ts'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { useSay } from '#platform/ui/office/Say.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import { institutionTextLimits, type listInstitutions, type repealInstitution } from '../common/contract.ts'
import { institutionsOfficeMessages } from './messages.ts'

interface Typed {
  readonly from: string
  readonly reason: string
  readonly by?: string
}

/** Repeals an institution from a day, with the reason and what stands in its place. */
export function RepealForm({ documentId, onDone }: { readonly documentId: string; readonly onDone: () => void }) {
  const t = useText(institutionsOfficeMessages)
  const say = useSay()
  const [day] = useState(() => dayOf(new Date().toISOString()))
  const others = useAskList<typeof listInstitutions>('institutions.list', { standing: 'in-force', limit: 100 })
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = others
  // All of them are there to choose from.
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  const { send, isSending, trouble } = useDo<typeof repealInstitution>('institutions.repeal', {
    renews: ['institutions.'],
    onDone: () => {
      say(t('repeal.done'))
      onDone()
    },
  })
  return (
    <section className="o-card" aria-label={t('repeal.open')}>
      <OfficeForm<Typed>
        name="repeal"
        start={{ from: day }}
        submit={t('repeal.submit')}
        isDanger
        isSending={isSending}
        trouble={trouble}
        onCancel={onDone}
        onSend={({ from, reason, by }) => send({ documentId, from, reason, replacedBy: by ?? null })}
      >
        <Item name="from" label={t('repeal.from')} isRequired>
          <Input type="date" />
        </Item>
        <Item name="reason" label={t('repeal.reason')} isRequired>
          <Input.TextArea maxLength={institutionTextLimits.reason} />
        </Item>
        <Item name="by" label={t('repeal.by')}>
          <Select
            allowClear
            showSearch={byName}
            options={others.rows
              .filter(row => row.documentId !== documentId)
              .map(row => ({ value: row.documentId, label: `${row.number} ${row.title}` }))}
          />
        </Item>
      </OfficeForm>
    </section>
  )
}
