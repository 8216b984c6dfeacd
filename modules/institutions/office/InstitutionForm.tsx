import { Checkbox, Form, Input, Select } from 'antd'
import { useState } from 'react'
import type { gridTree } from '#modules/grid/common/index.ts'
import type { listRoles } from '#modules/identity/common/index.ts'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import type { FileShown } from '#platform/files/common/papers.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { byName } from '#platform/ui/office/by-name.ts'
import { Attachments } from '#platform/ui/office/Attachments.tsx'
import { useAsk, useDo } from '#platform/ui/office/ask.ts'
import { forgetDraft, Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { useSay } from '#platform/ui/office/Say.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import { institutionTextLimits as most, type publishInstitution, type showInstitution } from '../common/contract.ts'
import { type InstitutionKind, institutionKinds } from '../common/institution.ts'
import { institutionsMessages } from '../common/messages.ts'
import { institutionsOfficeMessages } from './messages.ts'

interface Typed {
  readonly number: string
  readonly kind: InstitutionKind
  readonly title: string
  readonly body: string
  readonly from: string
  readonly until?: string
  readonly areas?: readonly string[]
  readonly roles?: readonly string[]
  readonly grid?: string
  readonly asks?: boolean
  readonly note?: string
}

interface InstitutionFormProps {
  /** Null for a new one. */
  readonly known: OutputOf<typeof showInstitution> | null
  readonly onDone: (documentId: string) => void
  readonly onCancel: () => void
}

/** A new institution, or the next wording of one. */
export function InstitutionForm({ known, onDone, onCancel }: InstitutionFormProps) {
  const t = useText(institutionsOfficeMessages, institutionsMessages)
  const say = useSay()
  const [documentId] = useState(() => known?.documentId ?? newId())
  const [day] = useState(() => dayOf(new Date().toISOString()))
  const [files, setFiles] = useState<readonly FileShown[]>(known?.attachments ?? [])
  const tree = useAsk<typeof gridTree>('grid.tree', { deepestLevel: 3 })
  const roles = useAsk<typeof listRoles>('identity.list-roles', {})
  const draft = known ? `institution-${known.documentId}` : 'institution-new'
  const { send, isSending, trouble } = useDo<typeof publishInstitution>('institutions.publish', {
    renews: ['institutions.'],
    onDone: ({ version, asked }) => {
      forgetDraft(draft)
      say(t('form.done', { version, asked }))
      onDone(documentId)
    },
  })
  const grids = (tree.data?.grids ?? []).map(({ path, name }) => ({ value: path, label: name }))
  const start: Partial<Typed> = known
    ? {
        ...{ number: known.number, kind: known.kind, title: known.title, body: known.body, from: day, asks: true },
        ...{ areas: known.areas.map(({ path }) => path), roles: known.readers.roles.map(({ code }) => code) },
        ...(known.inForceUntil ? { until: known.inForceUntil } : {}),
        ...(known.readers.grid ? { grid: known.readers.grid.path } : {}),
      }
    : { from: day, kind: 'procedure', asks: true }
  return (
    <section className="o-card" aria-label={t(known ? 'form.next' : 'form.new')}>
      <h2>{known ? t('form.next-title', { title: known.title }) : t('form.new')}</h2>
      <OfficeForm<Typed>
        name={draft}
        keepsDraft
        start={start}
        submit={t('form.submit')}
        isSending={isSending}
        trouble={trouble}
        onCancel={onCancel}
        onSend={typed =>
          send({
            ...{ documentId, seenVersion: known?.versions.length ?? 0 },
            ...{ number: known?.number ?? typed.number, kind: known?.kind ?? typed.kind },
            ...{ title: typed.title, body: typed.body, inForceFrom: typed.from, inForceUntil: typed.until || null },
            ...{ areas: [...(typed.areas ?? [])], readerRoles: [...(typed.roles ?? [])] },
            ...{ readerGrid: typed.grid ?? null, asksAgain: typed.asks ?? true, changeNote: typed.note ?? '' },
            files: files.map(({ fileId }) => fileId),
          })
        }
      >
        {known ? null : (
          <>
            <Item name="number" label={t('form.number')} hint={t('form.number-hint')} isRequired>
              <Input maxLength={most.number} />
            </Item>
            <Item name="kind" label={t('form.kind')} isRequired>
              <Select options={institutionKinds.map(kind => ({ value: kind, label: t(`kind.${kind}`) }))} />
            </Item>
          </>
        )}
        <Item name="title" label={t('form.name')} isRequired>
          <Input maxLength={most.title} />
        </Item>
        <Item name="body" label={t('form.body')} hint={t('form.body-hint')} isRequired>
          <Input.TextArea autoSize={{ minRows: 8, maxRows: 24 }} maxLength={most.body} />
        </Item>
        <Item name="from" label={t('form.from')} isRequired>
          <Input type="date" />
        </Item>
        <Item name="until" label={t('form.until')}>
          <Input type="date" />
        </Item>
        <Item name="areas" label={t('form.areas')}>
          <Select mode="multiple" showSearch={byName} options={grids} />
        </Item>
        <Item name="roles" label={t('form.roles')}>
          <Select
            mode="multiple"
            showSearch={byName}
            options={(roles.data?.roles ?? []).map(({ code, name }) => ({ value: code, label: name }))}
          />
        </Item>
        <Item name="grid" label={t('form.grid')}>
          <Select allowClear showSearch={byName} options={grids} />
        </Item>
        <Attachments label={t('form.attachments')} files={files} onFiles={setFiles} most={most.files} />
        {known ? (
          <>
            <Form.Item name="asks" valuePropName="checked">
              <Checkbox>{t('form.asks')}</Checkbox>
            </Form.Item>
            <Item name="note" label={t('form.note')} isOptional>
              <Input maxLength={most.note} />
            </Item>
          </>
        ) : null}
      </OfficeForm>
    </section>
  )
}
