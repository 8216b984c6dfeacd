import { Link, useRouterState } from '@tanstack/react-router'
import { useEffect, useId, useRef } from 'react'
import { InboxCount } from '#platform/inbox/office/routes.tsx'
import { isUnder, type PlaceGroup } from '#platform/ui/office/office-module.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import { shellMessages } from './messages.ts'
import { inGroups, type NamedPlace, usePlaces } from './places.ts'
import { useOpenGroups } from './use-open-groups.ts'

/** The places by job: what one comes for first stands free, everything else in groups that fold. */
export function PlaceList() {
  const t = useText(shellMessages)
  const page = useRouterState({ select: state => state.location.pathname })
  const places = usePlaces()
  const here = places.find(place => isUnder(place, page))
  const { isOpen, toggle } = useOpenGroups(here?.group)
  const nav = useRef<HTMLElement>(null)
  const isHereShown = here !== undefined && (here.group === 'first' || isOpen(here.group))
  useEffect(() => {
    if (isHereShown) nav.current?.querySelector(`a[href$="${here?.path}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [isHereShown, here?.path])
  return (
    <nav ref={nav} aria-label={t('shell.places')}>
      {inGroups(places).map(([group, own]) =>
        group === 'first' ? (
          <Entries key={group} places={own} here={here} />
        ) : (
          <Folding
            key={group}
            group={group}
            places={own}
            here={here}
            isOpen={isOpen(group)}
            onToggle={() => toggle(group)}
          />
        ),
      )}
    </nav>
  )
}

interface OwnPlaces {
  readonly places: readonly NamedPlace[]
  readonly here: NamedPlace | undefined
}

interface FoldingProps extends OwnPlaces {
  readonly group: PlaceGroup
  readonly isOpen: boolean
  readonly onToggle: () => void
}

function Folding({ group, places, here, isOpen, onToggle }: FoldingProps) {
  const t = useText(shellMessages)
  const id = useId()
  const isHidingHere = !isOpen && here?.group === group
  return (
    <section>
      <h2>
        <button
          type="button"
          className={isHidingHere ? 'o-fold o-fold-here' : 'o-fold'}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={onToggle}
        >
          {t(`shell.group.${group}`)}
          {isHidingHere ? <span className="w-hidden">{t('shell.group-here')}</span> : null}
        </button>
      </h2>
      <div id={id} hidden={!isOpen}>
        <Entries places={places} here={here} />
      </div>
    </section>
  )
}

function Entries({ places, here }: OwnPlaces) {
  return (
    <ul>
      {places.map(place => (
        <li key={place.path}>
          <Link to={place.path} aria-current={place.path === here?.path ? 'page' : undefined}>
            <span>{place.words}</span>
            {place.path === '/inbox' ? <InboxCount /> : null}
          </Link>
        </li>
      ))}
    </ul>
  )
}
