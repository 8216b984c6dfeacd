import { Button } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { useAsk, useDo } from '#platform/ui/office/ask.ts'
import { Answered } from '#platform/ui/office/Blank.tsx'
import { useSay } from '#platform/ui/office/Say.tsx'
import { Told } from '#platform/ui/office/Told.tsx'
import { useLocale, useText } from '#platform/ui/ui/use-text.ts'
import type { endOverlay, showBuilding, ShownLine, ShownOverlay } from '../common/contract.ts'
import { placesMessages } from '../common/messages.ts'
import { type Pen, cornersOf } from './draw/pen.ts'
import { EntranceForm } from './EntranceForm.tsx'
import { EndThing } from './EndThing.tsx'
import { placesOfficeMessages } from './messages.ts'
import { PostsHere, PostTable } from './PostsHere.tsx'

const hectare = 10_000

function useNumber() {
  const { locale } = useLocale()
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  return (value: number) => format.format(value)
}

interface OverlayCardProps {
  readonly overlay: ShownOverlay
  readonly parentName: string | null
  readonly onEnded: () => void
}

/** A grid of another kind: what it is put together from and who leads it. */
export function OverlayCard({ overlay, parentName, onEnded }: OverlayCardProps) {
  const t = useText(placesOfficeMessages, placesMessages)
  const number = useNumber()
  return (
    <article aria-label={overlay.name} className="pl-card">
      <h2>{overlay.name}</h2>
      <PostsHere
        title={t('posts.title')}
        posts={overlay.posts}
        thing={{ kind: 'overlay', id: overlay.overlayId }}
        mayEdit={overlay.mayEdit}
      />
      <dl className="pl-facts">
        {overlay.use ? (
          <>
            <dt>{t('card.use')}</dt>
            <dd>{t(`use.${overlay.use}`)}</dd>
          </>
        ) : null}
        {parentName ? (
          <>
            <dt>{t('card.parent')}</dt>
            <dd>{parentName}</dd>
          </>
        ) : null}
        <dt>{t('card.area')}</dt>
        <dd>{t('card.hectares', { value: number(overlay.areaSquareMetres / hectare) })}</dd>
        <dt>{t('card.households')}</dt>
        <dd>{number(overlay.households)}</dd>
        <dt>{t('card.since')}</dt>
        <dd>{overlay.validFrom}</dd>
        <dt>{t('card.cells')}</dt>
        <dd>
          <ul className="pl-plain">
            {overlay.cells.map(({ path, name }) => (
              <li key={path}>{name}</li>
            ))}
          </ul>
        </dd>
      </dl>
      {overlay.mayEdit ? <EndOverlay overlay={overlay} onEnded={onEnded} /> : null}
    </article>
  )
}

function EndOverlay({ overlay: { overlayId, name }, onEnded }: Omit<OverlayCardProps, 'parentName'>) {
  const t = useText(placesOfficeMessages)
  const say = useSay()
  const [isAsking, setAsking] = useState(false)
  const { send, isSending, trouble } = useDo<typeof endOverlay>('places.end-overlay', {
    renews: ['places.'],
    onDone: () => {
      say(t('end.done', { name }))
      onEnded()
    },
  })
  if (!isAsking) {
    return (
      <Button danger onClick={() => setAsking(true)}>
        {t('end.open')}
      </Button>
    )
  }
  return (
    <div className="pl-edit" role="group" aria-label={t('end.open')}>
      <Told trouble={trouble} />
      <p>{t('end.sure', { name })}</p>
      <div className="o-actions">
        <Button danger type="primary" loading={isSending} onClick={() => send({ overlayId })}>
          {t('end.submit')}
        </Button>
        <Button onClick={() => setAsking(false)}>{t('posts.cancel')}</Button>
      </div>
    </div>
  )
}

interface CardActs {
  readonly onEnded: () => void
  readonly onCorrect: (pen: Pen) => void
}

function penOfLine({ lineId, name, street, areaSquareMetres, coordinates }: ShownLine): Pen {
  const area = areaSquareMetres === null ? '' : String(areaSquareMetres)
  return { id: lineId, facts: { name, street, area }, corners: cornersOf(coordinates) }
}

function penOfBuilding(building: OutputOf<typeof showBuilding>): Pen {
  const { buildingId, name, address, street, houseNumber, use, floors, households, courtyardName, outline } = building
  return {
    id: buildingId,
    facts: {
      ...{ name, address, street, number: String(houseNumber), use, courtyard: courtyardName ?? '' },
      ...{ floors: String(floors), households: String(households) },
    },
    corners: cornersOf([outline.slice(0, -1)]),
  }
}

