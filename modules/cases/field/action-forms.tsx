import { useState } from 'react'
import { useDraftText, useOwnPhotos, OwnPhotoInput } from '#platform/offline/field/index.ts'
import { RadioGroup, TextArea, TextField, useText } from '#platform/ui/ui/index.ts'
import { photosPerStep, textLimits } from '../common/limits.ts'
import { casesMessages } from '../common/messages.ts'
import { ActionFrame, type FormProps, useAct } from './action-frame.tsx'
import { readMaterials, type TypedMaterial } from '../common/materials.ts'
import { emptyMaterial, MaterialLines } from './MaterialLines.tsx'
import { fieldCaseMessages } from './messages.ts'
import { PickText } from './PickText.tsx'

export function VerifyForm({ target, of, onDone }: FormProps) {
  const t = useText(fieldCaseMessages)
  const photos = useOwnPhotos(photosPerStep)
  const act = useAct(photos, { of, onDone })
  const [passed, setPassed] = useState<'yes' | 'no' | null>(null)
  const [note, setNote, forgetNote] = useDraftText(`verify.${target.caseId}`)
  const [isChecked, setChecked] = useState(false)
  const words = note.trim()
  const needsReason = passed === 'no' && words === ''

  async function send() {
    setChecked(true)
    if (passed === null || needsReason || note.length > textLimits.note) return
    const input = { ...target, passed: passed === 'yes', ...(words ? { note: words } : {}) }
    if (await act.run('cases.verify', input)) forgetNote()
  }

  return (
    <ActionFrame title={t('verify.title')} sendLabel={t('verify.send')} act={act} onSend={() => void send()}>
      <RadioGroup
        label={t('verify.passed')}
        value={passed}
        onChange={setPassed}
        choices={[
          { value: 'yes', label: t('verify.yes') },
          { value: 'no', label: t('verify.no') },
        ]}
        error={isChecked && passed === null ? t('verify.missing') : null}
      />
      <OwnPhotoInput label={t('verify.photos')} photos={photos} isCameraFirst />
      <TextArea
        label={passed === 'no' ? t('verify.reason') : t('verify.note')}
        isOptional={passed !== 'no'}
        rows={3}
        value={note}
        onChange={setNote}
        max={textLimits.note}
        error={isChecked && needsReason ? t('verify.reason-missing') : null}
      />
    </ActionFrame>
  )
}

export function HandleForm({ target, of, onDone }: FormProps) {
  const t = useText(fieldCaseMessages)
  const photos = useOwnPhotos(photosPerStep)
  const act = useAct(photos, { of, onDone })
  const [note, setNote, forgetNote] = useDraftText(`handle.${target.caseId}`)
  // Kept with the draft as it was typed.
  const [typed, setTyped, forgetMaterials] = useDraftText(`materials.${target.caseId}`)
  const [isChecked, setChecked] = useState(false)
  const lines = typedLines(typed)
  const materials = readMaterials(lines)
  const words = note.trim()

  async function send() {
    setChecked(true)
    if (!words || [...words].length > textLimits.note || materials === null) return
    if (!(await act.run('cases.handle', { ...target, note: words, materials: [...materials] }))) return
    forgetNote()
    forgetMaterials()
  }

  return (
    <ActionFrame title={t('handle.title')} sendLabel={t('handle.send')} act={act} onSend={() => void send()}>
      <OwnPhotoInput label={t('handle.photos')} hint={t('handle.photos-hint')} photos={photos} isCameraFirst />
      <PickText step="handle" of={of} text={note} onText={setNote} />
      <TextArea
        label={t('handle.note')}
        rows={3}
        value={note}
        onChange={setNote}
        max={textLimits.note}
        error={isChecked && !words ? t('handle.note-missing') : null}
      />
      <MaterialLines
        lines={lines}
        onChange={changed => setTyped(JSON.stringify(changed))}
        error={isChecked && materials === null ? t('handle.material-half') : null}
      />
    </ActionFrame>
  )
}

/** What lies in the draft; a draft of an older app was a sentence, which becomes the kind of one line. */
function typedLines(draft: string): readonly TypedMaterial[] {
  if (!draft.startsWith('[')) return [{ ...emptyMaterial, kind: draft }]
  return JSON.parse(draft) as readonly TypedMaterial[]
}

export function ReturnForm({ target, of, onDone }: FormProps) {
  const t = useText(fieldCaseMessages)
  const act = useAct(null, { of, onDone })
  const [reason, setReason, forgetReason] = useDraftText(`return.${target.caseId}`)
  const [isChecked, setChecked] = useState(false)
  const words = reason.trim()

  async function send() {
    setChecked(true)
    if (!words || reason.length > textLimits.reason) return
    if (await act.run('cases.return', { ...target, reason: words })) forgetReason()
  }

  return (
    <ActionFrame title={t('return.title')} sendLabel={t('return.send')} act={act} onSend={() => void send()} isDanger>
      <PickText step="return" of={of} text={reason} onText={setReason} />
      <TextArea
        label={t('return.reason')}
        rows={3}
        value={reason}
        onChange={setReason}
        max={textLimits.reason}
        error={isChecked && !words ? t('return.reason-missing') : null}
      />
    </ActionFrame>
  )
}

