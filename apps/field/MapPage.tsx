import { Suspense } from 'react'
import { CaseMap } from '#modules/cases/field/index.ts'
import { GridScreen } from '#modules/grid/field/index.ts'
import type { Me } from '#modules/identity/ui/index.ts'
import { Link, Screen, Spinner, useText } from '#platform/ui/ui/index.ts'
import { fieldMessages } from './messages.ts'

interface MapPageProps {
  readonly post: Me['post']
  readonly shows: 'cases' | 'grids'
}

/** The same ground twice: what is open there, and who answers for it. */
export function MapPage({ post, shows }: MapPageProps) {
  const t = useText(fieldMessages)
  const gridPath = post?.gridPath ?? null
  return (
    <Screen title={t('map.title')}>
      <nav className="f-ways" aria-label={t('map.title')}>
        <Link to="/map" isCurrent={shows === 'cases'}>
          {t('map.cases')}
        </Link>
        <Link to="/map/grids" isCurrent={shows === 'grids'}>
          {t('map.grids')}
        </Link>
      </nav>
      <Suspense fallback={<Spinner />}>
        {shows === 'cases' ? <CaseMap gridPath={gridPath} /> : <GridScreen ownGrid={gridPath} />}
      </Suspense>
    </Screen>
  )
}
