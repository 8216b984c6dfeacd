import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { PostSelect } from '#modules/places/office/index.ts'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { useAsk, useDo } from '#platform/ui/office/ask.ts'
import { Answered, Blank } from '#platform/ui/office/Blank.tsx'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { PlainTable } from '#platform/ui/office/PlainTable.tsx'
import { useSay } from '#platform/ui/office/Say.tsx'
import { useMay } from '#platform/ui/office/session.tsx'
import { Told } from '#platform/ui/office/Told.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import { type AssignmentKind, assignmentKinds } from '../common/body.ts'
import type { assign, endAssignment, listAssignments } from '../common/contract.ts'
import { postsMessages } from '../common/messages.ts'
import { postsOfficeMessages } from './messages.ts'

/** 包片、包组、包户: which cadre answers for what. */
export function Assignments({ gridPath }: { readonly gridPath: string }) {
  const t = useText(postsOfficeMessages, postsMessages)
  const may = useMay()
  const [isAdding, setAdding] = useState(false)
  const asked = useAsk<typeof listAssignments>('posts.assignments', { gridPath }, { keep: true })
  const ending = useDo<typeof endAssignment>('posts.end-assignment', { renews: ['posts.assignments'] })
  return (
    <>
      {may('posts.edit') ? (
        isAdding ? (
          <Assign gridPath={gridPath} onDone={() => setAdding(false)} />
        ) : (
          <Button type="primary" onClick={() => setAdding(true)}>
            {t('assignments.add')}
          </Button>
        )
      ) : null}
      <Told trouble={ending.trouble} />
      <Answered asked={asked}>
        {({ assignments }) =>
          assignments.length === 0 ? (
            <Blank title={t('assignments.none')} />
          ) : (
            <section className="o-card ps-wide" aria-label={t('tab.assignments')}>
              <PlainTable
                rows={assignments}
                rowKey={row => row.assignmentId}
                words={row => `${row.target} ${row.gridName} ${row.title} ${row.holder ?? ''}`}
                columns={[
                  {
                    head: t('assignments.target'),
                    cell: row => (
                      <>
                        {row.target}
                        <span className="o-soft ps-row">{row.gridName}</span>
                      </>
                    ),
                  },
                  { head: t('assignments.kind'), cell: row => t(`assign.${row.kind}`) },
                  { head: t('assignments.post'), cell: row => row.title },
                  {
                    head: t('assignments.holder'),
                    cell: row => row.holder ?? t('workload.vacant'),
                    look: row => (row.holder === null ? 'ps-gap' : undefined),
                  },
                  {
                    head: t('assignments.since'),
                    cell: row => (
                      <>
                        {row.since}
                        {row.mayEdit ? (
                          <>
                            {' '}
                            <Button
                              size="small"
                              aria-label={`${t('assignments.end')} ${row.target}`}
                              onClick={() => ending.send({ assignmentId: row.assignmentId })}
                            >
                              {t('assignments.end')}
                            </Button>
                          </>
                        ) : null}
                      </>
                    ),
                  },
                ]}
              />
            </section>
          )
        }
      </Answered>
    </>
  )
}

interface Typed {
  readonly kind: AssignmentKind
  readonly target: string
  readonly post: string
}

function Assign({ gridPath, onDone }: { readonly gridPath: string; readonly onDone: () => void }) {
  const t = useText(postsOfficeMessages, postsMessages)
  const say = useSay()
  const { send, isSending, trouble } = useDo<typeof assign>('posts.assign', {
    renews: ['posts.assignments'],
    onDone: () => {
      say(t('assignments.done'))
      onDone()
    },
  })
  return (
    <section className="o-card" aria-label={t('assignments.add')}>
      <OfficeForm<Typed>
        name="assignment"
        start={{ kind: 'area' }}
        submit={t('assignments.submit')}
        isSending={isSending}
        trouble={trouble}
        onCancel={onDone}
        onSend={({ kind, target, post }) => send({ assignmentId: newId(), postId: post, kind, gridPath, target })}
      >
        <Item name="kind" label={t('assignments.kind')} isRequired>
          <Select options={assignmentKinds.map(kind => ({ value: kind, label: t(`assign.${kind}`) }))} />
        </Item>
        <Item name="target" label={t('assignments.target')} hint={t('assignments.target-hint')} isRequired>
          <Input maxLength={80} />
        </Item>
        <Item name="post" label={t('assignments.post')} isRequired>
          <PostSelect label={t('assignments.post')} />
        </Item>
      </OfficeForm>
    </section>
  )
}
