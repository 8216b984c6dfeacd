import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { AnsweredRows } from '#platform/ui/office/AnsweredRows.tsx'
import { useAskList, useDo } from '#platform/ui/office/ask.ts'
import { Blank } from '#platform/ui/office/Blank.tsx'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useMay } from '#platform/ui/office/session.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { decideCorrection, listCorrections } from '../common/contract/protection.ts'
import type { confirmFields, listConflicts, listStale, settleConflict } from '../common/contract/upkeep.ts'
import type { FieldValue } from '../common/field-spec.ts'
import type { ThingKind } from '../common/kinds.ts'
import { registryOfficeMessages } from './messages.ts'
import { useWords } from '../ui/words.ts'

/** What somebody should ask again, and what a person has to decide. A help; nobody's number is counted. */
export function Page() {
  const t = useText(registryOfficeMessages)
  const may = useMay()
  return (
    <OfficePage title={t('place.upkeep')} about={t('upkeep.about')}>
      {may('registry.settle') ? <Conflicts /> : null}
      {may('registry.settle') ? <Corrections /> : null}
      {may('registry.write') ? <StaleThings /> : null}
    </OfficePage>
  )
}

function ThingLink({ thingId, title }: { readonly thingId: string; readonly title: string }) {
  return (
    <Link to="/registry/$thingId" params={{ thingId }}>
      {title}
    </Link>
  )
}

/** A day's work at once; more on asking. */
const staleAtOnce = 20

