import { Button, Checkbox, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { byName } from '#platform/ui/office/by-name.ts'
import { useAsk, useDo } from '#platform/ui/office/ask.ts'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { useSay } from '#platform/ui/office/Say.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { listChecklists, listWalkers, writePlan } from '../common/contract.ts'
import { patrolOfficeMessages } from './messages.ts'
import type { ShownPlan } from './PlansPage.tsx'
import './patrol-office.css'

interface TypedPoint {
  readonly pointId?: string
  readonly name: string
  readonly at?: string
  readonly indoors?: boolean
  readonly checklistId: string
  readonly note?: string
}

interface Typed {
  readonly title: string
  readonly postId: string
  readonly weekdays: readonly number[]
  readonly spans: readonly { readonly name: string; readonly from: string; readonly until: string }[]
  readonly points: readonly TypedPoint[]
  readonly validFrom: string
  readonly validUntil?: string
}

interface PlanFormProps {
  readonly plan: ShownPlan | null
  readonly onEnd: () => void
}

const week = [1, 2, 3, 4, 5, 6, 7] as const
const degrees = /^\s*(-?\d{1,3}(?:\.\d+)?)\s*[,，]\s*(-?\d{1,2}(?:\.\d+)?)\s*$/

function typedOf(plan: ShownPlan | null): Partial<Typed> {
  if (!plan) {
    const spans = [{ name: '', from: '09:00', until: '12:00' }]
    return { weekdays: [1, 2, 3, 4, 5], spans, points: [], validFrom: dayOf(new Date().toISOString()) }
  }
  return {
    ...{ title: plan.title, postId: plan.postId, weekdays: plan.rhythm.weekdays, spans: plan.rhythm.spans },
    points: plan.points.map(({ place, ...point }) => ({
      ...point,
      ...(place ? { at: `${place.lon},${place.lat}` } : {}),
    })),
    ...{ validFrom: plan.validFrom, ...(plan.validUntil ? { validUntil: plan.validUntil } : {}) },
  }
}

/** A plan in the order of the paper: what it is called, who walks it, when, and the points in the order of the walk. */
export function PlanForm({ plan, onEnd }: PlanFormProps) {
  const t = useText(patrolOfficeMessages)
  const say = useSay()
  const [planId] = useState(() => plan?.planId ?? newId())
  const walkers = useAsk<typeof listWalkers>('patrol.walkers', {})
  const lists = useAsk<typeof listChecklists>('patrol.checklists', {})
  const send = useDo<typeof writePlan>('patrol.write-plan', {
    renews: ['patrol.'],
    onDone: () => {
      say(t('plans.saved'))
      onEnd()
    },
  })
  const posts = walkers.data?.posts ?? []
  return (
    <section className="o-card" aria-label={plan ? plan.title : t('plans.new')}>
      <OfficeForm<Typed>
        name={`plan-${planId}`}
        start={typedOf(plan)}
        submit={t('plans.save')}
        isSending={send.isSending}
        trouble={send.trouble}
        onCancel={onEnd}
        onSend={typed => {
          const post = posts.find(one => one.postId === typed.postId)
          send.send({
            ...{ planId, version: plan?.version ?? 0, title: typed.title, postId: typed.postId },
            gridPath: post?.gridPath ?? plan?.gridPath ?? '',
            rhythm: { weekdays: [...typed.weekdays], spans: [...typed.spans] },
            points: typed.points.map(pointOf),
            ...{ validFrom: typed.validFrom, validUntil: typed.validUntil || null },
          })
        }}
      >
        <Item name="title" label={t('plan.title')} isRequired>
          <Input maxLength={60} />
        </Item>
        <Item name="postId" label={t('plan.post')} hint={t('plan.post-hint')} isRequired>
          <Select
            loading={walkers.isPending}
            showSearch={byName}
            options={posts.map(post => ({
              value: post.postId,
              label: [post.holderName ?? t('rounds.vacant'), post.title].join(' · '),
            }))}
          />
        </Item>
        <fieldset className="o-fieldset">
          <legend>{t('plan.rhythm')}</legend>
          <Item name="weekdays" label={t('plan.days')}>
            <Checkbox.Group options={week.map(day => ({ value: day, label: t(`day.${day}`) }))} />
          </Item>
          <Spans />
        </fieldset>
        <Points lists={(lists.data?.rows ?? []).map(list => ({ value: list.checklistId, label: list.name }))} />
        <Item name="validFrom" label={t('plan.from')} isRequired>
          <Input type="date" />
        </Item>
        <Item name="validUntil" label={t('plan.until')} hint={t('plan.until-hint')} isOptional>
          <Input type="date" />
        </Item>
      </OfficeForm>
    </section>
  )
}

function pointOf({ pointId, name, at, indoors, checklistId, note }: TypedPoint) {
  const found = degrees.exec(at ?? '')
  return {
    ...{ pointId: pointId ?? newId(), name, indoors: indoors ?? false, checklistId, note: note ?? '' },
    place: found ? { lon: Number(found[1]), lat: Number(found[2]) } : null,
  }
}

function Spans() {
  const t = useText(patrolOfficeMessages)
  return (
    <Form.List name="spans">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <div key={key} className="pa-row" role="group" aria-label={t('plan.span-n', { n: name + 1 })}>
              <Form.Item name={[name, 'name']} label={t('plan.span')} rules={[{ required: true }]}>
                <Input maxLength={20} />
              </Form.Item>
              <Form.Item name={[name, 'from']} label={t('plan.span-from')} rules={[{ required: true }]}>
                <Input type="time" />
              </Form.Item>
              <Form.Item name={[name, 'until']} label={t('plan.span-until')} rules={[{ required: true }]}>
                <Input type="time" />
              </Form.Item>
              {fields.length > 1 ? (
                <Button aria-label={t('plan.remove-span', { n: name + 1 })} onClick={() => remove(name)}>
                  {t('plan.remove')}
                </Button>
              ) : null}
            </div>
          ))}
          <Button onClick={() => add({ name: '', from: '14:00', until: '17:00' })}>{t('plan.add-span')}</Button>
        </>
      )}
    </Form.List>
  )
}

