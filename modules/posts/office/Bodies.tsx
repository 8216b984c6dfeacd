import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { PostSelect } from '#modules/places/office/index.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { useAsk, useDo } from '#platform/ui/office/ask.ts'
import { Answered, Blank } from '#platform/ui/office/Blank.tsx'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { PlainTable } from '#platform/ui/office/PlainTable.tsx'
import { useSay } from '#platform/ui/office/Say.tsx'
import { useMay } from '#platform/ui/office/session.tsx'
import { Told } from '#platform/ui/office/Told.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import { type BodyKind, bodyKinds, type BodyRole, bodyRoles } from '../common/body.ts'
import type { addBody, addMember, Body, endBody, endMember, listBodies } from '../common/contract.ts'
import { postsMessages } from '../common/messages.ts'
import { postsOfficeMessages } from './messages.ts'

/** Committees, groups and teams with who sits in them, in which role and for which term. */
export function Bodies({ gridPath }: { readonly gridPath: string }) {
  const t = useText(postsOfficeMessages, postsMessages)
  const may = useMay()
  const [isAdding, setAdding] = useState(false)
  const asked = useAsk<typeof listBodies>('posts.bodies', { gridPath }, { keep: true })
  return (
    <>
      {may('posts.edit') ? (
        isAdding ? (
          <AddBody gridPath={gridPath} onDone={() => setAdding(false)} />
        ) : (
          <Button type="primary" onClick={() => setAdding(true)}>
            {t('bodies.add')}
          </Button>
        )
      ) : null}
      <Answered asked={asked}>
        {({ bodies }) =>
          bodies.length === 0 ? (
            <Blank title={t('bodies.none')} />
          ) : (
            <>
              {bodies.map(body => (
                <OneBody key={body.bodyId} body={body} isOpen={bodies.length <= fewBodies} />
              ))}
            </>
          )
        }
      </Answered>
    </>
  )
}

/** So many stand open; of more, each opens on asking. */
const fewBodies = 3

function OneBody({ body, isOpen }: { readonly body: Body; readonly isOpen: boolean }) {
  const t = useText(postsOfficeMessages, postsMessages)
  const say = useSay()
  const [isTaking, setTaking] = useState(false)
  // One without anybody has just been registered: its members come next.
  const [startsOpen] = useState(isOpen || body.members.length === 0)
  const sitting = body.members.filter(({ state }) => state !== 'left')
  const over = sitting.filter(({ state }) => state === 'over').length
  const renews = ['posts.bodies']
  const ending = useDo<typeof endBody>('posts.end-body', { renews, onDone: () => say(t('bodies.ended')) })
  const leaving = useDo<typeof endMember>('posts.end-member', { renews, onDone: () => say(t('bodies.left')) })
  return (
    <section className="o-card ps-wide" aria-label={body.name}>
      <details className="ps-fold" open={startsOpen}>
        <summary>
          <h2>{body.name}</h2>
          <span className="o-soft">
            {t(`body.${body.kind}`)} · {body.gridName} · {t('bodies.sitting', { count: sitting.length })}
            {over > 0 ? <b className="ps-gap"> · {t('bodies.over', { count: over })}</b> : null}
          </span>
        </summary>
        <div className="ps-body">
          <p className="o-soft">{t('bodies.since', { day: body.validFrom })}</p>
          {body.duties ? <p>{body.duties}</p> : null}
          <Told trouble={ending.trouble ?? leaving.trouble} />
          <PlainTable
            rows={body.members}
            rowKey={member => member.memberId}
            columns={[
              { head: t('bodies.person'), cell: member => member.name },
              { head: t('bodies.role'), cell: member => t(`role.${member.role}`) },
              { head: t('bodies.post'), cell: member => member.postTitle },
              { head: t('bodies.term'), cell: member => `${member.from} – ${member.until ?? ''}` },
              {
                head: t('bodies.state'),
                look: member => (member.state === 'over' ? 'ps-gap' : undefined),
                cell: member => (
                  <>
                    {t(`state.${member.state}`)}
                    {body.mayEdit && member.state !== 'left' ? (
                      <>
                        {' '}
                        <Button
                          size="small"
                          aria-label={`${t('bodies.leave')} ${member.name}`}
                          onClick={() => leaving.send({ memberId: member.memberId })}
                        >
                          {t('bodies.leave')}
                        </Button>
                      </>
                    ) : null}
                  </>
                ),
              },
            ]}
          />
          {body.mayEdit && !isTaking ? (
            <div className="o-actions">
              <Button aria-label={`${t('bodies.take')} ${body.name}`} onClick={() => setTaking(true)}>
                {t('bodies.take')}
              </Button>
              <Button
                danger
                aria-label={`${t('bodies.end')} ${body.name}`}
                onClick={() => ending.send({ bodyId: body.bodyId })}
              >
                {t('bodies.end')}
              </Button>
            </div>
          ) : null}
          {isTaking ? <AddMember bodyId={body.bodyId} onDone={() => setTaking(false)} /> : null}
        </div>
      </details>
    </section>
  )
}

