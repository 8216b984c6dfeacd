import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { PostSelect } from '#modules/places/office/index.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { useAsk, useDo } from '#platform/ui/office/ask.ts'
import { Answered, Blank } from '#platform/ui/office/Blank.tsx'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
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
                <OneBody key={body.bodyId} body={body} />
              ))}
            </>
          )
        }
      </Answered>
    </>
  )
}

function OneBody({ body }: { readonly body: Body }) {
  const t = useText(postsOfficeMessages, postsMessages)
  const say = useSay()
  const [isTaking, setTaking] = useState(false)
  const renews = ['posts.bodies']
  const ending = useDo<typeof endBody>('posts.end-body', { renews, onDone: () => say(t('bodies.ended')) })
  const leaving = useDo<typeof endMember>('posts.end-member', { renews, onDone: () => say(t('bodies.left')) })
  const heads = ['role', 'person', 'post', 'term', 'state'] as const
  return (
    <section className="o-card ps-body ps-wide" aria-label={body.name}>
      <h2>{body.name}</h2>
      <p className="o-soft">
        {t(`body.${body.kind}`)} · {body.gridName} · {body.validFrom}
      </p>
      {body.duties ? <p>{body.duties}</p> : null}
      <Told trouble={ending.trouble ?? leaving.trouble} />
      <table className="o-plain">
        <thead>
          <tr>
            {heads.map(head => (
              <th key={head} scope="col">
                {t(`bodies.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.members.map(member => (
            <tr key={member.memberId}>
              <td>{t(`role.${member.role}`)}</td>
              <td>{member.name}</td>
              <td>{member.postTitle}</td>
              <td>
                {member.from} – {member.until ?? ''}
              </td>
              <td className={member.state === 'over' ? 'ps-gap' : undefined}>
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
              </td>
            </tr>
          ))}
        </tbody>
      </table>
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
