import { useEffect, useState } from 'react'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { recallJson, remember, usePhotos, usePlace } from '#platform/ui/ui/index.ts'
import { CheckStep } from './CheckStep.tsx'
import { type Contact, type Draft, hasPlace, hasWords, isDraft, isUntouched, newDraft, noContact } from './draft.ts'
import { PlaceStep } from './PlaceStep.tsx'
import { ContactStep, PhotosStep, WordsStep } from './steps.tsx'

const draftKey = 'wangge.report-draft'

/** One thing on each screen; the back button goes one thing back, and nothing written is lost on the way. */
export function ReportFlow() {
  const [draft, setDraft] = useState(() => recallJson(draftKey, isDraft) ?? newDraft(newId))
  const [wasRestored, setRestored] = useState(() => !isUntouched(draft))
  const [contact, setContact] = useState<Contact>(noContact)
  const photos = usePhotos(5, { sentBefore: draft.photos })
  const place = usePlace()
  const uploaded = photos.list.flatMap(photo => photo.uploaded ?? [])
  const whole: Draft = { ...draft, photos: uploaded }
  const kept = isUntouched(whole) ? null : JSON.stringify(whole)
  useEffect(() => {
    remember(draftKey, kept)
  }, [kept])

  const change = (part: Partial<Draft>) => setDraft(before => ({ ...before, ...part }))
  const startOver = () => {
    photos.clear()
    setContact(noContact)
    setRestored(false)
    setDraft(newDraft(newId))
  }
  const step = place.path[1] ?? 'words'
  // An address opened in the middle of nothing leads to the first thing that is still missing.
  if (step !== 'words' && !hasWords(whole)) return <WordsStep {...{ draft: whole, change, wasRestored, startOver }} />
  switch (step) {
    case 'photos':
      return <PhotosStep photos={photos} />
    case 'place':
      return <PlaceStep draft={whole} change={change} />
    case 'contact':
      return <ContactStep contact={contact} onChange={setContact} />
    case 'check':
      if (!hasPlace(whole)) return <PlaceStep draft={whole} change={change} />
      return <CheckStep draft={whole} contact={contact} photos={photos} onSent={startOver} />
    default:
      return <WordsStep {...{ draft: whole, change, wasRestored, startOver }} />
  }
}