function Points({ lists }: { readonly lists: readonly { readonly value: string; readonly label: string }[] }) {
  const t = useText(patrolOfficeMessages)
  return (
    <fieldset className="o-fieldset">
      <legend>{t('plan.points')}</legend>
      <Form.List name="points">
        {(fields, { add, remove, move }) => (
          <>
            {fields.map(({ key, name }, at) => (
              <div key={key} className="pa-row" role="group" aria-label={t('plan.point-n', { n: at + 1 })}>
                <Form.Item name={[name, 'name']} label={t('plan.point')} rules={[{ required: true }]}>
                  <Input maxLength={60} />
                </Form.Item>
                <Form.Item name={[name, 'checklistId']} label={t('plan.list')} rules={[{ required: true }]}>
                  <Select options={[...lists]} popupMatchSelectWidth={false} style={{ minWidth: 180 }} />
                </Form.Item>
                <Form.Item
                  name={[name, 'at']}
                  label={t('plan.place')}
                  rules={[{ pattern: degrees, message: t('plan.place-how') }]}
                >
                  <Input placeholder={t('plan.place-how')} />
                </Form.Item>
                <Form.Item name={[name, 'indoors']} valuePropName="checked" label={t('plan.where')}>
                  <Checkbox>{t('round.indoors')}</Checkbox>
                </Form.Item>
                <Button disabled={at === 0} aria-label={t('plan.up', { n: at + 1 })} onClick={() => move(at, at - 1)}>
                  {t('plan.earlier')}
                </Button>
                <Button aria-label={t('plan.remove-point', { n: at + 1 })} onClick={() => remove(name)}>
                  {t('plan.remove')}
                </Button>
              </div>
            ))}
            <Button onClick={() => add({ name: '', checklistId: lists[0]?.value })}>{t('plan.add-point')}</Button>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}