/** A road, river or section with its chiefs or cleaners. */
export function LineCard({ line, ...asked }: CardActs & { readonly line: ShownLine }) {
  const t = useText(placesOfficeMessages, placesMessages)
  const number = useNumber()
  return (
    <article aria-label={line.name} className="pl-card">
      <h2>{line.name}</h2>
      <PostsHere
        title={t('posts.title')}
        posts={line.posts}
        thing={{ kind: 'line', id: line.lineId }}
        isRiver={line.kind === 'river'}
        mayEdit={line.mayEdit}
      />
      {line.ofRoad.length > 0 ? (
        <section aria-label={t('posts.of-road')} className="pl-part">
          <h3>{t('posts.of-road')}</h3>
          <PostTable posts={line.ofRoad} />
        </section>
      ) : null}
      <dl className="pl-facts">
        <dt>{t('card.length')}</dt>
        <dd>{t('card.metres', { value: number(Math.round(line.lengthMetres)) })}</dd>
        {line.areaSquareMetres === null ? null : (
          <>
            <dt>{t('card.area')}</dt>
            <dd>{t('card.square-metres', { value: number(line.areaSquareMetres) })}</dd>
          </>
        )}
        <dt>{t('card.grid')}</dt>
        <dd>{line.gridName}</dd>
      </dl>
      {line.mayEdit ? (
        <>
          <Button onClick={() => asked.onCorrect(penOfLine(line))}>{t('draw.correct-open')}</Button>
          <EndThing thing={{ kind: 'line', id: line.lineId }} name={line.name} onEnded={asked.onEnded} />
        </>
      ) : null}
    </article>
  )
}

/** A building with its courtyard, entrances, and the heads of all three. */
export function BuildingCard({ buildingId, onEnded, onCorrect }: CardActs & { readonly buildingId: string }) {
  const t = useText(placesOfficeMessages, placesMessages)
  const asked = useAsk<typeof showBuilding>('places.building', { buildingId }, { keep: true })
  return (
    <Answered asked={asked}>
      {building => (
        <article aria-label={building.address} className="pl-card">
          <h2>{building.courtyard ? `${building.courtyard.name}${building.name}` : building.name}</h2>
          <p className="o-soft">{t(`building.${building.use}`)}</p>
          {building.courtyard ? (
            <PostsHere
              title={t('building.heads-yard', { name: building.courtyard.name })}
              posts={building.courtyard.heads}
              thing={{ kind: 'courtyard', id: building.courtyard.id }}
              mayEdit={building.mayEdit}
            />
          ) : null}
          <PostsHere
            title={t('building.heads')}
            posts={building.heads}
            thing={{ kind: 'building', id: building.buildingId }}
            mayEdit={building.mayEdit}
          />
          <h3>{t('building.entrances')}</h3>
          {building.entrances.length === 0 ? <p className="o-soft">{t('building.no-entrances')}</p> : null}
          <ul className="pl-plain">
            {building.entrances.map(entrance => {
              const { id, name, floors, roomsPerFloor, households, heads } = entrance
              return (
                <li key={id}>
                  {t('building.entrance', { name, floors, rooms: roomsPerFloor, households })}
                  {heads.length > 0 || building.mayEdit ? (
                    <PostsHere
                      title={t('building.heads-entrance', { name })}
                      posts={heads}
                      thing={{ kind: 'entrance', id }}
                      mayEdit={building.mayEdit}
                    />
                  ) : null}
                  {building.mayEdit ? (
                    <div className="o-actions">
                      <EntranceForm building={building} entrance={entrance} />
                      <EndThing thing={{ kind: 'entrance', id }} name={name} onEnded={() => {}} />
                    </div>
                  ) : null}
                </li>
              )
            })}
          </ul>
          {building.mayEdit ? <EntranceForm building={building} entrance={null} /> : null}
          <dl className="pl-facts">
            <dt>{t('building.address')}</dt>
            <dd>{building.address}</dd>
            <dt>{t('building.floors')}</dt>
            <dd>{building.floors}</dd>
            <dt>{t('card.households')}</dt>
            <dd>{building.households}</dd>
            <dt>{t('card.grid')}</dt>
            <dd>{building.names.join(' › ')}</dd>
          </dl>
          {building.mayEdit ? (
            <>
              <Button onClick={() => onCorrect(penOfBuilding(building))}>{t('draw.correct-open')}</Button>
              <EndThing
                thing={{ kind: 'building', id: building.buildingId }}
                name={building.address}
                onEnded={onEnded}
              />
            </>
          ) : null}
        </article>
      )}
    </Answered>
  )
}
