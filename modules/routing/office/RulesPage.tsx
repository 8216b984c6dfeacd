import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useAsk } from '#platform/ui/office/ask.ts'
import { Answered, Blank } from '#platform/ui/office/Blank.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useMay } from '#platform/ui/office/session.tsx'
import { useUrlState } from '#platform/ui/office/url-state.ts'
import { useMoment } from '#platform/ui/ui/moment.ts'
import { useLocale, useText } from '#platform/ui/ui/use-text.ts'
import type { listRules, RuleShape, showRule } from '../common/contract.ts'
import { everything, PlaceChoice } from './choices.tsx'
import { CompareCases } from './CompareCases.tsx'
import { DryRun } from './DryRun.tsx'
import { routingOfficeMessages } from './messages.ts'
import { EndForm, RuleForm } from './RuleForm.tsx'
import { RuleTable } from './RuleTable.tsx'
import './routing-office.css'

export type RuleAct = 'new' | 'change' | 'end' | 'versions'
export interface Chosen {
  readonly act: RuleAct
  readonly rule: RuleShape | null
}

/** The rules by which a unit is suggested, and the means to try them. */
export function Page() {
  const t = useText(routingOfficeMessages)
  const mayEdit = useMay()('routing.edit')
  const [url, setUrl] = useUrlState()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const withEnded = url.ended === 'yes'
  const place = url.place ?? everything
  const input = { withEnded, ...(place === everything ? {} : { gridPath: place }) }
  const asked = useAsk<typeof listRules>('routing.list-rules', input, { keep: true })
  return (
    <OfficePage
      title={t('place.routing-rules')}
      about={t('rules.about')}
      actions={
        mayEdit ? (
          <Button type="primary" onClick={() => setChosen({ act: 'new', rule: null })}>
            {t('rules.new')}
          </Button>
        ) : null
      }
    >
      <div className="o-stack">
        {chosen ? (
          <ChosenRule key={`${chosen.act} ${chosen.rule?.ruleId}`} chosen={chosen} onClose={() => setChosen(null)} />
        ) : null}
        <div className="o-filters">
          <label className="ro-wide" htmlFor="rules-place">
            <span>{t('rules.filter-place')}</span>
            <PlaceChoice
              id="rules-place"
              withAll
              value={place}
              onChange={path => setUrl({ place: path === everything ? undefined : path })}
            />
          </label>
        </div>
        <div>
          <Checkbox checked={withEnded} onChange={event => setUrl({ ended: event.target.checked ? 'yes' : undefined })}>
            {t('rules.filter-ended')}
          </Checkbox>
        </div>
        <Answered asked={asked}>
          {({ rows, total }) =>
            rows.length === 0 ? (
              <Blank title={t('rules.empty')}>{t('rules.empty-why')}</Blank>
            ) : (
              <section className="o-card" aria-labelledby="rules">
                <h2 id="rules">
                  {t('rules.list')} <span className="o-soft">{t('rules.count', { total })}</span>
                </h2>
                {total > rows.length ? <p className="o-hint">{t('rules.more', { count: rows.length })}</p> : null}
                <RuleTable rows={rows} onChoose={setChosen} />
              </section>
            )
          }
        </Answered>
        <DryRun />
        <CompareCases />
      </div>
    </OfficePage>
  )
}

interface ChosenRuleProps {
  readonly chosen: Chosen
  readonly onClose: () => void
}

function ChosenRule({ chosen: { act, rule }, onClose }: ChosenRuleProps) {
  const t = useText(routingOfficeMessages)
  const { locale } = useLocale()
  const title = act === 'new' ? t('rules.new') : t(`rules.${act}-of`, { rule: rule?.words[locale] ?? '' })
  return (
    <section
      className="o-card"
      aria-labelledby="chosen-rule"
      ref={part => {
        if (part && !part.contains(document.activeElement)) part.focus()
      }}
      tabIndex={-1}
    >
      <h2 id="chosen-rule">{title}</h2>
      {act === 'versions' && rule ? <Versions rule={rule} onClose={onClose} /> : null}
      {act === 'end' && rule ? <EndForm rule={rule} onDone={onClose} onCancel={onClose} /> : null}
      {act === 'new' || act === 'change' ? <RuleForm rule={rule} onDone={onClose} onCancel={onClose} /> : null}
    </section>
  )
}

function Versions({ rule: { ruleId }, onClose }: { readonly rule: RuleShape; readonly onClose: () => void }) {
  const t = useText(routingOfficeMessages)
  const { locale } = useLocale()
  const moment = useMoment()
  const asked = useAsk<typeof showRule>('routing.show-rule', { ruleId })
  return (
    <>
      <Answered asked={asked}>
        {({ versions }) => (
          <ol className="o-lines">
            {versions.map(one => (
              <li key={one.version}>
                <span>
                  <b>{t('rules.version', { version: one.version })}</b> {one.words[locale]} →{' '}
                  {one.unitName ?? t('rules.unit-gone')}
                  {one.isEnded ? ` · ${t('rules.ended')}` : null}
                  <span className="ro-block o-soft">{one.reason}</span>
                </span>
                <span className="o-soft">
                  {t('rules.written', { name: one.writtenBy ?? t('rules.somebody'), at: moment(one.writtenAt) })}
                </span>
              </li>
            ))}
          </ol>
        )}
      </Answered>
      <div className="o-actions">
        <Button onClick={onClose}>{t('rules.close')}</Button>
      </div>
    </>
  )
}
