import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { useAsk, useDo } from '#platform/ui/office/ask.ts'
import { Answered, Blank } from '#platform/ui/office/Blank.tsx'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useSay } from '#platform/ui/office/Say.tsx'
import { useMay } from '#platform/ui/office/session.tsx'
import { useLocale, useText } from '#platform/ui/ui/use-text.ts'
import type { adoptClass, endClass, listLocalClasses, putClass } from '../common/contract-classes.ts'
import { catalogueMessages } from '../common/messages.ts'
import { catalogueOfficeMessages } from './messages.ts'

type Listed = OutputOf<typeof listLocalClasses>
type Local = Listed['classes'][number]
type Major = Listed['majors'][number]

const today = () => dayOf(new Date().toISOString())

/** The classes that the place added: name them, end them, hand them over to the national catalogue. */
export function Page() {
  const t = useText(catalogueOfficeMessages)
  const mayEdit = useMay()('catalogue.edit')
  const asked = useAsk<typeof listLocalClasses>('catalogue.list-local-classes', {})
  return (
    <OfficePage
      title={t('local.title')}
      about={t('local.about')}
      actions={<Link to="/filing-standard">{t('local.back')}</Link>}
    >
      <Answered asked={asked}>
        {({ classes, majors }) => (
          <>
            {classes.length === 0 ? (
              <Blank title={t('local.empty')}>{t('local.empty-why')}</Blank>
            ) : (
              <section aria-label={t('local.list')} className="o-card">
                <ul className="o-lines">
                  {classes.map(one => (
                    <OneClass key={`${one.kind} ${one.code}`} one={one} mayEdit={mayEdit} />
                  ))}
                </ul>
              </section>
            )}
            {mayEdit ? <AddClass majors={majors} /> : null}
          </>
        )}
      </Answered>
    </OfficePage>
  )
}

function OneClass({ one, mayEdit }: { readonly one: Local; readonly mayEdit: boolean }) {
  const t = useText(catalogueOfficeMessages, catalogueMessages)
  const { locale } = useLocale()
  const [open, setOpen] = useState<'rename' | 'end' | { readonly adopt: string } | null>(null)
  const close = () => setOpen(null)
  const isOpen = !one.isEnded && one.adoptedAs === null
  const name = one.name[locale]
  return (
    <li>
      <div>
        <b>{name}</b>{' '}
        <span className="o-soft">
          {t(`catalogue.kind.${one.kind}`)} {one.code}
          {one.oldCode ? ` · ${t('local.was', { code: one.oldCode })}` : ''} · <State one={one} />
        </span>
        {mayEdit && isOpen && one.likely.length > 0 && open === null ? (
          <p>
            {t('local.likely')}{' '}
            {one.likely.map(({ code, name: national }) => (
              <Button key={code} size="small" onClick={() => setOpen({ adopt: code })}>
                {t('local.adopt', { code, name: national[locale] })}
              </Button>
            ))}
          </p>
        ) : null}
        {open === 'rename' ? <ClassForm kind={one.kind} code={one.code} start={one} onClose={close} /> : null}
        {open === 'end' ? <EndForm one={one} onClose={close} /> : null}
        {open !== null && typeof open === 'object' ? (
          <AdoptForm one={one} nationalCode={open.adopt} onClose={close} />
        ) : null}
      </div>
      {mayEdit && isOpen && open === null ? (
        <div className="o-actions">
          <Button size="small" aria-label={t('local.rename-this', { name })} onClick={() => setOpen('rename')}>
            {t('local.rename')}
          </Button>
          <Button size="small" aria-label={t('local.end-this', { name })} onClick={() => setOpen('end')}>
            {t('local.end')}
          </Button>
        </div>
      ) : null}
    </li>
  )
}

function State({ one }: { readonly one: Local }) {
  const t = useText(catalogueOfficeMessages)
  const { locale } = useLocale()
  if (one.adoptedAs) {
    return t('local.is-adopted', { day: one.from, code: one.adoptedAs.code, name: one.adoptedAs.name[locale] })
  }
  return one.isEnded
    ? t('local.is-ended', { day: one.from })
    : t('local.since', { day: one.from, version: one.version })
}

interface ClassFormProps {
  readonly kind: Local['kind']
  readonly code: string
  readonly start?: Local
  readonly onClose: () => void
}

