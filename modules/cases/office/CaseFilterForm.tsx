import { Button } from 'antd'
import type { gridTree } from '#modules/grid/common/index.ts'
import { useAsk } from '#platform/ui/office/ask.ts'
import { useUrlState } from '#platform/ui/office/url-state.ts'
import { useLocale, useText } from '#platform/ui/ui/use-text.ts'
import { caseSources, caseStatuses } from '../common/case-file.ts'
import { casesMessages } from '../common/messages.ts'
import { filterNames } from './case-filters.ts'
import { useClasses } from './ClassPicker.tsx'
import { caseOfficeMessages } from './messages.ts'

const marks = [
  ['me', 'list.for-me'],
  ['mine', 'list.mine'],
  ['nogrid', 'list.no-grid'],
] as const

/** What the list is narrowed by; sending the form writes it into the address. */
export function CaseFilterForm() {
  const t = useText(caseOfficeMessages, casesMessages)
  const [url, setUrl] = useUrlState()
  const change = (typed: FormData | null) =>
    setUrl(Object.fromEntries(filterNames.map(name => [name, String(typed?.get(name) ?? '').trim() || undefined])))
  return (
    <form
      className="o-filters"
      onSubmit={event => {
        event.preventDefault()
        change(new FormData(event.currentTarget))
      }}
      onChange={event => {
        // Choices act at once; what is typed waits for Enter.
        if (event.target instanceof HTMLInputElement && ['text', 'search'].includes(event.target.type)) return
        change(new FormData(event.currentTarget))
      }}
    >
      <label>
        <span>{t('list.text')}</span>
        <input
          className="o-input"
          type="search"
          name="text"
          maxLength={200}
          defaultValue={url.text ?? ''}
          placeholder={t('list.text-hint')}
        />
      </label>
      <Choice
        name="status"
        label={t('list.status')}
        all={t('list.every-status')}
        options={caseStatuses.map(one => [one, t(`cases.status.${one}`)])}
      />
      <ClassChoices />
      <GridChoices />
      <Choice
        name="source"
        label={t('list.source')}
        all={t('list.every-source')}
        options={caseSources.map(one => [one, t(`cases.source.${one}`)])}
      />
      <label>
        <span>{t('list.from')}</span>
        <input className="o-input" type="date" name="from" defaultValue={url.from ?? ''} />
      </label>
      <label>
        <span>{t('list.to')}</span>
        <input className="o-input" type="date" name="to" defaultValue={url.to ?? ''} />
      </label>
      <Choice name="sort" label={t('list.sort')} all={t('list.newest')} options={[['oldest', t('list.oldest')]]} />
      {marks.map(([name, label]) => (
        <label key={name} className="co-mark">
          <input type="checkbox" name={name} value="yes" defaultChecked={url[name] !== undefined} />
          {t(label)}
        </label>
      ))}
      <Button type="primary" htmlType="submit">
        {t('list.find')}
      </Button>
      <Button onClick={() => change(null)}>{t('list.clear')}</Button>
    </form>
  )
}

interface ChoiceProps {
  readonly name: (typeof filterNames)[number]
  readonly label: string
  readonly all: string
  readonly options: readonly (readonly [value: string, label: string])[]
}

function Choice({ name, label, all, options }: ChoiceProps) {
  const [url] = useUrlState()
  const value = url[name] ?? ''
  // An address may ask for several at once (from the map, or a saved view): it stays chosen as it came.
  const known = value === '' || options.some(([one]) => one === value)
  return (
    <label>
      <span>{label}</span>
      <select className="o-select" name={name} defaultValue={value}>
        <option value="">{all}</option>
        {known ? null : <option value={value}>{namesOf(value, options)}</option>}
        {options.map(([one, text]) => (
          <option key={one} value={one}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}

function namesOf(value: string, options: ChoiceProps['options']): string {
  const names = value.split(',').map(part => options.find(([one]) => one === part)?.[1])
  return names.filter(Boolean).join(' + ') || value
}

function ClassChoices() {
  const t = useText(caseOfficeMessages, casesMessages)
  const { locale } = useLocale()
  const [url] = useUrlState()
  const asked = useClasses()
  const majors = asked.data?.majors ?? []
  const value = url.class ?? ''
  return (
    <label>
      <span>{t('list.class')}</span>
      <select className="o-select co-short" name="class" key={`${value} ${majors.length}`} defaultValue={value}>
        <option value="">{t('list.every-class')}</option>
        {majors.map(major => (
          <optgroup
            key={`${major.kind} ${major.code}`}
            label={`${t(`cases.kind.${major.kind}`)} · ${major.name[locale]}`}
          >
            <option value={`${major.kind}.${major.code}`}>{major.name[locale]}</option>
            {major.classes.map(one => (
              <option key={one.code} value={`${major.kind}.${one.code}`}>
                {(one.fault ?? one.name)[locale]}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  )
}

/** Down to the small grids: alleys are found on the map or by address. */
function GridChoices() {
  const t = useText(caseOfficeMessages)
  const [url] = useUrlState()
  const asked = useAsk<typeof gridTree>('grid.tree', { deepestLevel: 3 })
  const grids = asked.data?.grids ?? []
  const value = url.grid ?? ''
  return (
    <label>
      <span>{t('list.grid')}</span>
      <select className="o-select co-short" name="grid" key={`${value} ${grids.length}`} defaultValue={value}>
        <option value="">{t('list.every-grid')}</option>
        {value && !grids.some(one => one.path === value) ? <option value={value}>{value}</option> : null}
        {grids.map(grid => (
          <option key={grid.path} value={grid.path}>
            {'　'.repeat(Math.max(0, grid.level - 1))}
            {grid.name}
          </option>
        ))}
      </select>
    </label>
  )
}