type WordedAct = 'ask-extension' | 'dispute' | 'assist-done' | 'resume'

/** Steps of the department that are a few words: more time, not ours, our part is done, we go on. */
export function WordsForm({ act: name, target, of, onDone }: FormProps & { readonly act: WordedAct }) {
  const t = useText(fieldCaseMessages, casesMessages)
  const act = useAct(null, { of, onDone })
  const [typed, setTyped, forget] = useDraftText(`${name}.${target.caseId}`)
  const [isChecked, setChecked] = useState(false)
  const words = typed.trim()
  const isOptional = name === 'resume'

  async function send() {
    setChecked(true)
    if ((!words && !isOptional) || typed.length > textLimits.reason) return
    const isDone = await doWorded()
    if (isDone) forget()

    function doWorded() {
      switch (name) {
        case 'assist-done':
          return act.run('cases.assist-done', { ...target, note: words })
        case 'resume':
          return act.run('cases.resume', { ...target, ...(words ? { note: words } : {}) })
        case 'dispute':
          return act.run('cases.dispute', { ...target, reason: words })
        case 'ask-extension':
          return act.run('cases.ask-extension', { ...target, reason: words })
      }
    }
  }

  const title = t(`cases.action.${name}`)
  return (
    <ActionFrame title={title} sendLabel={title} act={act} onSend={() => void send()}>
      <p className="w-hint">{t(`words.${name}`)}</p>
      {name === 'dispute' || name === 'ask-extension' ? (
        <PickText step={name} of={of} text={typed} onText={setTyped} />
      ) : null}
      <TextArea
        label={t(name === 'dispute' || name === 'ask-extension' ? 'words.reason' : 'verify.note')}
        isOptional={isOptional}
        rows={3}
        value={typed}
        onChange={setTyped}
        max={textLimits.reason}
        error={isChecked && !isOptional && !words ? t('words.missing') : null}
      />
    </ActionFrame>
  )
}

/** Until which day it rests, and why. From that day on it goes on by itself. */
export function RestForm({ target, of, onDone }: FormProps) {
  const t = useText(fieldCaseMessages, casesMessages)
  const act = useAct(null, { of, onDone })
  const [until, setUntil] = useState('')
  const [reason, setReason, forget] = useDraftText(`ask-suspension.${target.caseId}`)
  const [isChecked, setChecked] = useState(false)
  const words = reason.trim()
  const day = /^\d{4}-\d{2}-\d{2}$/.test(until) ? new Date(`${until}T23:59:59`) : null

  async function send() {
    setChecked(true)
    if (day === null || !words || reason.length > textLimits.reason) return
    // The end of that day by the clock of whoever asks.
    const input = { ...target, reason: words, until: day.toISOString() }
    if (await act.run('cases.ask-suspension', input)) forget()
  }

  const title = t('cases.action.ask-suspension')
  return (
    <ActionFrame title={title} sendLabel={title} act={act} onSend={() => void send()}>
      <p className="w-hint">{t('words.ask-suspension')}</p>
      <TextField
        label={t('words.until')}
        type="date"
        value={until}
        onChange={setUntil}
        error={isChecked && day === null ? t('words.until-missing') : null}
      />
      <PickText step="ask-suspension" of={of} text={reason} onText={setReason} />
      <TextArea
        label={t('words.reason')}
        rows={3}
        value={reason}
        onChange={setReason}
        max={textLimits.reason}
        error={isChecked && !words ? t('words.missing') : null}
      />
    </ActionFrame>
  )
}

/** Whether what was reported is so: seen on the spot, before it is filed. */
export function CheckForm({ target, of, onDone }: FormProps) {
  const t = useText(fieldCaseMessages)
  const photos = useOwnPhotos(photosPerStep)
  const act = useAct(photos, { of, onDone })
  const [found, setFound] = useState<'so' | 'not-so' | null>(null)
  const [note, setNote, forgetNote] = useDraftText(`check.${target.caseId}`)
  const [isChecked, setChecked] = useState(false)
  const words = note.trim()

  async function send() {
    setChecked(true)
    if (found === null || !words || note.length > textLimits.note) return
    const input = { ...target, isTrue: found === 'so', note: words }
    if (await act.run('cases.report-check', input)) forgetNote()
  }

  return (
    <ActionFrame title={t('check.title')} sendLabel={t('verify.send')} act={act} onSend={() => void send()}>
      <RadioGroup
        label={t('check.found')}
        value={found}
        onChange={setFound}
        choices={[
          { value: 'so', label: t('check.so') },
          { value: 'not-so', label: t('check.not-so') },
        ]}
        error={isChecked && found === null ? t('check.missing') : null}
      />
      <OwnPhotoInput label={t('verify.photos')} photos={photos} isCameraFirst />
      <TextArea
        label={t('check.note')}
        rows={3}
        value={note}
        onChange={setNote}
        max={textLimits.note}
        error={isChecked && !words ? t('words.missing') : null}
      />
    </ActionFrame>
  )
}
