import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { byName } from '#platform/ui/office/by-name.ts'
import { useAsk, useDo } from '#platform/ui/office/ask.ts'
import { Answered, Blank } from '#platform/ui/office/Blank.tsx'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useSay } from '#platform/ui/office/Say.tsx'
import { Told } from '#platform/ui/office/Told.tsx'
import { useLocale, useText } from '#platform/ui/ui/use-text.ts'
import type { listTexts, putText } from '../common/contract-texts.ts'
import { textLimits } from '../common/limits.ts'
import { casesMessages } from '../common/messages.ts'
import { type TextStep, textSteps } from '../common/standard-texts.ts'
import { nameOf, useClasses } from './ClassPicker.tsx'
import { textMessages } from './text-messages.ts'

type StandardText = OutputOf<typeof listTexts>['rows'][number]

/** Standard texts step by step, for whoever keeps them. */
export function Page() {
  const t = useText(textMessages, casesMessages)
  const [fresh, setFresh] = useState<string | null>(null)
  const asked = useAsk<typeof listTexts>('cases.list-texts', {})
  return (
    <OfficePage
      title={t('place.texts')}
      about={t('texts.about')}
      actions={
        fresh === null ? (
          <Button type="primary" onClick={() => setFresh(newId())}>
            {t('texts.add')}
          </Button>
        ) : null
      }
    >
      {fresh === null ? null : (
        <section className="o-card" aria-label={t('texts.add')}>
          <TextForm textId={fresh} seenVersion={0} start={{ step: 'return' }} onClose={() => setFresh(null)} />
        </section>
      )}
      <Answered asked={asked}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Blank title={t('texts.empty')}>{t('texts.empty-why')}</Blank>
          ) : (
            <section aria-label={t('texts.list')}>
              {textSteps.map(step => {
                const own = rows.filter(row => row.step === step)
                return own.length === 0 ? null : (
                  <section key={step} className="o-card">
                    <h2>{t(`cases.action.${step}`)}</h2>
                    <ul className="o-lines">
                      {own.map(row => (
                        <OneText key={`${row.textId} ${row.version}`} row={row} />
                      ))}
                    </ul>
                  </section>
                )
              })}
            </section>
          )
        }
      </Answered>
    </OfficePage>
  )
}

function OneText({ row }: { readonly row: StandardText }) {
  const t = useText(textMessages)
  const { locale } = useLocale()
  const say = useSay()
  const classes = useClasses()
  const [isEdited, setEdited] = useState(false)
  const { send, isSending, trouble } = useDo<typeof putText>('cases.put-text', {
    renews: ['cases.list-texts'],
    onDone: () => say(t('texts.retired')),
  })
  const { textId, version, step, body, classKind, classCode } = row
  const ofClass = classKind && classCode ? { classKind, classCode } : {}
  const found = classes.data?.majors
    .filter(major => major.kind === classKind)
    .flatMap(major => major.classes)
    .find(one => one.code === classCode)
  return (
    <li>
      <div>
        {isEdited ? (
          <TextForm
            textId={textId}
            seenVersion={version}
            start={{ step, body, ...(classKind && classCode ? { ofClass: `${classKind} ${classCode}` } : {}) }}
            onClose={() => setEdited(false)}
          />
        ) : (
          <>
            {body} <span className="o-soft">{found ? nameOf(found, locale) : t('texts.any-class')}</span>
          </>
        )}
        <Told trouble={trouble} />
      </div>
      {isEdited ? null : (
        <div className="o-actions">
          <Button size="small" aria-label={t('texts.edit', { body })} onClick={() => setEdited(true)}>
            {t('texts.change')}
          </Button>
          <Button
            size="small"
            danger
            loading={isSending}
            aria-label={t('texts.retire-this', { body })}
            onClick={() => send({ textId, seenVersion: version, step, body, ...ofClass, isRetired: true })}
          >
            {t('texts.retire')}
          </Button>
        </div>
      )}
    </li>
  )
}

interface Typed {
  readonly step: TextStep
  /** `event 06010`. */
  readonly ofClass?: string
  readonly body: string
}

interface TextFormProps {
  readonly textId: string
  readonly seenVersion: number
  readonly start: Partial<Typed>
  readonly onClose: () => void
}

function TextForm({ textId, seenVersion, start, onClose }: TextFormProps) {
  const t = useText(textMessages, casesMessages)
  const { locale } = useLocale()
  const say = useSay()
  const classes = useClasses()
  const { send, isSending, trouble } = useDo<typeof putText>('cases.put-text', {
    renews: ['cases.list-texts'],
    onDone() {
      say(t('texts.saved'))
      onClose()
    },
  })
  const options = (classes.data?.majors ?? []).flatMap(major =>
    major.classes.map(one => ({
      value: `${major.kind} ${one.code}`,
      label: `${nameOf(one, locale)} ${one.code}`,
    })),
  )
  return (
    <OfficeForm<Typed>
      name={`text-${textId}`}
      start={start}
      submit={t('texts.save')}
      isSending={isSending}
      trouble={trouble}
      onCancel={onClose}
      onSend={({ step, ofClass, body }) => {
        const [kind, classCode] = ofClass?.split(' ') ?? []
        const classKind = (['component', 'event'] as const).find(one => one === kind)
        send({ textId, seenVersion, step, body, ...(classKind && classCode ? { classKind, classCode } : {}) })
      }}
    >
      <Item name="step" label={t('texts.step')} isRequired>
        <Select options={textSteps.map(step => ({ value: step, label: t(`cases.action.${step}`) }))} />
      </Item>
      <Item name="ofClass" label={t('texts.class')} isOptional>
        <Select allowClear showSearch={byName} options={options} />
      </Item>
      <Item name="body" label={t('texts.body')} isRequired>
        <Input.TextArea rows={3} maxLength={textLimits.reason} showCount />
      </Item>
    </OfficeForm>
  )
}