/** Name and code; the code of a class that exists stays. */
function ClassForm({ kind, code, start, onClose }: ClassFormProps) {
  const t = useText(catalogueOfficeMessages)
  const say = useSay()
  const [from] = useState(today)
  const { send, isSending, trouble } = useDo<typeof putClass>('catalogue.put-class', {
    renews: ['catalogue.', 'cases.classes'],
    onDone({ classCode }) {
      say(t('local.saved', { code: classCode }))
      onClose()
    },
  })
  const startEn = start && start.name.en !== start.name['zh-CN'] ? start.name.en : ''
  return (
    <OfficeForm<{ name: string; nameEn?: string; oldCode?: string; code: string; from: string }>
      name={`local-${kind}-${code}`}
      start={{ name: start?.name['zh-CN'] ?? '', nameEn: startEn, oldCode: start?.oldCode ?? '', code, from }}
      submit={t('local.save')}
      isSending={isSending}
      trouble={trouble}
      onCancel={onClose}
      onSend={typed =>
        send({
          ...{ classKind: kind, classCode: start ? code : typed.code.trim(), seenVersion: start?.version ?? 0 },
          ...{ name: typed.name, nameEn: typed.nameEn ?? '', from: typed.from },
          ...(typed.oldCode ? { oldCode: typed.oldCode.trim() } : {}),
        })
      }
    >
      <Item name="name" label={t('local.name')} isRequired>
        <Input maxLength={60} autoFocus />
      </Item>
      <Item name="nameEn" label={t('local.name-en')} isOptional>
        <Input maxLength={60} />
      </Item>
      {start ? null : (
        <Item name="code" label={t('local.code')} hint={t('local.code-hint', { next: code })} isRequired>
          <Input maxLength={5} inputMode="numeric" />
        </Item>
      )}
      <Item name="oldCode" label={t('local.old-code')} hint={t('local.old-code-hint')} isOptional>
        <Input maxLength={4} inputMode="numeric" />
      </Item>
      <Item name="from" label={t('local.from')} isRequired>
        <Input type="date" />
      </Item>
    </OfficeForm>
  )
}

function AddClass({ majors }: { readonly majors: readonly Major[] }) {
  const t = useText(catalogueOfficeMessages, catalogueMessages)
  const { locale } = useLocale()
  const [chosen, setChosen] = useState<Major | null>(null)
  return (
    <section aria-label={t('local.add')} className="o-card">
      <h2>{t('local.add')}</h2>
      <label>
        <span>{t('local.major')}</span>{' '}
        <select
          className="o-select"
          value={chosen ? `${chosen.kind} ${chosen.code}` : ''}
          onChange={event => setChosen(majors.find(one => `${one.kind} ${one.code}` === event.target.value) ?? null)}
        >
          <option value="">{t('local.choose-major')}</option>
          {majors.map(one => (
            <option key={`${one.kind} ${one.code}`} value={`${one.kind} ${one.code}`}>
              {t(`catalogue.kind.${one.kind}`)} {one.code} {one.name[locale]}
            </option>
          ))}
        </select>
      </label>
      {chosen?.next ? (
        <ClassForm key={chosen.next} kind={chosen.kind} code={chosen.next} onClose={() => setChosen(null)} />
      ) : null}
    </section>
  )
}

interface OneProps {
  readonly one: Local
  readonly onClose: () => void
}

function EndForm({ one, onClose }: OneProps) {
  const t = useText(catalogueOfficeMessages)
  const say = useSay()
  const { send, isSending, trouble } = useDo<typeof endClass>('catalogue.end-class', {
    renews: ['catalogue.', 'cases.classes'],
    onDone({ conditions }) {
      say(t('local.ended', { count: conditions }))
      onClose()
    },
  })
  return (
    <DayForm
      {...{ isSending, trouble, onClose }}
      name={`end-${one.kind}-${one.code}`}
      why={t('local.end-why')}
      submit={t('local.end')}
      onDay={from => send({ classKind: one.kind, classCode: one.code, seenVersion: one.version, from })}
    />
  )
}

function AdoptForm({ one, nationalCode, onClose }: OneProps & { readonly nationalCode: string }) {
  const t = useText(catalogueOfficeMessages)
  const { locale } = useLocale()
  const say = useSay()
  const { send, isSending, trouble } = useDo<typeof adoptClass>('catalogue.adopt-class', {
    renews: ['catalogue.', 'cases.classes'],
    onDone({ classCode, conditions }) {
      say(t('local.adopted', { code: classCode, count: conditions }))
      onClose()
    },
  })
  return (
    <DayForm
      {...{ isSending, trouble, onClose }}
      name={`adopt-${one.kind}-${one.code}`}
      why={t('local.adopt-why', { name: one.name[locale] })}
      submit={t('local.adopt-do')}
      onDay={from => send({ classKind: one.kind, classCode: one.code, seenVersion: one.version, nationalCode, from })}
    />
  )
}

interface DayFormProps {
  readonly name: string
  readonly why: string
  readonly submit: string
  readonly isSending: boolean
  readonly trouble: unknown
  readonly onDay: (from: string) => void
  readonly onClose: () => void
}

/** What a change does, and from which day. */
function DayForm({ name, why, submit, isSending, trouble, onDay, onClose }: DayFormProps) {
  const t = useText(catalogueOfficeMessages)
  const [from] = useState(today)
  return (
    <OfficeForm<{ readonly from: string }>
      name={name}
      start={{ from }}
      submit={submit}
      isSending={isSending}
      trouble={trouble}
      onCancel={onClose}
      onSend={typed => onDay(typed.from)}
    >
      <p>{why}</p>
      <Item name="from" label={t('local.from')} isRequired>
        <Input type="date" autoFocus />
      </Item>
    </OfficeForm>
  )
}
