import type { ClassKind } from '#modules/catalogue/common/index.ts'
import { Input } from 'antd'
import { useId, useState } from 'react'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { useAsk } from '#platform/ui/office/ask.ts'
import { useLocale, useText } from '#platform/ui/ui/use-text.ts'
import type { Locale } from '#platform/i18n/common/translate.ts'
import type { listClasses } from '../common/contract-queries.ts'
import { casesMessages } from '../common/messages.ts'
import { caseOfficeMessages } from './messages.ts'

export interface ClassChoice {
  readonly kind: ClassKind
  readonly code: string
}

type Major = OutputOf<typeof listClasses>['majors'][number]
type Listed = Major['classes'][number] & { readonly kind: ClassKind }
const mostShown = 40

interface ClassPickerProps {
  readonly id?: string
  readonly value?: ClassChoice
  readonly onChange?: (choice: ClassChoice) => void
  readonly onChosen?: (choice: ClassChoice) => void
}

export function useClasses() {
  return useAsk<typeof listClasses>('cases.classes', {})
}

/** A class of the catalogue: by word or code, or down the majors. Radios, so that arrow keys and readers know it. */
export function ClassPicker({ id, value, onChange, onChosen }: ClassPickerProps) {
  const t = useText(caseOfficeMessages, casesMessages)
  const { locale } = useLocale()
  const asked = useClasses()
  const [typed, setTyped] = useState('')
  const group = useId()
  const majors = asked.data?.majors ?? []
  const all = majors.flatMap(major => major.classes.map(one => ({ ...one, kind: major.kind })))
  const found = typed.trim() ? all.filter(one => fits(one, typed.trim())) : []
  const chosen = all.find(one => one.kind === value?.kind && one.code === value.code)
  const choose = (one: Listed) => {
    const choice = { kind: one.kind, code: one.code }
    onChange?.(choice)
    onChosen?.(choice)
  }
  const radio = (one: Listed) => (
    <label key={`${one.kind} ${one.code}`}>
      <input
        type="radio"
        name={group}
        checked={chosen?.kind === one.kind && chosen.code === one.code}
        onChange={() => choose(one)}
      />
      <span>
        {nameOf(one, locale)} <span className="o-soft">{one.code}</span>
      </span>
    </label>
  )
  return (
    <fieldset className="co-picker" style={{ margin: 0, padding: 0, border: 0 }}>
      <legend className="w-label">{t('class.choose')}</legend>
      <Input
        {...(id ? { id } : {})}
        type="search"
        value={typed}
        aria-label={t('class.search')}
        placeholder={t('class.search')}
        onChange={event => setTyped(event.target.value)}
        onPressEnter={event => {
          event.preventDefault()
          if (found[0]) choose(found[0])
        }}
      />
      <p className="o-hint" aria-live="polite">
        {chosen ? t('class.chosen', { name: nameOf(chosen, locale), code: chosen.code }) : t('class.hint')}{' '}
        {typed.trim() ? t(found.length > 0 ? 'class.results' : 'class.none', { count: found.length }) : null}
      </p>
      <div className="co-classes">
        {typed.trim() && found.length > 0 ? (
          <>
            {found.slice(0, mostShown).map(radio)}
            {found.length > mostShown ? <p className="o-hint">{t('class.more', { count: mostShown })}</p> : null}
          </>
        ) : (
          majors.map(major => (
            <details
              key={`${major.kind} ${major.code}`}
              open={
                chosen !== undefined &&
                major.classes.some(one => one.code === chosen.code) &&
                major.kind === chosen.kind
              }
            >
              <summary>
                {t(`cases.kind.${major.kind}`)}{' '}
                {t('class.major', { code: major.code, name: major.name[locale], count: major.classes.length })}
              </summary>
              {major.classes.map(one => radio({ ...one, kind: major.kind }))}
            </details>
          ))
        )}
      </div>
    </fieldset>
  )
}

/** A case about a component is called after its fault: 井盖异常, not 井盖. */
export function nameOf(one: Pick<Listed, 'name' | 'fault'>, locale: Locale): string {
  return (one.fault ?? one.name)[locale]
}

function fits(one: Listed, typed: string): boolean {
  const words = typed.toLowerCase()
  const names = [one.name['zh-CN'], one.name.en, one.fault?.['zh-CN'] ?? '', one.fault?.en ?? '']
  return (
    names.some(name => name.toLowerCase().includes(words)) ||
    one.code.startsWith(words) ||
    one.oldCodes.some(code => code.startsWith(words))
  )
}
