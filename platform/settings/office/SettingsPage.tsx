import { Button, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '../../contract/common/endpoint.ts'
import { dayOf } from '../../kernel/common/day-of.ts'
import { useAsk, useDo } from '../../ui/office/ask.ts'
import { Answered } from '../../ui/office/Blank.tsx'
import { Item, OfficeForm } from '../../ui/office/OfficeForm.tsx'
import { Page as OfficePage } from '../../ui/office/Page.tsx'
import { useSay } from '../../ui/office/Say.tsx'
import { useMay } from '../../ui/office/session.tsx'
import { useLocale, useText } from '../../ui/ui/use-text.ts'
import { describeLimit, type LimitClock, limitClocks } from '../../worktime/common/index.ts'
import type { listSettings, putSetting } from '../common/contract.ts'
import { isList, type SettingValue } from '../common/setting.ts'
import { settingsOfficeMessages } from './messages.ts'

type Group = OutputOf<typeof listSettings>['groups'][number]
type Part = Group['parts'][number]

/** Every number that the place may set, with its source; for its keeper with the means to change it. */
export function Page() {
  const t = useText(settingsOfficeMessages)
  const { locale } = useLocale()
  const mayEdit = useMay()('settings.edit')
  const asked = useAsk<typeof listSettings>('settings.list', {})
  return (
    <OfficePage title={t('place.settings')} about={t('settings.about')}>
      <Answered asked={asked}>
        {({ groups, today }) =>
          groups.map(group => (
            <section key={group.name} className="o-card" aria-label={group.label[locale]}>
              <h2>{group.label[locale]}</h2>
              <ul className="o-lines">
                {group.parts.map(part => (
                  <OneSetting key={part.key} {...{ group, part, today, mayEdit }} />
                ))}
              </ul>
            </section>
          ))
        }
      </Answered>
    </OfficePage>
  )
}

interface OneProps {
  readonly group: Group
  readonly part: Part
  readonly today: string
}

function OneSetting({ group, part, today, mayEdit }: OneProps & { readonly mayEdit: boolean }) {
  const t = useText(settingsOfficeMessages)
  const { locale } = useLocale()
  const [isOpen, setOpen] = useState(false)
  const written = (value: SettingValue) => {
    if (!isList(value)) return typeof value === 'object' ? describeLimit(value, locale) : String(value)
    const named = value.map(one => part.options.find(({ key }) => key === one)?.label[locale] ?? one)
    return named.length === 0 ? t('settings.none') : named.join(t('settings.between'))
  }
  const [latest] = part.versions
  return (
    <li>
      <div>
        <b>{part.label[locale]}</b> <span>{written(part.value)}</span>
        {written(part.value) === written(part.usual) ? null : (
          <span className="o-soft"> {t('settings.usual', { value: written(part.usual) })}</span>
        )}
        {latest && latest.from > today ? (
          <span> {t('settings.from-on', { day: latest.from, value: written(latest.value ?? part.usual) })}</span>
        ) : null}
        <p className="o-soft">{t('settings.source', { source: part.source[locale] })}</p>
        {part.versions.length > 0 ? (
          <details>
            <summary>{t('settings.history', { count: part.versions.length })}</summary>
            <ul>
              {part.versions.map(one => (
                <li key={one.version}>
                  {t('settings.entry', {
                    ...{ version: one.version, day: one.from, reason: one.reason, by: one.by, at: dayOf(one.at) },
                    value: one.value === null ? t('settings.is-usual') : written(one.value),
                  })}
                </li>
              ))}
            </ul>
          </details>
        ) : null}
        {isOpen ? <SettingForm {...{ group, part, today }} onClose={() => setOpen(false)} /> : null}
      </div>
      {mayEdit && !isOpen ? (
        <div className="o-actions">
          <Button
            size="small"
            aria-label={t('settings.change-this', { name: part.label[locale] })}
            onClick={() => setOpen(true)}
          >
            {t('settings.change')}
          </Button>
        </div>
      ) : null}
    </li>
  )
}

interface Typed {
  readonly amount: number | string | readonly string[]
  readonly clock?: LimitClock
  readonly from: string
  readonly reason: string
}

function SettingForm({ group, part, today, onClose }: OneProps & { readonly onClose: () => void }) {
  const t = useText(settingsOfficeMessages)
  const say = useSay()
  const { locale } = useLocale()
  const [toUsual, setToUsual] = useState(false)
  const { send, isSending, trouble } = useDo<typeof putSetting>('settings.put', {
    renews: ['settings.'],
    onDone() {
      say(t('settings.saved'))
      onClose()
    },
  })
  const now = part.value
  const start =
    typeof now === 'object' && !isList(now)
      ? { amount: now.amount, clock: now.clock, from: today, reason: '' }
      : { amount: now, from: today, reason: '' }
  const valueOf = ({ amount, clock }: Typed) => {
    if (typeof amount === 'object') return [...amount]
    return clock === undefined ? amount : { clock, amount: Number(amount) }
  }
  return (
    <OfficeForm<Typed>
      name={`setting-${group.name}-${part.key}`}
      start={start}
      submit={t('settings.save')}
      isSending={isSending}
      trouble={trouble}
      onCancel={onClose}
      onSend={typed =>
        send({
          ...{ group: group.name, key: part.key, seenVersion: part.version, from: typed.from, reason: typed.reason },
          value: toUsual ? null : valueOf(typed),
        })
      }
    >
      <label>
        <input type="checkbox" checked={toUsual} onChange={event => setToUsual(event.target.checked)} />{' '}
        {t('settings.back-to-usual')}
      </label>
      <Item
        name="amount"
        label={t('settings.amount')}
        hint={t(`settings.bounds-${part.kind}`, {
          least: part.least,
          most: part.most,
        })}
        isRequired
      >
        {part.kind === 'words' || part.kind === 'choices' ? (
          <Select
            mode={part.kind === 'words' ? 'tags' : 'multiple'}
            tokenSeparators={[' ', '、', '，', ',']}
            disabled={toUsual}
            options={part.options.map(({ key, label }) => ({ value: key, label: label[locale] }))}
          />
        ) : part.kind === 'word' ? (
          <Input maxLength={part.most} disabled={toUsual} autoFocus />
        ) : (
          <InputNumber min={part.least} max={part.most} disabled={toUsual} autoFocus />
        )}
      </Item>
      {part.kind === 'limit' ? (
        <Item name="clock" label={t('settings.clock')} isRequired>
          <Select
            disabled={toUsual}
            options={limitClocks.map(clock => ({ value: clock, label: t(`settings.clock.${clock}`) }))}
          />
        </Item>
      ) : null}
      <Item name="from" label={t('settings.day')} isRequired>
        <Input type="date" min={today} />
      </Item>
      <Item name="reason" label={t('settings.reason')} isRequired>
        <Input.TextArea rows={2} maxLength={200} />
      </Item>
    </OfficeForm>
  )
}
