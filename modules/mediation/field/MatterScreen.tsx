import { type FormEvent, useState } from 'react'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { newId } from '#platform/kernel/ui/new-id.ts'
import {
  KeptImage,
  type LookedAt,
  lookedAt,
  offlineMessages,
  type OutboxItem,
  PerformingTrouble,
  useOutbox,
  usePerforming,
  usePhone,
} from '#platform/offline/field/index.ts'
import {
  Button,
  Checkbox,
  Notice,
  RadioGroup,
  Screen,
  TextArea,
  TextField,
  Unanswered,
  useAnswer,
  useClient,
  useMoment,
  useText,
} from '#platform/ui/ui/index.ts'
import type { showMatter } from '../common/contract.ts'
import { faultOfFollowUp, type Keeping, keepings, mediationTextLimits as most } from '../common/matter.ts'
import { mediationMessages } from '../common/messages.ts'
import { fieldMediationMessages } from './messages.ts'
import { subjectOf } from './offline.ts'

type Shown = OutputOf<typeof showMatter>

/** One mediation, and its follow-up when there is one to tell. Without a signal the follow-up can be told all the same. */
export function MatterScreen({ matterId }: { readonly matterId: string }) {
  const t = useText(fieldMediationMessages)
  const client = useClient()
  const phone = usePhone()
  const asked = useAnswer<LookedAt<Shown>>(`mediation ${matterId}`, async () =>
    lookedAt(
      (await phone.kept('mediation.show', { matterId })) as Shown | undefined,
      client.command<typeof showMatter>('mediation.show', { matterId }, { requestId: newId() }),
    ),
  )
  const { reload } = asked
  return (
    <Screen title={t('matter.title')} back="/mediation">
      <Unanswered asked={asked} />
      {asked.state === 'failed' && !asked.answer ? <FollowUp matterId={matterId} onTold={() => void reload()} /> : null}
      {asked.answer?.isKept ? <Notice tone="warn">{t('matter.kept')}</Notice> : null}
      {asked.answer ? <Matter matter={asked.answer.answer} onTold={() => void reload()} /> : null}
    </Screen>
  )
}

function Matter({ matter, onTold }: { readonly matter: Shown; readonly onTold: () => void }) {
  const t = useText(fieldMediationMessages, mediationMessages)
  const moment = useMoment()
  return (
    <>
      <p>
        <strong>{t(`kind.${matter.kind}`)}</strong> · {t(`outcome.${matter.outcome}`)}
      </p>
      <p className="w-soft">
        {moment(matter.at)} · {matter.gridNames.slice(-2).join(' ')} · {matter.byName}
      </p>
      <h2 className="w-subtitle">{t('matter.parties')}</h2>
      <ul>
        {matter.parties.map(({ name, phone }) => (
          <li key={`${name} ${phone}`}>
            {name} {phone ? <a href={`tel:${phone}`}>{phone}</a> : null}
          </li>
        ))}
      </ul>
      <p className="f-words">{matter.text}</p>
      {matter.agreement ? (
        <>
          <h2 className="w-subtitle">{t('matter.agreement')}</h2>
          <p className="f-words">{matter.agreement}</p>
        </>
      ) : null}
      <div className="f-photos">
        {matter.photos.map((id, i) => (
          <KeptImage key={id} fileId={id} alt={`${t('write.photos')} ${i + 1}`} />
        ))}
      </div>
      {matter.followUps.length > 0 ? <h2 className="w-subtitle">{t('matter.follow-ups')}</h2> : null}
      <ol>
        {matter.followUps.map(one => (
          <li key={one.at}>
            {t('matter.follow-up', {
              ...{ when: moment(one.at), who: one.byName ?? '', keeping: t(`keeping.${one.keeping}`), text: one.text },
            })}
          </li>
        ))}
      </ol>
      {matter.followUpOn ? <p className="f-warn">{t('list.follow-up', { day: matter.followUpOn })}</p> : null}
      {matter.mayFollowUp ? <FollowUp matterId={matter.matterId} onTold={onTold} /> : null}
    </>
  )
}

/** Told once: what was told without a signal waits, and is not asked for again. */
function FollowUp({ matterId, onTold }: FollowUpProps) {
  const own = useText(offlineMessages)
  const subject = subjectOf({ matterId })
  const isTold = useOutbox().items.some(item => item.subject === subject && unsent.has(item.state))
  return isTold ? <Notice tone="warn">{own('kept.hint')}</Notice> : <FollowUpForm matterId={matterId} onTold={onTold} />
}

const unsent: ReadonlySet<OutboxItem['state']> = new Set(['waiting', 'sending'])

interface FollowUpProps {
  readonly matterId: string
  readonly onTold: () => void
}

function FollowUpForm({ matterId, onTold }: FollowUpProps) {
  const t = useText(fieldMediationMessages, mediationMessages)
  const doing = usePerforming()
  const [keeping, setKeeping] = useState<Keeping>('kept')
  const [text, setText] = useState('')
  const [nextOn, setNextOn] = useState('')
  const [isHandedOn, setHandedOn] = useState(false)
  const [isChecked, setChecked] = useState(false)
  const typed = { keeping, text: text.trim(), nextOn: nextOn === '' || isHandedOn ? null : nextOn, isHandedOn }
  const fault = faultOfFollowUp(typed)
  async function submit(event: FormEvent) {
    event.preventDefault()
    setChecked(true)
    if (fault) return
    const input = { matterId, at: new Date().toISOString(), ...typed }
    const done = await doing.perform({ command: 'mediation.follow-up', input, title: t('follow.title') })
    if (done?.kind === 'sent') onTold()
  }
  return (
    <form className="w-card f-act" onSubmit={event => void submit(event)} noValidate aria-label={t('follow.title')}>
      <h2 className="w-subtitle">{t('follow.title')}</h2>
      <RadioGroup
        label={t('follow.keeping')}
        choices={keepings.map(value => ({ value, label: t(`keeping.${value}`) }))}
        value={keeping}
        onChange={setKeeping}
      />
      <TextArea
        label={t('follow.text')}
        rows={3}
        max={most.text}
        value={text}
        onChange={setText}
        error={isChecked && fault === 'words-missing' ? t('refusal.mediation/words-missing') : null}
      />
      <Checkbox label={t('follow.hand-on')} isOn={isHandedOn} onChange={setHandedOn} />
      {isHandedOn ? null : (
        <TextField
          label={t('follow.next')}
          type="date"
          isOptional
          value={nextOn}
          onChange={setNextOn}
          error={isChecked && fault === 'broken-yet-closed' ? t('refusal.mediation/broken-yet-closed') : null}
        />
      )}
      <PerformingTrouble outcome={doing.outcome} />
      <div className="w-actions">
        <Button type="submit" look="primary" isWide isBusy={doing.isBusy}>
          {t('follow.send')}
        </Button>
      </div>
    </form>
  )
}
