import { Button } from 'antd'
import { useState } from 'react'
import { useDo } from '#platform/ui/office/ask.ts'
import { useKeys } from '#platform/ui/office/keys.ts'
import { Told } from '#platform/ui/office/Told.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { acceptCase } from '../common/contract.ts'
import type { askVerifier, claimCase, releaseCase } from '../common/contract-procedure.ts'
import { casesMessages } from '../common/messages.ts'
import { ActForm } from './ActForm.tsx'
import { type Act, actKeys, actsOf, apartActs, isGrave, isLikely, isPlain, type PlainAct, rarerActs } from './acts.ts'
import { caseOfficeMessages } from './messages.ts'
import type { ShownCase } from './shown-case.ts'

interface ActBarProps {
  readonly shown: ShownCase
  readonly onDone: (act: Act) => void
}

/** What the reader may do now, always at the same place: the likely step first, what takes back apart. */
export function ActBar({ shown, onDone }: ActBarProps) {
  const t = useText(caseOfficeMessages, casesMessages)
  const [open, setOpen] = useState<Act | null>(null)
  const plain = usePlainActs(onDone)
  const acts = actsOf(shown.allowed)
  const choose = (act: Act) => {
    if (isPlain(act)) plain[act].send({ caseId: shown.caseId, version: shown.version })
    else setOpen(open === act ? null : act)
  }
  useKeys(Object.fromEntries(acts.map(act => [actKeys[act], () => choose(act)])))
  if (acts.length === 0 && open === null) return <p className="co-acts o-soft">{t('act.none')}</p>
  const rarer = acts.filter(act => rarerActs.includes(act))
  const apart = acts.filter(act => apartActs.includes(act))
  const ahead = acts.filter(act => !rarerActs.includes(act) && !apartActs.includes(act))
  const button = (act: Act) => (
    <Button
      key={act}
      type={isLikely(act, shown.status) ? 'primary' : 'default'}
      danger={isGrave(act)}
      loading={isPlain(act) && plain[act].isSending}
      aria-expanded={isPlain(act) ? undefined : open === act}
      aria-keyshortcuts={actKeys[act]}
      onClick={() => choose(act)}
    >
      {t(`cases.action.${act}`)}
      <kbd aria-hidden="true">{actKeys[act]}</kbd>
    </Button>
  )
  return (
    <section className="co-acts" aria-label={t('act.label')}>
      {ahead.length + apart.length > 0 ? (
        <div className="co-acts-row">
          {ahead.map(button)}
          {apart.length > 0 ? <div className="co-acts-apart">{apart.map(button)}</div> : null}
        </div>
      ) : null}
      {rarer.length > 0 ? (
        <details className="co-acts-rarer">
          <summary>{t('act.rarer', { count: rarer.length })}</summary>
          <div className="co-acts-row">{rarer.map(button)}</div>
        </details>
      ) : null}
      {Object.entries(plain).map(([act, { trouble }]) => (trouble ? <Told key={act} trouble={trouble} /> : null))}
      {open ? (
        <ActForm
          key={open}
          act={open}
          shown={shown}
          onCancel={() => setOpen(null)}
          onDone={() => {
            setOpen(null)
            onDone(open)
          }}
        />
      ) : null}
    </section>
  )
}

function usePlainActs(onDone: (act: Act) => void) {
  const then = (act: PlainAct) => ({ renews: ['cases.', 'inbox.'], onDone: () => onDone(act) })
  return {
    accept: useDo<typeof acceptCase>('cases.accept', then('accept')),
    claim: useDo<typeof claimCase>('cases.claim', then('claim')),
    release: useDo<typeof releaseCase>('cases.release', then('release')),
    'ask-verifier': useDo<typeof askVerifier>('cases.ask-verifier', then('ask-verifier')),
  }
}