function StaleThings() {
  const t = useText(registryOfficeMessages)
  const words = useWords()
  const asked = useAskList<typeof listStale>('registry.stale', { limit: staleAtOnce })
  const confirm = useDo<typeof confirmFields>('registry.confirm', { renews: ['registry.'] })
  return (
    <section className="o-card" aria-labelledby="stale">
      <h2 id="stale">{t('upkeep.stale')}</h2>
      <AnsweredRows asked={asked} empty={<Blank title={t('upkeep.none')}>{t('upkeep.none-why')}</Blank>}>
        {rows => (
          <ul className="o-lines">
            {rows.map(row => (
              <li key={row.thingId}>
                <span>
                  <ThingLink thingId={row.thingId} title={row.title} />{' '}
                  <span className="o-soft">
                    {words.kind(row.kind)} · {row.gridNames.at(-1)} ·{' '}
                    {row.staleOn ? t('upkeep.since', { day: row.staleOn }) : ''}
                  </span>
                  <br />
                  {t('upkeep.stale-fields', { fields: row.staleFields.map(key => words.field(row.kind, key)) })}
                </span>
                <Button
                  size="small"
                  aria-label={t('upkeep.confirm-of', { title: row.title })}
                  onClick={() => confirm.send({ thingId: row.thingId, fields: row.staleFields })}
                >
                  {t('upkeep.confirm')}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </AnsweredRows>
    </section>
  )
}

function Conflicts() {
  const t = useText(registryOfficeMessages)
  const asked = useAskList<typeof listConflicts>('registry.conflicts', {})
  return (
    <section className="o-card" aria-labelledby="conflicts">
      <h2 id="conflicts">{t('upkeep.conflicts')}</h2>
      <AnsweredRows asked={asked} empty={<p className="o-hint">{t('upkeep.no-conflicts')}</p>}>
        {rows => (
          <div className="o-stack">
            {rows.map(row => (
              <ConflictCard key={row.conflictId} row={row} />
            ))}
          </div>
        )}
      </AnsweredRows>
    </section>
  )
}

type Conflict = OutputOf<typeof listConflicts>['rows'][number]

function ConflictCard({ row }: { readonly row: Conflict }) {
  const t = useText(registryOfficeMessages)
  const words = useWords()
  const [outcome, setOutcome] = useState<'stands' | 'offered' | null>(null)
  const settle = useDo<typeof settleConflict>('registry.settle', { renews: ['registry.', 'inbox.'] })
  const side = (one: Conflict['stands']) => ({
    value: one.value === null ? t('thing.empty') : valueOf(row, one.value, words),
    trueOn: one.trueOn,
    way: t(`way.${one.way}`),
    by: one.byName ?? '—',
  })
  return (
    <article aria-label={`${row.title} ${words.field(row.kind, row.field)}`}>
      <p>
        <ThingLink thingId={row.thingId} title={row.title} /> <b>{words.field(row.kind, row.field)}</b>{' '}
        <span className="o-soft">{row.gridNames.at(-1)}</span>
      </p>
      <ul className="o-lines">
        <li>{t('upkeep.stands', side(row.stands))}</li>
        <li>{t('upkeep.offered', side(row.offered))}</li>
      </ul>
      {outcome === null ? (
        <div className="o-actions">
          <Button onClick={() => setOutcome('stands')}>{t('upkeep.keep')}</Button>
          <Button onClick={() => setOutcome('offered')}>{t('upkeep.take')}</Button>
        </div>
      ) : (
        <OfficeForm<{ reason: string }>
          name={`settle-${row.conflictId}`}
          submit={t(outcome === 'stands' ? 'upkeep.keep' : 'upkeep.take')}
          isSending={settle.isSending}
          trouble={settle.trouble}
          onCancel={() => setOutcome(null)}
          onSend={({ reason }) => settle.send({ conflictId: row.conflictId, outcome, reason })}
        >
          <Item name="reason" label={t('upkeep.why')} isRequired>
            <Input maxLength={200} autoFocus />
          </Item>
        </OfficeForm>
      )}
    </article>
  )
}

const valueOf = (row: Conflict, value: FieldValue, words: ReturnType<typeof useWords>) =>
  row.isSealed ? String(value) : words.value(row.kind, row.field, value)

function Corrections() {
  const t = useText(registryOfficeMessages)
  const asked = useAskList<typeof listCorrections>('registry.corrections', {})
  return (
    <section className="o-card" aria-labelledby="corrections">
      <h2 id="corrections">{t('correction.title')}</h2>
      <AnsweredRows asked={asked} empty={<p className="o-hint">{t('correction.none')}</p>}>
        {rows => (
          <div className="o-stack">
            {rows.map(row => (
              <CorrectionCard key={row.correctionId} row={row} />
            ))}
          </div>
        )}
      </AnsweredRows>
    </section>
  )
}

function CorrectionCard({ row }: { readonly row: OutputOf<typeof listCorrections>['rows'][number] }) {
  const t = useText(registryOfficeMessages)
  const words = useWords()
  const [outcome, setOutcome] = useState<'accepted' | 'refused' | null>(null)
  const decide = useDo<typeof decideCorrection>('registry.decide-correction', { renews: ['registry.', 'inbox.'] })
  const field = words.field(row.kind as ThingKind, row.field)
  const change = { field, stands: row.stands ?? t('thing.empty'), wanted: row.wanted ?? t('thing.empty') }
  return (
    <article aria-label={`${row.title} ${field}`}>
      <p>
        <ThingLink thingId={row.thingId} title={row.title} /> · {t('correction.change', change)}
        <br />
        {row.reason} <span className="o-soft">{t('correction.due', { day: row.dueOn })}</span>
      </p>
      {outcome === null ? (
        <div className="o-actions">
          <Button onClick={() => setOutcome('accepted')}>{t('correction.accept')}</Button>
          <Button onClick={() => setOutcome('refused')}>{t('correction.refuse')}</Button>
        </div>
      ) : (
        <OfficeForm<{ answer: string }>
          name={`decide-${row.correctionId}`}
          submit={t(outcome === 'accepted' ? 'correction.accept' : 'correction.refuse')}
          isSending={decide.isSending}
          trouble={decide.trouble}
          onCancel={() => setOutcome(null)}
          onSend={({ answer }) => decide.send({ correctionId: row.correctionId, outcome, answer })}
        >
          <Item name="answer" label={t('correction.answer')} isRequired>
            <Input maxLength={200} autoFocus />
          </Item>
        </OfficeForm>
      )}
    </article>
  )
}
