import { Button, Input } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { gridTree } from '#modules/grid/common/index.ts'
import type { Point } from '#platform/kernel/common/geometry.ts'
import { newId } from '#platform/kernel/ui/new-id.ts'
import { useAsk, useDo } from '#platform/ui/office/ask.ts'
import { forgetDraft, Item, OfficeForm } from '#platform/ui/office/OfficeForm.tsx'
import { useSay } from '#platform/ui/office/Say.tsx'
import { useSession } from '#platform/ui/office/session.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { Call, openCaseFromCall } from '../common/contract.ts'
import { callTextLimits } from '../common/limits.ts'
import { hotlineOfficeMessages } from './messages.ts'

const PlacePicker = lazy(() =>
  import('#modules/grid/ui/index.ts').then(({ PlacePicker: picker }) => ({ default: picker })),
)

interface Typed {
  readonly description: string
  readonly title?: string
  readonly address?: string
}

interface OpenCaseFormProps {
  readonly call: Call
  readonly onCancel: () => void
}

/** The caller's words become a case, with the caller as its reporter. */
export function OpenCaseForm({ call, onCancel }: OpenCaseFormProps) {
  const t = useText(hotlineOfficeMessages)
  const say = useSay()
  const [caseId] = useState(newId)
  const [place, setPlace] = useState<Point | null>(null)
  const draft = `hotline-case-${call.callId}`
  const { send, isSending, trouble } = useDo<typeof openCaseFromCall>('hotline.open-case', {
    renews: ['hotline.', 'cases.', 'inbox.'],
    onDone({ number }) {
      forgetDraft(draft)
      say(t('call.opened', { number }))
    },
  })
  return (
    <OfficeForm<Typed>
      name={draft}
      keepsDraft
      start={{ description: call.summary, ...(call.place ? { address: call.place } : {}) }}
      submit={t('call.open-this-case')}
      isSending={isSending}
      trouble={trouble}
      onCancel={onCancel}
      onSend={({ description, title, address }) =>
        send({
          ...{ callId: call.callId, caseId, description },
          ...(title ? { title } : {}),
          ...(address ? { address } : {}),
          ...(place ? { place } : {}),
        })
      }
    >
      <Item name="description" label={t('call.description')} isRequired>
        <Input.TextArea rows={4} maxLength={callTextLimits.summary} showCount autoFocus />
      </Item>
      <Item name="address" label={t('call.address')} isOptional>
        <Input maxLength={callTextLimits.place} />
      </Item>
      <PlaceOfCase place={place} onPlace={setPlace} />
      <Item name="title" label={t('call.case-title')} isOptional>
        <Input maxLength={callTextLimits.title} />
      </Item>
    </OfficeForm>
  )
}

function PlaceOfCase(props: { readonly place: Point | null; readonly onPlace: (place: Point | null) => void }) {
  const { place, onPlace } = props
  const t = useText(hotlineOfficeMessages)
  const { post } = useSession()
  const tree = useAsk<typeof gridTree>('grid.tree', { deepestLevel: 1 })
  const { bounds, version } = tree.data ?? {}
  return (
    <section className="ho-place" aria-labelledby="case-place">
      <h4 id="case-place">{t('call.on-map')}</h4>
      <p aria-live="polite">
        {place ? t('call.at-point', { lon: place.lon.toFixed(6), lat: place.lat.toFixed(6) }) : t('call.no-point')}{' '}
        {place ? (
          <Button size="small" onClick={() => onPlace(null)}>
            {t('call.remove-point')}
          </Button>
        ) : null}
      </p>
      {bounds && version !== undefined ? (
        <Suspense fallback={null}>
          <PlacePicker
            bounds={bounds}
            version={version}
            value={place}
            onPick={onPlace}
            ownGrid={post?.gridPath ?? null}
          />
        </Suspense>
      ) : null}
    </section>
  )
}
