import { type FormEvent, useEffect, useState } from 'react'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { distanceMetres } from '#platform/kernel/common/geometry.ts'
import { newId } from '#platform/kernel/ui/new-id.ts'
import {
  offlineMessages,
  OwnPhotoInput,
  type Performed,
  PerformingTrouble,
  useDraftText,
  useOwnPhotos,
  usePerforming,
} from '#platform/offline/field/index.ts'
import {
  Button,
  EmptyState,
  Notice,
  RadioGroup,
  Screen,
  Select,
  TextArea,
  Unanswered,
  useAnswer,
  useClient,
  usePosition,
  useText,
} from '#platform/ui/ui/index.ts'
import type { checkSection, listSections } from '../common/contract.ts'
import { cleaningMessages } from '../common/messages.ts'
import { cleaningTextLimits as most, photosPerDeduction } from '../common/score.ts'
import type { CleaningItem } from '../common/standard.ts'
import { fieldCleaningMessages } from './messages.ts'

type Listed = OutputOf<typeof listSections>

/** A section is looked at: nothing found, or one thing with item, words, photo and the place where one stands. */
export function CheckPage() {
  const t = useText(fieldCleaningMessages)
  const client = useClient()
  const [done, setDone] = useState<Performed | null>(null)
  const asked = useAnswer('cleaning.sections', () => client.query<typeof listSections>('cleaning.sections', {}))
  return (
    <Screen title={t('check.title')} back="/mine">
      <Unanswered asked={asked} />
      {asked.answer?.sections.length === 0 ? <EmptyState title={t('check.none')} /> : null}
      {done ? (
        <Kept done={done} onMore={() => setDone(null)} />
      ) : asked.answer && asked.answer.sections.length > 0 ? (
        <CheckForm listed={asked.answer} onDone={setDone} />
      ) : null}
    </Screen>
  )
}

function CheckForm({ listed, onDone }: { readonly listed: Listed; readonly onDone: (done: Performed) => void }) {
  const t = useText(fieldCleaningMessages, cleaningMessages)
  const doing = usePerforming()
  const photos = useOwnPhotos(photosPerDeduction)
  const { position, ask } = usePosition()
  useEffect(() => ask(), [ask])
  const [checkId] = useState(newId)
  const [sectionId, setSectionId] = useState<string | null>(null)
  const [isFound, setFound] = useState<'clean' | 'found'>('clean')
  const [item, setItem] = useState<CleaningItem>(listed.standard[0]?.item ?? 'road')
  const [reason, setReason, forget] = useDraftText('cleaning-check')
  const [isChecked, setChecked] = useState(false)
  const here = position.state === 'found' ? { lon: position.lon, lat: position.lat } : null
  const near = here
    ? listed.sections.toSorted((a, b) => distanceMetres(here, a.point) - distanceMetres(here, b.point))
    : listed.sections
  const finds = isFound === 'found'
  const isReady = sectionId !== null && (!finds || (reason.trim() !== '' && photos.list.length > 0))

  async function submit(event: FormEvent) {
    event.preventDefault()
    setChecked(true)
    if (!isReady) return
    const kept = finds ? await doing.photosOf(photos) : []
    const found = finds
      ? { item, reason: reason.trim(), photos: kept.map(({ id }) => id), ...(here ? { place: here } : {}) }
      : null
    const input = { checkId, sectionId, at: new Date().toISOString(), found }
    const title = listed.sections.find(one => one.sectionId === sectionId)?.name ?? ''
    const done = await doing.perform({ command: 'cleaning.check', input, title, photos: kept })
    if (!done) return
    forget()
    onDone(done)
  }

  return (
    <form onSubmit={event => void submit(event)} noValidate>
      <Select
        label={t('check.section')}
        hint={t('check.near')}
        choices={[
          { value: '', label: t('check.choose') },
          ...near.map(one => ({ value: one.sectionId, label: `${one.name}（${one.gridName}）` })),
        ]}
        value={sectionId ?? ''}
        onChange={value => setSectionId(value === '' ? null : value)}
        error={isChecked && sectionId === null ? t('check.section-missing') : null}
      />
      <RadioGroup
        label={t('check.what')}
        choices={[
          { value: 'clean', label: t('check.clean') },
          { value: 'found', label: t('check.found') },
        ]}
        value={isFound}
        onChange={setFound}
      />
      {finds ? (
        <>
          <Select
            label={t('check.item')}
            choices={listed.standard.map(one => ({
              value: one.item,
              label: t('check.item-is', { item: t(`item.${one.item}`), points: one.points }),
            }))}
            value={item}
            onChange={setItem}
          />
          <OwnPhotoInput label={t('check.photos')} photos={photos} isCameraFirst />
          {isChecked && photos.list.length === 0 ? <p role="alert">{t('check.photos-missing')}</p> : null}
          <TextArea
            label={t('check.reason')}
            rows={3}
            max={most.reason}
            value={reason}
            onChange={setReason}
            error={isChecked && reason.trim() === '' ? t('check.reason-missing') : null}
          />
        </>
      ) : null}
      <PerformingTrouble outcome={doing.outcome} />
      <div className="w-actions">
        <Button type="submit" look="primary" isWide isBusy={doing.isBusy}>
          {t('check.send')}
        </Button>
      </div>
    </form>
  )
}

function Kept({ done, onMore }: { readonly done: Performed; readonly onMore: () => void }) {
  const t = useText(fieldCleaningMessages)
  const own = useText(offlineMessages)
  const points = done.kind === 'sent' ? (done.answer as OutputOf<typeof checkSection>).points : 0
  return (
    <>
      {done.kind === 'kept' ? (
        <Notice tone="warn">{own('kept.hint')}</Notice>
      ) : (
        <Notice tone="good">{points > 0 ? t('check.saved-points', { points }) : t('check.saved')}</Notice>
      )}
      <div className="w-actions">
        <Button look="primary" isWide onPress={onMore}>
          {t('check.more')}
        </Button>
      </div>
    </>
  )
}
