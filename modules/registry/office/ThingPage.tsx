import { Link, useParams } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useAskByCommand } from '#platform/ui/office/ask.ts'
import { Answered } from '#platform/ui/office/Blank.tsx'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useMay } from '#platform/ui/office/session.tsx'
import { useUrlState } from '#platform/ui/office/url-state.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { openThing, ShownThing } from '../common/contract/things.ts'
import { kinds } from '../common/kinds.ts'
import { registryOfficeMessages } from './messages.ts'
import { ThingCare } from './ThingCare.tsx'
import { ThingEvents } from './ThingEvents.tsx'
import { ThingFields } from './ThingFields.tsx'
import { ThingForm } from './ThingForm.tsx'
import { ThingHistory } from './ThingHistory.tsx'
import { ThingLooks } from './ThingLooks.tsx'
import { ThingRelations } from './ThingRelations.tsx'
import { ThingRights } from './ThingRights.tsx'
import { useWords } from '../ui/words.ts'
import { SeenWhere } from './WhereOnMap.tsx'

/** The whole of one record, as it is or as it was on a day; what the reader may not see is not there. */
export function Page() {
  const t = useText(registryOfficeMessages)
  const { thingId } = useParams({ strict: false }) as { thingId: string }
  const [url] = useUrlState()
  const asked = useAskByCommand<typeof openThing>('registry.open', { thingId, ...(url.on ? { on: url.on } : {}) })
  const thing = asked.data
  return (
    <OfficePage
      title={thing?.title ?? t('thing.title')}
      actions={
        <Link to="/registry" search={(thing ? { kind: thing.kind } : {}) as never}>
          {t('thing.back')}
        </Link>
      }
    >
      <Answered asked={asked}>{shown => <Thing key={shown.thingId} thing={shown} />}</Answered>
    </OfficePage>
  )
}

/** Those to whom people go, and where. */
const isVisited = ({ kind }: ShownThing) => kind === 'person' || kind === 'household' || kind === 'housing'

function Thing({ thing }: { readonly thing: ShownThing }) {
  const t = useText(registryOfficeMessages)
  const words = useWords()
  const may = useMay()
  const [url, setUrl] = useUrlState()
  const [isEditing, setEditing] = useState(false)
  const isNow = !url.on
  const isPerson = kinds[thing.kind].isPersonal
  return (
    <>
      <p>
        {words.kind(thing.kind)} · {thing.gridNames.join(' › ')} · <b>{t(`state.${thing.state as 'current'}`)}</b>
        {thing.endedOn ? ` ${thing.endedOn}` : ''}
        {isVisited(thing) && may('visits.read') ? (
          <>
            {' · '}
            <Link to="/visits" search={{ thing: thing.thingId } as never}>
              {t('thing.visits')}
            </Link>
          </>
        ) : null}
      </p>
      {isNow && thing.mergedInto ? (
        <Alert
          type="info"
          title={
            <>
              {t('thing.merged')}{' '}
              <Link to="/registry/$thingId" params={{ thingId: thing.mergedInto }}>
                {t('thing.open-merged')}
              </Link>
            </>
          }
        />
      ) : null}
      {thing.openConflicts > 0 ? (
        <Alert
          type="warning"
          showIcon
          title={
            may('registry.settle') ? (
              <Link to="/registry-upkeep">{t('thing.conflicts', { count: thing.openConflicts })}</Link>
            ) : (
              t('thing.conflicts', { count: thing.openConflicts })
            )
          }
        />
      ) : null}
      <section className="o-card" aria-labelledby="fields">
        <h2 id="fields">{t('thing.fields')}</h2>
        <div className="o-filters">
          <label>
            <span>{t('thing.as-of')}</span>
            <input
              className="o-input"
              type="date"
              value={url.on ?? ''}
              onChange={event => setUrl({ on: event.target.value || undefined })}
            />
          </label>
          {isNow ? null : <Button onClick={() => setUrl({ on: undefined })}>{t('thing.as-of-now')}</Button>}
          {isNow && thing.mayWrite && !isEditing ? (
            <Button type="primary" onClick={() => setEditing(true)}>
              {t('thing.edit')}
            </Button>
          ) : null}
        </div>
        {!isNow && thing.fields.length === 0 ? <p>{t('thing.not-yet', { day: url.on ?? '' })}</p> : null}
        {isEditing ? (
          <ThingForm thing={thing} onEnd={() => setEditing(false)} />
        ) : (
          <ThingFields thing={thing} isNow={isNow} />
        )}
      </section>
      <ThingRelations thing={thing} isNow={isNow} />
      <SeenWhere thing={thing} />
      {isNow && may('registry.read') ? <ThingEvents thing={thing} /> : null}
      {isNow && thing.kind === 'person' ? <ThingCare thing={thing} /> : null}
      <ThingHistory thing={thing} />
      {isNow && isPerson && may('registry.read') ? <ThingRights thing={thing} /> : null}
      {isNow && isPerson && may('registry.print-looks') ? <ThingLooks thing={thing} /> : null}
    </>
  )
}
