import { Alert, Button } from 'antd'
import { useState } from 'react'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { useRenew } from '#platform/ui/office/ask.ts'
import { forgetDraft } from '#platform/ui/office/OfficeForm.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import { CaseTimeline } from '../ui/index.ts'
import { type Act, isPlain } from './acts.ts'
import { HandleForm, ReportCheckForm, VerifyForm } from './act-forms.tsx'
import { AssignForm } from './AssignForm.tsx'
import { AnswerForm, NoteForm, ReasonForm, RuleForm, SuspensionForm } from './word-forms.tsx'
import { LeaveOutForm } from './LeaveOutForm.tsx'
import { LinkForm, SplitForm, UnlinkForm } from './several-cases.tsx'
import { DispatchForm } from './DispatchForm.tsx'
import { FileForm } from './FileForm.tsx'
import { JoinForm } from './JoinForm.tsx'
import { caseOfficeMessages } from './messages.ts'
import type { ShownCase } from './shown-case.ts'

interface ActFormProps {
  readonly act: Act
  readonly shown: ShownCase
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** What each form of a step gets. `version` is the state the person has seen, not simply the newest. */
export interface StepProps {
  readonly shown: ShownCase
  readonly version: number
  readonly draft: string
  readonly onDone: () => void
  readonly onCancel: () => void
  readonly onTrouble: (trouble: unknown) => void
}

/**
 * The form of one step. When somebody else changed the case meanwhile, it shows what changed and keeps what was typed;
 * the person goes on knowing it, or not.
 */
export function ActForm({ act, shown, onDone, onCancel }: ActFormProps) {
  const t = useText(caseOfficeMessages)
  const renew = useRenew()
  const [version, setVersion] = useState(shown.version)
  const draft = `case-${act}-${shown.caseId}`
  const news = shown.timeline.filter(entry => entry.version > version)
  const step: StepProps = {
    shown,
    version,
    draft,
    onCancel,
    onDone() {
      forgetDraft(draft)
      onDone()
    },
    onTrouble(trouble) {
      if (isRefusal(trouble) && trouble.kind === 'conflict') renew(['cases.show'])
    },
  }
  return (
    <div
      className="co-act-form"
      // Whoever opened it by a key goes on by keys: Tab leads into the form, digits choose what is suggested.
      ref={part => {
        if (part && !part.contains(document.activeElement)) part.focus()
      }}
      tabIndex={-1}
    >
      {news.length > 0 ? (
        <Alert
          type="warning"
          showIcon
          className="o-told"
          title={t('act.changed')}
          description={
            <>
              <CaseTimeline entries={news} />
              {shown.allowed.includes(act) ? (
                <Button onClick={() => setVersion(shown.version)}>{t('act.go-on')}</Button>
              ) : (
                <p>{t('act.not-any-more')}</p>
              )}
            </>
          }
        />
      ) : null}
      <StepForm act={act} step={step} />
    </div>
  )
}

function StepForm({ act, step }: { readonly act: Act; readonly step: StepProps }) {
  if (isPlain(act)) return null
  switch (act) {
    case 'join':
      return <JoinForm {...step} />
    case 'link':
      return <LinkForm {...step} />
    case 'unlink':
      return <UnlinkForm {...step} />
    case 'split':
      return <SplitForm {...step} />
    case 'file':
      return <FileForm {...step} />
    case 'dispatch':
      return <DispatchForm {...step} />
    case 'assign':
      return <AssignForm {...step} />
    case 'rule':
      return <RuleForm {...step} />
    case 'handle':
      return <HandleForm {...step} />
    case 'verify':
      return <VerifyForm {...step} />
    case 'report-check':
      return <ReportCheckForm {...step} />
    case 'ask-leave-out':
      return <LeaveOutForm {...step} />
    case 'ask-suspension':
      return <SuspensionForm {...step} />
    case 'close':
    case 'ask-check':
    case 'resume':
    case 'assist-done':
    case 'urge':
    case 'instruct':
      return <NoteForm act={act} {...step} />
    case 'answer-extension':
    case 'confirm-extension':
    case 'answer-suspension':
    case 'review-appeal':
    case 'confirm-appeal':
    case 'answer-leave-out':
      return <AnswerForm act={act} {...step} />
    default:
      return <ReasonForm act={act} {...step} />
  }
}
