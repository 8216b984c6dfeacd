import { Button, Input } from 'antd'
import { useState } from 'react'
import { useDo } from '#platform/ui/office/ask.ts'
import { Told } from '#platform/ui/office/Told.tsx'
import { useMoment } from '#platform/ui/ui/moment.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { decideDraft, submitDraft, withdrawDraft } from '../../common/contract-drafts.ts'
import { gridOfficeMessages } from '../messages.ts'
import type { ShownDraft } from './use-drawing.ts'

const renews = ['grid.', 'inbox.'] as const

/** Submitting, deciding and giving up: what the reader may do with the draft as a whole, and what was done before. */
export function Decide({ draft }: { readonly draft: ShownDraft }) {
  const t = useText(gridOfficeMessages)
  const { draftId, serial, acts, findingCount } = draft
  const submit = useDo<typeof submitDraft>('grid.submit-draft', { renews })
  const withdraw = useDo<typeof withdrawDraft>('grid.withdraw-draft', { renews })
  return (
    <section className="o-card" aria-labelledby="gd-decide">
      <h2 id="gd-decide">{t('decide.title')}</h2>
      <div className="o-stack">
        <Told trouble={submit.trouble ?? withdraw.trouble} />
        {acts.length === 0 ? <p>{t('decide.nothing')}</p> : null}
        {acts.includes('submit') ? (
          <>
            <p className="o-hint">{t('decide.submit-hint')}</p>
            <Button
              type="primary"
              disabled={findingCount > 0}
              loading={submit.isSending}
              onClick={() => submit.send({ draftId, after: serial })}
            >
              {t('decide.submit')}
            </Button>
          </>
        ) : null}
        {acts.includes('decide') ? <Decision draft={draft} /> : null}
        {acts.includes('withdraw') ? (
          <Button danger loading={withdraw.isSending} onClick={() => withdraw.send({ draftId })}>
            {t('decide.withdraw')}
          </Button>
        ) : null}
        <History draft={draft} />
      </div>
    </section>
  )
}

function Decision({ draft: { draftId, earliestDay } }: { readonly draft: ShownDraft }) {
  const t = useText(gridOfficeMessages)
  const [day, setDay] = useState(earliestDay)
  const [words, setWords] = useState('')
  const decide = useDo<typeof decideDraft>('grid.decide-draft', { renews })
  return (
    <>
      <Told trouble={decide.trouble} />
      <label className="gd-field">
        <span>{t('decide.from')}</span>
        <input
          className="o-input"
          type="date"
          min={earliestDay}
          value={day}
          onChange={event => setDay(event.target.value)}
        />
      </label>
      <label className="gd-field">
        <span>{t('decide.words')}</span>
        <Input.TextArea
          rows={2}
          maxLength={500}
          value={words}
          placeholder={t('decide.return-why')}
          onChange={event => setWords(event.target.value)}
        />
      </label>
      <div className="o-actions">
        <Button
          type="primary"
          loading={decide.isSending}
          onClick={() => decide.send({ draftId, isApproved: true, words, inForceFrom: day })}
        >
          {t('decide.approve')}
        </Button>
        <Button loading={decide.isSending} onClick={() => decide.send({ draftId, isApproved: false, words })}>
          {t('decide.return')}
        </Button>
      </div>
    </>
  )
}

function History({ draft: { steps } }: { readonly draft: ShownDraft }) {
  const t = useText(gridOfficeMessages)
  const moment = useMoment()
  if (steps.length === 0) return null
  return (
    <>
      <h3>{t('steps.title')}</h3>
      <ol className="gd-list">
        {steps.map(({ step, words, byName, at }) => (
          <li key={at + step}>
            {moment(at)} {byName ?? t('steps.system')} {t(`step.${step as 'submit'}`)}
            {words ? `：${words}` : ''}
          </li>
        ))}
      </ol>
    </>
  )
}
