import { Link } from '@tanstack/react-router'
import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { useAsk } from '#platform/ui/office/ask.ts'
import { Answered, Blank } from '#platform/ui/office/Blank.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useMay } from '#platform/ui/office/session.tsx'
import { useUrlState } from '#platform/ui/office/url-state.ts'
import { useLocale, useText } from '#platform/ui/ui/use-text.ts'
import { describeLimit } from '#platform/worktime/common/index.ts'
import { classKinds } from '../common/class-kind.ts'
import type { listConditions } from '../common/contract.ts'
import { catalogueMessages } from '../common/messages.ts'
import { ConditionForm, EndForm } from './ConditionForm.tsx'
import { catalogueOfficeMessages } from './messages.ts'
import { saveSheet } from './save-file.ts'
import { sheetOf } from './template.ts'

type Listed = OutputOf<typeof listConditions>
export type Condition = Listed['rows'][number]

const classesAtOnce = 30

/** The filing standard, class by class; for its keeper with the means to change it. */
export function Page() {
  const t = useText(catalogueOfficeMessages, catalogueMessages)
  const mayEdit = useMay()('catalogue.edit')
  const [url, setUrl] = useUrlState()
  const kind = classKinds.find(one => one === url.kind)
  const asked = useAsk<typeof listConditions>(
    'catalogue.list-conditions',
    {
      ...(kind ? { classKind: kind } : {}),
      ...(url.search ? { text: url.search } : {}),
      ...(url.undecided === 'yes' ? { undecided: true } : {}),
    },
    { keep: true },
  )
  return (
    <OfficePage
      title={t('place.filing-standard')}
      about={t('conditions.about')}
      actions={
        <>
          {asked.data && asked.data.rows.length > 0 ? (
            <Button onClick={() => void saveAll(asked.data.rows)}>{t('conditions.export')}</Button>
          ) : null}
          <Link className="ant-btn" to="/filing-standard/local-classes">
            {t('local.open')}
          </Link>
          {mayEdit ? (
            <Link className="ant-btn ant-btn-primary" to="/filing-standard/import">
              {t('conditions.import')}
            </Link>
          ) : null}
        </>
      }
    >
      <div className="o-list-tools">
        <Input.Search
          aria-label={t('conditions.search')}
          placeholder={t('conditions.search')}
          defaultValue={url.search ?? ''}
          allowClear
          className="o-find"
          onSearch={text => setUrl({ search: text.trim() || undefined })}
        />
        <label>
          <span>{t('conditions.kind')}</span>{' '}
          <select
            className="o-select"
            value={kind ?? ''}
            onChange={event => setUrl({ kind: event.target.value || undefined })}
          >
            <option value="">{t('conditions.all')}</option>
            {classKinds.map(one => (
              <option key={one} value={one}>
                {t(`catalogue.kind.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <Checkbox
          checked={url.undecided === 'yes'}
          onChange={event => setUrl({ undecided: event.target.checked ? 'yes' : undefined })}
        >
          {t('conditions.only-undecided')}
        </Checkbox>
      </div>
      <Answered asked={asked}>{listed => <Classes listed={listed} mayEdit={mayEdit} />}</Answered>
    </OfficePage>
  )
}

async function saveAll(rows: readonly Condition[]): Promise<void> {
  const lines = rows.map((one, at) => ({ ...one, row: at + 2, collect: one.collect.join('、') }))
  saveSheet('filing-standard.xlsx', await sheetOf(lines))
}

function Classes({ listed, mayEdit }: { readonly listed: Listed; readonly mayEdit: boolean }) {
  const t = useText(catalogueOfficeMessages, catalogueMessages)
  const { locale } = useLocale()
  const [most, setMost] = useState(classesAtOnce)
  if (listed.inForce === 0) return <Blank title={t('conditions.empty')}>{t('conditions.empty-why')}</Blank>
  if (listed.rows.length === 0) return <Blank title={t('conditions.none')}>{t('conditions.none-why')}</Blank>
  const classes = byClass(listed.rows)
  return (
    <section className="o-stack" aria-label={t('conditions.list')}>
      <p>{t('conditions.count', { inForce: listed.inForce, undecided: listed.undecided })}</p>
      {classes.slice(0, most).map(([first, ...others]) =>
        first ? (
          <section key={`${first.classKind} ${first.classCode}`} className="o-card">
            <h2>
              {first.className[locale]}{' '}
              <span className="o-soft">
                {t(`catalogue.kind.${first.classKind}`)} {first.classCode}
              </span>
            </h2>
            <ul className="o-lines">
              {[first, ...others].map(one => (
                <OneCondition key={one.conditionId} one={one} mayEdit={mayEdit} />
              ))}
            </ul>
            {mayEdit ? <AddCondition like={first} /> : null}
          </section>
        ) : null,
      )}
      {classes.length > most ? (
        <Button onClick={() => setMost(most + classesAtOnce)}>{t('conditions.more')}</Button>
      ) : null}
    </section>
  )
}

/** The rows come class by class. */
function byClass(rows: readonly Condition[]): Condition[][] {
  const classes: Condition[][] = []
  for (const row of rows) {
    const last = classes.at(-1)
    const isSame = last?.[0]?.classKind === row.classKind && last[0].classCode === row.classCode
    if (last && isSame) last.push(row)
    else classes.push([row])
  }
  return classes
}

function OneCondition({ one, mayEdit }: { readonly one: Condition; readonly mayEdit: boolean }) {
  const t = useText(catalogueOfficeMessages)
  const { locale } = useLocale()
  const [open, setOpen] = useState<'edit' | 'end' | null>(null)
  const close = () => setOpen(null)
  return (
    <li>
      <div>
        <b>{one.condition}</b>{' '}
        <span>
          {one.limit ? describeLimit(one.limit, locale) : t('conditions.limit-undecided', { text: one.limitText })}
        </span>
        <p className="o-soft">
          {t('conditions.closing', { closing: one.closing })} ·{' '}
          {t('conditions.bodies', { handling: one.handlingBody, supervising: one.supervisingBody })} ·{' '}
          {t('conditions.since', { day: one.from, version: one.version })}
        </p>
        {open === 'edit' ? (
          <ConditionForm conditionId={one.conditionId} seenVersion={one.version} start={one} onClose={close} />
        ) : null}
        {open === 'end' ? <EndForm one={one} onClose={close} /> : null}
      </div>
      {mayEdit && open === null ? (
        <div className="o-actions">
          <Button
            size="small"
            aria-label={t('conditions.edit-this', { condition: one.condition })}
            onClick={() => setOpen('edit')}
          >
            {t('conditions.edit')}
          </Button>
          <Button
            size="small"
            aria-label={t('conditions.end-this', { condition: one.condition })}
            onClick={() => setOpen('end')}
          >
            {t('conditions.end')}
          </Button>
        </div>
      ) : null}
    </li>
  )
}

function AddCondition({ like }: { readonly like: Condition }) {
  const t = useText(catalogueOfficeMessages)
  const [conditionId, setConditionId] = useState<string | null>(null)
  if (conditionId === null) {
    return (
      <Button size="small" onClick={() => setConditionId(newId())}>
        {t('conditions.add')}
      </Button>
    )
  }
  const { classKind, classCode, handlingBody, supervisingBody, collect } = like
  const start = { classKind, classCode, handlingBody, supervisingBody, collect }
  return <ConditionForm conditionId={conditionId} seenVersion={0} start={start} onClose={() => setConditionId(null)} />
}