interface TypedBody {
  readonly kind: BodyKind
  readonly name: string
  readonly duties?: string
}

function AddBody({ gridPath, onDone }: { readonly gridPath: string; readonly onDone: () => void }) {
  const t = useText(postsOfficeMessages, postsMessages)
  const say = useSay()
  const { send, isSending, trouble } = useDo<typeof addBody>('posts.add-body', {
    renews: ['posts.bodies'],
    onDone: () => {
      say(t('bodies.added'))
      onDone()
    },
  })
  return (
    <section className="o-card" aria-label={t('bodies.add')}>
      <OfficeForm<TypedBody>
        name="body"
        start={{ kind: 'mediation-committee' }}
        submit={t('bodies.submit')}
        isSending={isSending}
        trouble={trouble}
        onCancel={onDone}
        onSend={({ kind, name, duties = '' }) => send({ bodyId: newId(), kind, name, gridPath, duties })}
      >
        <Item name="kind" label={t('bodies.kind')} isRequired>
          <Select options={bodyKinds.map(kind => ({ value: kind, label: t(`body.${kind}`) }))} />
        </Item>
        <Item name="name" label={t('bodies.name')} isRequired>
          <Input maxLength={60} />
        </Item>
        <Item name="duties" label={t('bodies.duties')} isOptional>
          <Input.TextArea maxLength={500} />
        </Item>
      </OfficeForm>
    </section>
  )
}

interface TypedMember {
  readonly name: string
  readonly role: BodyRole
  readonly post?: string | null
  readonly from: string
  readonly until?: string
}

function AddMember({ bodyId, onDone }: { readonly bodyId: string; readonly onDone: () => void }) {
  const t = useText(postsOfficeMessages, postsMessages)
  const say = useSay()
  const [day] = useState(() => dayOf(new Date().toISOString()))
  const { send, isSending, trouble } = useDo<typeof addMember>('posts.add-member', {
    renews: ['posts.bodies'],
    onDone: () => {
      say(t('bodies.added'))
      onDone()
    },
  })
  return (
    <OfficeForm<TypedMember>
      name={`member-${bodyId}`}
      start={{ role: 'member', from: day }}
      submit={t('bodies.take')}
      isSending={isSending}
      trouble={trouble}
      onCancel={onDone}
      onSend={({ name, role, post, from, until }) =>
        send({ memberId: newId(), bodyId, name, role, postId: post ?? null, from, until: until || null })
      }
    >
      <Item name="name" label={t('bodies.person')} isRequired>
        <Input maxLength={30} />
      </Item>
      <Item name="role" label={t('bodies.role')} isRequired>
        <Select options={bodyRoles.map(role => ({ value: role, label: t(`role.${role}`) }))} />
      </Item>
      <Item name="post" label={t('bodies.post')} isOptional>
        <PostSelect label={t('bodies.post')} />
      </Item>
      <Item name="from" label={t('bodies.from')} isRequired>
        <Input type="date" />
      </Item>
      <Item name="until" label={t('bodies.until')}>
        <Input type="date" />
      </Item>
    </OfficeForm>
  )
}
