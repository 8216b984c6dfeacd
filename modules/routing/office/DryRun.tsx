import { Input } from 'antd'
import { useState } from 'react'
import type { InputOf, OutputOf } from '#platform/contract/common/endpoint.ts'
import type { ClassKind } from '#modules/catalogue/common/index.ts'
import { useAsk } from '#platform/ui/office/ask.ts'
import { Answered } from '#platform/ui/office/Blank.tsx'
import { Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { useLocale, useText } from '#platform/ui/ui/use-text.ts'
import type { dryRun } from '../common/contract.ts'
import { routingMessages } from '../common/messages.ts'
import { ClassChoice, everything, PlaceChoice } from './choices.tsx'
import { routingOfficeMessages } from './messages.ts'

interface Typed {
  readonly place: string
  readonly class: string
  readonly at?: string
}

const nothing: InputOf<typeof dryRun> = { classKind: 'event', classCode: '00000' }

/** Which rule would decide, and why each of the others would not. */
export function DryRun() {
  const t = useText(routingOfficeMessages)
  const [wanted, setWanted] = useState<InputOf<typeof dryRun> | null>(null)
  const asked = useAsk<typeof dryRun>('routing.dry-run', wanted ?? nothing, { enabled: wanted !== null })
  return (
    <section className="o-card" aria-labelledby="dry-run">
      <h2 id="dry-run">{t('dry.title')}</h2>
      <p className="o-hint">{t('dry.about')}</p>
      <OfficeForm<Typed>
        name="dry-run"
        start={{ place: everything }}
        submit={t('dry.run')}
        isSending={wanted !== null && asked.isPending}
        trouble={null}
        onSend={typed => setWanted(inputOf(typed))}
      >
        <Item name="place" label={t('dry.place')} isRequired>
          <PlaceChoice withAll />
        </Item>
        <Item name="class" label={t('rule.class')} isRequired>
          <ClassChoice onlyClasses />
        </Item>
        <Item name="at" label={t('dry.at')} hint={t('dry.at-hint')} isOptional>
          <Input type="datetime-local" />
        </Item>
      </OfficeForm>
      <div aria-live="polite">
        {wanted ? <Answered asked={asked}>{answer => <Outcome answer={answer} />}</Answered> : null}
      </div>
    </section>
  )
}

/** What is typed is the time of the place, wherever the device is. */
function inputOf({ place, class: chosen, at }: Typed): InputOf<typeof dryRun> {
  const [kind, classCode = ''] = chosen.split(' ')
  const asked = {
    ...(place === everything ? {} : { gridPath: place }),
    ...{ classKind: kind as ClassKind, classCode },
  }
  return at ? { ...asked, at: new Date(`${at}:00+08:00`).toISOString() } : asked
}

function Outcome({ answer: { winner, others, total } }: { readonly answer: OutputOf<typeof dryRun> }) {
  const t = useText(routingOfficeMessages, routingMessages)
  const { locale } = useLocale()
  return (
    <div className="ro-outcome">
      {winner ? (
        <p>
          <b>{t('dry.winner', { unit: winner.unitName ?? t('rules.unit-gone') })}</b>
          <span className="ro-block">
            {winner.words[locale]} · {winner.reason}
          </span>
        </p>
      ) : (
        <p>{t('dry.none')}</p>
      )}
      <h3>{t('dry.others', { count: total - (winner ? 1 : 0) })}</h3>
      {others.length === 0 ? <p>{t('dry.others-none')}</p> : null}
      {total - (winner ? 1 : 0) > others.length ? <p>{t('dry.others-first', { count: others.length })}</p> : null}
      <ul className="o-lines">
        {others.map(({ rule, lost }) => (
          <li key={rule.ruleId}>
            <span>
              {rule.words[locale]} → {rule.unitName ?? t('rules.unit-gone')}
            </span>
            <span className="o-soft">{t(`routing.lost.${lost}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
