import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import type { endSubstitution, listPeople, listSubstitutions, substitute } from '#modules/identity/common/index.ts'
import { PostSelect } from '#modules/places/office/index.ts'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { useAsk, useDo } from '#platform/ui/office/ask.ts'
import { Answered, Blank } from '#platform/ui/office/Blank.tsx'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { PlainTable } from '#platform/ui/office/PlainTable.tsx'
import { useSay } from '#platform/ui/office/Say.tsx'
import { useMay } from '#platform/ui/office/session.tsx'
import { Told } from '#platform/ui/office/Told.tsx'
import { useUrlState } from '#platform/ui/office/url-state.ts'
import { useMoment } from '#platform/ui/ui/moment.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import { postsOfficeMessages } from './messages.ts'

/** Who stands in on which post, and arranging it. */
export function Substitutes({ gridPath }: { readonly gridPath: string }) {
  const t = useText(postsOfficeMessages)
  const may = useMay()
  const moment = useMoment()
  const say = useSay()
  const [url, setUrl] = useUrlState()
  const [isPast, setPast] = useState(false)
  const [isArranging, setArranging] = useState(url.post !== undefined)
  const asked = useAsk<typeof listSubstitutions>(
    'identity.list-substitutions',
    { gridPath, past: isPast },
    { keep: true },
  )
  const ending = useDo<typeof endSubstitution>('identity.end-substitution', {
    renews: ['identity.list-substitutions', 'posts.'],
    onDone: () => say(t('substitutes.ended')),
  })
  const close = () => {
    setArranging(false)
    setUrl({ post: undefined })
  }
  return (
    <>
      {may('identity.substitute') ? (
        isArranging ? (
          <Arrange postId={url.post ?? null} onDone={close} />
        ) : (
          <Button type="primary" onClick={() => setArranging(true)}>
            {t('substitutes.new')}
          </Button>
        )
      ) : null}
      <label>
        <input type="checkbox" checked={isPast} onChange={event => setPast(event.target.checked)} />{' '}
        {t('substitutes.past')}
      </label>
      <Told trouble={ending.trouble} />
      <Answered asked={asked}>
        {({ substitutions }) =>
          substitutions.length === 0 ? (
            <Blank title={t('substitutes.none')} />
          ) : (
            <section className="o-card ps-wide" aria-label={t('tab.substitutes')}>
              <PlainTable
                rows={substitutions}
                rowKey={one => one.substitutionId}
                words={one => `${one.postTitle} ${one.unitName} ${one.holderName ?? ''} ${one.personName}`}
                columns={[
                  {
                    head: t('substitutes.post'),
                    cell: one => (
                      <>
                        {one.postTitle}
                        <span className="o-soft ps-row">{one.unitName}</span>
                      </>
                    ),
                  },
                  { head: t('substitutes.holder'), cell: one => one.holderName ?? t('workload.vacant') },
                  { head: t('substitutes.person'), cell: one => one.personName },
                  {
                    head: t('substitutes.period'),
                    cell: one => (
                      <>
                        {moment(one.fromAt)} – {moment(one.untilAt)}
                        {one.endedAt ? (
                          <span className="ps-row">{t('substitutes.ended-at', { at: moment(one.endedAt) })}</span>
                        ) : null}
                      </>
                    ),
                  },
                  { head: t('substitutes.reason'), cell: one => one.reason },
                  {
                    head: t('substitutes.by'),
                    cell: one => (
                      <>
                        {one.arrangedByName}
                        {may('identity.substitute') && !one.endedAt && one.untilAt > new Date().toISOString() ? (
                          <Button
                            size="small"
                            aria-label={`${t('substitutes.end')} ${one.postTitle}`}
                            onClick={() => ending.send({ substitutionId: one.substitutionId })}
                          >
                            {t('substitutes.end')}
                          </Button>
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
  readonly post: string
  readonly person: string
  readonly from: string
  readonly until: string
  readonly reason: string
}

function Arrange({ postId, onDone }: { readonly postId: string | null; readonly onDone: () => void }) {
  const t = useText(postsOfficeMessages)
  const say = useSay()
  const { send, isSending, trouble } = useDo<typeof substitute>('identity.substitute', {
    renews: ['identity.list-substitutions', 'posts.'],
    onDone: () => {
      say(t('substitutes.done'))
      onDone()
    },
  })
  return (
    <section className="o-card" aria-label={t('substitutes.new')}>
      <h2>{t('substitutes.new')}</h2>
      <p className="o-hint">{t('substitutes.hint')}</p>
      <OfficeForm<Typed>
        name="substitute"
        start={postId ? { post: postId } : {}}
        submit={t('substitutes.submit')}
        isSending={isSending}
        trouble={trouble}
        onCancel={onDone}
        onSend={({ post, person, from, until, reason }) =>
          send({
            ...{ substitutionId: newId(), postId: post, personId: person, reason },
            ...{ fromAt: momentOf(from), untilAt: momentOf(until) },
          })
        }
      >
        <Item name="post" label={t('substitutes.post')} isRequired>
          <PostSelect label={t('substitutes.post')} />
        </Item>
        <Item name="person" label={t('substitutes.person')} isRequired>
          <PersonSelect label={t('substitutes.person')} />
        </Item>
        <Item name="from" label={t('substitutes.from')} isRequired>
          <Input type="datetime-local" />
        </Item>
        <Item name="until" label={t('substitutes.until')} isRequired>
          <Input type="datetime-local" />
        </Item>
        <Item name="reason" label={t('substitutes.reason')} isRequired>
          <Input maxLength={200} />
        </Item>
      </OfficeForm>
    </section>
  )
}

/** What is typed is the time of the place, wherever the device is. */
function momentOf(typed: string): string {
  return new Date(`${typed.slice(0, 16)}:00+08:00`).toISOString()
}

interface PersonSelectProps {
  readonly label: string
  /** Given by the form's item. */
  readonly id?: string
  readonly value?: string
  readonly onChange?: (personId: string) => void
}

function PersonSelect({ label, id, value, onChange }: PersonSelectProps) {
  const [typed, setTyped] = useState('')
  const search = typed.trim()
  const asked = useAsk<typeof listPeople>(
    'identity.list-people',
    { limit: 20, state: 'active', ...(search ? { search } : {}) },
    { keep: true },
  )
  return (
    <Select
      {...(id ? { id } : {})}
      {...(value ? { value } : {})}
      {...(onChange ? { onChange } : {})}
      aria-label={label}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      options={(asked.data?.rows ?? []).map(person => ({
        value: person.id,
        label: [person.name, person.posts[0]?.title].filter(Boolean).join(' · '),
      }))}
    />
  )
}
